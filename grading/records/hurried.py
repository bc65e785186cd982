"""Gradebooks that need not outlive a power cut: those soon thrown away, and those of tests."""

import contextlib
import sqlite3

from sqlalchemy import event
from sqlalchemy.engine import Engine


@contextlib.contextmanager
def hurried_gradebooks():
    """SQLite gradebooks opened meanwhile do not wait for the disk: for those soon thrown away.

    nbgrader commits after each cell, and each commit waits twice.
    """

    def do_not_wait(connection, _):
        if isinstance(connection, sqlite3.Connection):
            connection.execute("PRAGMA synchronous=OFF")

    event.listen(Engine, "connect", do_not_wait)
    try:
        yield
    finally:
        event.remove(Engine, "connect", do_not_wait)
