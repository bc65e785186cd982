"""Read CSV tables as spreadsheets write them, in any encoding, with any delimiter."""

import contextlib
import csv
import io
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from grading.paths import Problem

MAX_TABLE = 20 << 20
HEAD = 10  # lines that may stand above the names of the columns, with these


class TableError(Problem):
    """A table cannot be read; the text says why."""


def read_table(path: Path, needs: str, others: str = "") -> tuple[list[str], Iterator[list[str]]]:
    """Read a CSV: its rows, and its column names in lower case with underscores for spaces.

    Lines above the names, as spreadsheets have them, are empty rows: so all keep their numbers.

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
    lines = list(io.StringIO(_decoded(data), newline=""))
    at = next((at for at, line in enumerate(lines[:HEAD]) if needs in _names(_cells(line))), 0)
    # Strict, for a quotation mark that is not closed takes in the rows below it.
    delimiter = _delimiter("".join(lines[at : at + 1]))
    checked = _checked(csv.reader(lines[at:], delimiter=delimiter, strict=True), path)
    columns = _names(next(checked, []))
    if needs not in columns:
        expected = f" Expected: {others}." if others else ""
        raise TableError(
            f"{path} has no column `{needs}`. "
            f"Its columns are: {', '.join(filter(None, columns))[:200] or 'none'}.{expected}"
        )
    return columns, chain([[]] * at, checked)


def _delimiter(line: str) -> str:
    return max(",;\t", key=line.count)


def _cells(line: str) -> list[str]:
    with contextlib.suppress(csv.Error):
        return next(csv.reader([line], delimiter=_delimiter(line)), [])
    return []


def _names(cells: list[str]) -> list[str]:
    return [name.strip().casefold().replace(" ", "_") for name in cells]


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
