"""Gradebooks that do not wait for the disk, and those that do."""

import subprocess
import sys

from alembic.config import Config
from alembic.script import ScriptDirectory
from nbgrader.dbutil import _temp_alembic_ini
from sqlalchemy import text

from grading.records.nbgrader import nbgrader_api

HOW = """
from sqlalchemy import create_engine, text
from grading.records.hurried import hurried_gradebooks

def how():
    with create_engine("sqlite://").connect() as connection:
        return connection.execute(text("PRAGMA synchronous")).scalar()

with hurried_gradebooks():
    with hurried_gradebooks():
        pass
    print(how())
print(how())
"""


def test_a_gradebook_waits_for_the_disk_unless_it_is_thrown_away_soon():
    # In a process of its own: all tests run hurried.
    found = subprocess.run([sys.executable, "-c", HOW], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["0", "2"]


def test_a_new_gradebook_has_the_schema_that_nbgrader_would_write_with_its_own_command(tmp_path):
    with nbgrader_api(tmp_path).gradebook as gradebook:
        found = gradebook.db.execute(text("SELECT version_num FROM alembic_version")).scalar()
    with _temp_alembic_ini("sqlite:///unused.db") as ini:
        heads = ScriptDirectory.from_config(Config(ini)).get_heads()
    assert [found] == heads
