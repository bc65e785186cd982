"""Read a submission's files, whatever they are: a stranger wrote their bytes.

Only the cells' sources, claimed names, ids and pasted pictures are taken from a file. Each oddity
becomes a remark in plain words.
"""

import contextlib
import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from grading.engine.pictures import Pictures, take_out, with_plain_names
from grading.engine.skim import LEFT_OUT, MAX_MAPPED, is_nested_deeply, skimmed
from grading.labfile import is_as_released, mark_of

MAX_FILE = 100 << 20  # bytes
SMALL = 1 << 19  # bytes; a file up to this size is read whole, without skimming
MAX_FILES = 20
NBFORMAT = 4
MAX_CELLS = 2_000
MAX_SOURCE = 2 << 20  # characters of all cells together
MAX_LOOKED_AT = 20_000  # cells
MAX_PICTURES = 200  # of a cell
MAX_CODE = 8 << 20  # characters, if no text is left to drop
MAX_ANSWER = 100_000  # characters of a written answer, if the notebook is too long

PADDING = b"\0" * 8  # more than the last character of a text has in any encoding

OTHER_FILES = {  # files handed in instead of a notebook, by how they begin
    b"%PDF": "a PDF",
    b"<": "a web page",
    b"PK\x03\x04": "a zip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}


@dataclass
class Raw:
    """A cell as handed in: all that is taken from the file."""

    cell_type: str
    source: str
    name: str = ""  # the grade_id that it claims
    released: str = ""  # "test" or "locked", if it reads as a release of the lab had it
    id: str = ""
    pictures: Pictures = field(default_factory=dict)  # pasted or attached, not checked yet


@dataclass(frozen=True)
class Reading:
    """The cells of a notebook, none if it cannot be read, and remarks on it."""

    cells: list[Raw]
    remarks: list[str]


def read_submission(
    files: Collection[tuple[str, bytes | None]], lab: str, names: Collection[str]
) -> Reading:
    """Choose and read the notebook to grade among those handed in.

    Parameters
    ----------
    files : sequence of (str, bytes or None)
        Names and contents; None for a file that is too large to read.
    lab : str
        The notebook of this name is graded, or else the one with most of the lab's cells.
    names : collection of str
        The lab's cells, by grade_id.
    """
    if not files:
        return Reading([], [f"There is no notebook: {lab}.ipynb was expected."])
    exact = [file for file in files if file[0] == f"{lab}.ipynb"]
    if exact:
        remarks = []
        if len(files) > 1:
            others = ", ".join(shortened(name) for name, _ in files if name != exact[0][0])
            remarks = [f"There are several notebooks: {lab}.ipynb is graded, not {others}."]
        reading = read_notebook(*exact[0])
        return Reading(reading.cells, remarks + reading.remarks)
    found = [(name, read_notebook(name, data)) for name, data in list(files)[:MAX_FILES]]
    name, reading = max(found, key=lambda f: len({raw.name for raw in f[1].cells} & set(names)))
    odd = f"The notebook is called {shortened(name)}: {lab}.ipynb was expected."
    return Reading(reading.cells, [odd, *reading.remarks])


def read_notebook(name: str, data: bytes | None) -> Reading:
    """Read the cells of a notebook file, however odd it is."""
    name = shortened(name)
    if data is None:
        why = (
            f"{name} is larger than {MAX_MAPPED >> 20} MB, or too large even without outputs and "
            "pictures, or not a plain file: clear its outputs."
        )
        return Reading([], [why])
    if data.endswith(PADDING):  # what a crash or a synchronized folder leaves of a file
        data = data.rstrip(b"\0")
    if not data.strip():
        return Reading([], [f"{name} is empty."])
    begins = (kind for begin, kind in OTHER_FILES.items() if data.lstrip().startswith(begin))
    if other := next(begins, ""):
        return Reading([], [f"{name} is not a notebook: it is {other}."])
    remarks: list[str] = []
    try:
        content, remarks = _content(data)
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
    remarks += _odd_in_form(content, cells[:MAX_LOOKED_AT])
    raws = [raw for raw in map(_raw, cells[:MAX_LOOKED_AT]) if raw is not None]
    if len(cells) > MAX_LOOKED_AT:
        remarks.append(f"{name} has {len(cells)} cells; the first {MAX_LOOKED_AT} were read.")
    return Reading(_within_limits(raws, name, remarks), remarks)


def _within_limits(raws: list[Raw], name: str, remarks: list[str]) -> list[Raw]:
    """Drop cells beyond the limits: the student's own texts first, code and answers last."""

    def rank(raw: Raw) -> int:
        return 2 if raw.name else 1 if raw.cell_type == "code" else 0

    kept = raws
    if len(raws) > MAX_CELLS:
        order = sorted(range(len(raws)), key=lambda i: (-rank(raws[i]), i))[:MAX_CELLS]
        kept = [raws[i] for i in sorted(order)]
    size = sum(len(raw.source) for raw in kept)
    for group in (0, 1, 2):
        most = MAX_SOURCE if group == 0 else MAX_CODE
        for raw in sorted((r for r in kept if rank(r) == group), key=lambda r: -len(r.source)):
            if size <= most:
                break
            size -= len(raw.source)
            if group == 2 and raw.cell_type != "code":  # of a written answer the beginning stays
                raw.source = raw.source[:MAX_ANSWER]
                size += len(raw.source)
                remarks.append(f"The answer {raw.name} is too long; its beginning was kept.")
            else:
                kept = [each for each in kept if each is not raw]
    if len(kept) < len(raws):
        code = sum(raw.cell_type == "code" for raw in raws) - sum(
            raw.cell_type == "code" for raw in kept
        )
        what = f"{len(raws) - len(kept)} cells" + (f", {code} of them code" if code else " of text")
        remarks.append(f"{name} has more cells or text than a lab can have: {what} were left out.")
    return kept


def _cells_of_old_format(content: dict) -> list:
    """The cells of nbformat 3 and older, which are inside worksheets."""
    sheets = content.get("worksheets")
    sheets = sheets if isinstance(sheets, list) else []
    lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    return [cell for cells in lists if isinstance(cells, list) for cell in cells]


def _content(data: bytes) -> tuple[Any, list[str]]:
    """The JSON in a file, and a remark if it is not in UTF-8."""
    if len(data) <= SMALL:  # whatever it contains, it does not take much memory
        with contextlib.suppress(ValueError, RecursionError):
            content = json.loads(data.decode())
            if not is_nested_deeply(content):
                return content, _left_out(data)
    text, remarks = _decoded(data)
    return json.loads(text), remarks


def _decoded(data: bytes) -> tuple[str, list[str]]:
    """The text of a file, and a remark if it is not in UTF-8."""
    try:
        encoding = json.detect_encoding(data)
        if not encoding.startswith("utf-8"):
            data, encoding = data.decode(encoding).encode("utf-8", "surrogatepass"), "utf-8"
        data = skimmed(data)
        return data.decode(encoding, "surrogatepass"), _left_out(data)
    except UnicodeDecodeError:
        text = skimmed(data.decode("latin-1").encode()).decode()
        return text, ["The file is not in UTF-8; it was read as Latin-1."]


def _odd_in_form(content: dict, cells: list) -> list[str]:
    """Remarks on a format that is not known, and on cells that are none or have no source."""
    remarks = []
    found = content.get("nbformat")
    if isinstance(found, int) and found > NBFORMAT:
        remarks.append(
            f"The notebook is in a newer format (nbformat {shortened(found)}); "
            f"it was read as nbformat {NBFORMAT}."
        )
    known = [cell for cell in cells if isinstance(cell, dict)]
    if others := len(cells) - len(known):
        remarks.append(f"In the list of cells, {others} of {len(cells)} are not cells.")
    empty = sum(not isinstance(c.get("source", c.get("input")), str | list) for c in known)
    if empty:
        remarks.append(f"Cells without a source count as empty: {empty}.")
    return remarks


def _left_out(data: bytes) -> list[str]:
    return ["It is too large: pictures and the longest texts were left out."] * (LEFT_OUT in data)


def _raw(cell: Any) -> Raw | None:
    if not isinstance(cell, dict):
        return None
    source = cell.get("source", cell.get("input"))
    lines = source if isinstance(source, list) else [source]
    source = "".join([line for line in lines if isinstance(line, str)])
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    source = _whole(source)
    mark = mark_of(cell)
    name = _whole(mark.name)
    kind = str(cell.get("cell_type", "code"))
    kind = kind if kind in ("code", "markdown") else "raw"
    if kind == "code":
        checksum = cell["metadata"]["nbgrader"].get("checksum") if name else None
        old = mark.kind in ("test", "locked") and is_as_released(mark, kind, source, checksum)
        released = mark.kind if old else ""
        return Raw(kind, source, name, released, _whole(cell.get("id", "")))
    source, pasted = take_out(source)
    source, attached = with_plain_names(source, _pictures(cell.get("attachments")))
    return Raw(kind, source, name, "", _whole(cell.get("id", "")), attached | pasted)


def _whole(text: object) -> str:
    """A text without lone surrogates, which JSON can spell but no file can hold."""
    return str(text).encode("utf-8", "replace").decode()


def _pictures(attachments: Any) -> Pictures:
    """A cell's attachments that claim to be pictures, not checked yet."""
    found: Pictures = {}
    for name, content in attachments.items() if isinstance(attachments, dict) else ():
        for kind, text in content.items() if isinstance(content, dict) else ():
            text = "".join(map(str, text)) if isinstance(text, list) else text
            if str(kind).startswith("image/") and isinstance(text, str):
                found[_whole(name)] = {_whole(kind): _whole(text)}
        if len(found) >= MAX_PICTURES:
            break
    return found


def shortened(text: object) -> str:
    """At most 120 characters of a text, in one line."""
    return re.sub(r"\s+", " ", str(text))[:120]
