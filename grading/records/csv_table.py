"""Read CSV tables as spreadsheets write them, in any encoding, with any delimiter."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from grading.paths import Problem

MAX_TABLE = 20 << 20


class TableError(Problem):
    """A table cannot be read; the text says why."""


def read_table(path: Path, needs: str, others: str = "") -> tuple[list[str], Iterator[list[str]]]:
    """Read a CSV: its rows, and its column names in lower case with underscores for spaces.

    Parameters
    ----------
    path : pathlib.Path
    needs : str
        A column that must be there.
    others : str
        The other expected columns, for the error message.

    Raises
    ------
    TableError
        If it cannot be read, or has no such column.
    """
    try:
        if path.stat().st_size > MAX_TABLE:
            raise TableError(f"{path} is too large to be a table of a class.")
        data = path.read_bytes()
    except OSError as error:
        raise TableError(f"{path} cannot be read: {error.strerror}.") from None
    if data.startswith(b"PK\x03\x04"):
        raise TableError(f"{path} is a spreadsheet's own file: save it as CSV.")
    text = _decoded(data)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=lambda mark: head.count(mark))
    # Strict, for a quotation mark that is not closed takes in the rows below it.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    checked = _checked(rows, path)
    columns = [name.strip().casefold().replace(" ", "_") for name in next(checked, [])]
    if needs not in columns:
        expected = f" Expected: {others}." if others else ""
        raise TableError(
            f"{path} has no column `{needs}`. "
            f"Its columns are: {', '.join(columns)[:200] or 'none'}.{expected}"
        )
    return columns, checked


def _checked(rows: Iterator[list[str]], path: Path) -> Iterator[list[str]]:
    try:
        yield from rows
    except csv.Error as error:
        raise TableError(f'{path} is not a CSV file: {error}. Is each " closed?') from None


def _decoded(data: bytes) -> str:
    for code in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            return data.decode(code)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
