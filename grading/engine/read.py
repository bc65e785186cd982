"""Reading what was handed in, whatever it is: its bytes are a stranger's.

Of a file only the cells' sources, claimed names, ids and pasted PNGs are taken. What was odd about
it becomes a remark in plain words.
"""

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

MAX_FILE = 100 << 20  # bytes
MAX_FILES = 20
MAX_CELLS = 2_000
MAX_SOURCE = 2 << 20  # characters of all cells together
MAX_PICTURE = 3 << 20  # characters, in base64
PNG = re.compile(r"iVBORw0KGgo[A-Za-z0-9+/=\s]*\Z")


@dataclass
class Raw:
    """A cell as it was handed in: all that is taken from the file."""

    cell_type: str
    source: str
    name: str = ""  # the grade_id that it claims
    id: str = ""
    pictures: dict[str, dict[str, str]] = field(default_factory=dict)  # its PNG attachments


@dataclass(frozen=True)
class Reading:
    """The cells of a notebook, none if it cannot be read, and what was odd about it."""

    cells: list[Raw]
    remarks: list[str]


def read_submission(
    files: Collection[tuple[str, bytes | None]], lab: str, names: Collection[str]
) -> Reading:
    """Read the notebook that is to be graded, of those handed in.

    Parameters
    ----------
    files : sequence of (str, bytes or None)
        Names and contents; None where one is too large to read.
    lab : str
        The notebook of this name is graded, or the one with most of the lab's cells.
    names : collection of str
        The lab's cells, by grade_id.
    """
    if not files:
        return Reading([], [f"There is no notebook: {lab}.ipynb was expected."])
    exact = [file for file in files if file[0] == f"{lab}.ipynb"]
    if exact:
        remarks = []
        if len(files) > 1:
            others = ", ".join(name for name, _ in files if name != exact[0][0])
            remarks = [f"There are several notebooks: {lab}.ipynb is graded, not {others}."]
        reading = read_notebook(*exact[0])
        return Reading(reading.cells, remarks + reading.remarks)
    found = [(name, read_notebook(name, data)) for name, data in list(files)[:MAX_FILES]]
    name, reading = max(found, key=lambda f: len({raw.name for raw in f[1].cells} & set(names)))
    odd = f"The notebook is called {name}: {lab}.ipynb was expected."
    return Reading(reading.cells, [odd, *reading.remarks])


def read_notebook(name: str, data: bytes | None) -> Reading:
    """Read the cells of a notebook file, whatever is odd about it."""
    if data is None:
        why = f"{name} is larger than {MAX_FILE >> 20} MB, or is no file: clear its outputs."
        return Reading([], [why])
    if not data.strip():
        return Reading([], [f"{name} is empty."])
    text, remarks = _decoded(data)
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        why = f"{name} is not a notebook: it is damaged ({shortened(error)})."
        return Reading([], [*remarks, why])
    cells = content.get("cells") if isinstance(content, dict) else None
    if cells is None and isinstance(content, dict):
        cells = _cells_of_old_format(content)
        if cells:
            remarks.append("The notebook is in an old format (nbformat 3).")
    if not isinstance(cells, list) or not cells:
        return Reading([], [*remarks, f"{name} has no cells."])
    raws = [raw for raw in map(_raw, cells[:MAX_CELLS]) if raw is not None]
    if len(cells) > MAX_CELLS or sum(len(raw.source) for raw in raws) > MAX_SOURCE:
        return Reading([], [*remarks, f"{name} has more cells or text than a lab can have."])
    return Reading(raws, remarks)


def _cells_of_old_format(content: dict) -> list:
    """The cells of nbformat 3 and older, where they lie in worksheets."""
    sheets = content.get("worksheets")
    sheets = sheets if isinstance(sheets, list) else []
    lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    return [cell for cells in lists if isinstance(cells, list) for cell in cells]


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """The text of a file, and a remark if it is not in UTF-8."""
    try:
        return data.decode(json.detect_encoding(data)), []
    except UnicodeDecodeError:
        return data.decode("latin-1"), ["The file is not in UTF-8; it was read as Latin-1."]


def _raw(cell: Any) -> Raw | None:
    if not isinstance(cell, dict):
        return None
    source = cell.get("source", cell.get("input"))
    lines = source if isinstance(source, list) else [source]
    source = "".join(line for line in lines if isinstance(line, str))
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    source = source.encode("utf-8", "replace").decode()  # half a surrogate pair cannot be written
    metadata = cell.get("metadata")
    mark = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    name = mark.get("grade_id") if isinstance(mark, dict) else ""
    kind = str(cell.get("cell_type", "code"))
    kind = kind if kind in ("code", "markdown") else "raw"
    return Raw(kind, source, str(name), str(cell.get("id", "")), _pictures(cell.get("attachments")))


def _pictures(attachments: Any) -> dict[str, dict[str, str]]:
    """Of a cell's attachments those that are PNG: a drawing pasted into an answer."""
    found = {}
    for name, content in attachments.items() if isinstance(attachments, dict) else ():
        text = content.get("image/png") if isinstance(content, dict) else None
        if isinstance(text, str) and len(text) < MAX_PICTURE and PNG.match(text):
            found[str(name)] = {"image/png": text}
    return found


def shortened(text: object) -> str:
    """At most 120 characters of a text, in one line."""
    return re.sub(r"\s+", " ", str(text))[:120]
