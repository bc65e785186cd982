"""Tell from a notebook's cells which lab it is, and how much of it is filled in."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grading.engine.read import Raw, read_notebook
from grading.paths import COURSE, NOTEBOOKS

KINDS = (".ipynb", ".json", ".txt", ".zip")
ENOUGH = 0.3  # share of a lab's cells by which it is recognised


@dataclass(frozen=True)
class Released:
    """A lab as released: its cells by name, and the text of the given ones."""

    name: str
    names: frozenset
    given: frozenset
    stubs: dict  # of the answers, by name, without white space
    sources: dict  # the same, with white space


@dataclass(frozen=True)
class Look:
    """What a file turns out to be.

    lab is "" if it is no lab's notebook; answered counts the cells the student filled in; problem
    says why it cannot be read; plain is whether nbgrader can read its bytes, in UTF-8.
    """

    lab: str = ""
    answered: int = 0
    problem: str = ""
    plain: bool = True


def released_labs(course: str | Path = COURSE) -> dict[str, Released]:
    """The labs released to a class, by name."""
    course = Path(course)
    own = NOTEBOOKS if course == COURSE else course / "notebooks"
    found = {path.stem: path for path in own.glob("*/*.ipynb") if path.stem == path.parent.name}
    for path in course.glob("release/*/*.ipynb"):
        if path.stem == path.parent.name:
            found.setdefault(path.stem, path)
    return {name: _released(str(path), path.stat().st_mtime_ns) for name, path in found.items()}


@lru_cache(maxsize=64)
def _released(path: str, _: int) -> Released:
    raws = read_notebook(path, Path(path).read_bytes()).cells
    code = {raw.name: raw for raw in raws if raw.name}
    sources = {n: raw.source for n, raw in code.items() if not n.startswith("test_")}
    stubs = {name: squeezed(source) for name, source in sources.items()}
    texts = (squeezed(raw.source) for raw in raws)
    given = frozenset(text for text in texts if len(text) > 30)
    return Released(Path(path).stem, frozenset(code), given, stubs, sources)


def squeezed(source: str) -> str:
    """A source without its white space, so that an editor's habits do not count."""
    return "".join(source.split())


def may_be_notebook(name: str) -> bool:
    """Whether a file may be a notebook or an archive, by its name."""
    is_copy = re.search(r"\.ipynb\W[^.~]*\Z", name, re.I)  # “lab.ipynb”的副本, lab.ipynb (1)
    return name.lower().endswith(KINDS) or "." not in name.strip(".") or bool(is_copy)


def is_other_text(name: str, data: bytes) -> bool:
    """Whether a file is other text, such as a license, rather than a damaged notebook."""
    begin = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    may_be_one = begin.startswith((b"{", b"<", b"%PDF", b"PK"))  # or a page, a PDF or a zip of it
    return not name.lower().endswith(".ipynb") and not may_be_one


def look_at(name: str, data: bytes, labs: Mapping[str, Released]) -> Look:
    """Find out which lab's notebook a file is."""
    reading = read_notebook("it", data)
    raws = reading.cells
    if not raws:
        return Look(
            problem=reading.remarks[-1].rstrip(".") if reading.remarks else "it has no cells"
        )
    names = {raw.name for raw in raws if raw.name}
    texts = {squeezed(raw.source) for raw in raws}
    likeness = {lab.name: _likeness(lab, names, texts) for lab in labs.values()}
    best = max(likeness, key=lambda lab: (likeness[lab], lab == name), default="")
    if not best or likeness[best] < ENOUGH:
        best = _by_definitions(raws, labs)
        if not best:
            return Look(problem="its cells are those of no lab")
    return Look(best, _answered(raws, labs[best]), "", _is_utf8(data))


def _likeness(lab: Released, names: set[str], texts: set[str]) -> float:
    by_name = len(names & lab.names) / max(1, len(lab.names))
    by_text = len(texts & lab.given) / max(1, len(lab.given))
    return max(by_name, by_text)


def _by_definitions(raws: list[Raw], labs: Mapping[str, Released]) -> str:
    """The lab of which at least half the names are defined, in cells of a new notebook."""
    source = "\n".join(raw.source for raw in raws if raw.cell_type == "code")
    defined = set(re.findall(r"^(?:def|class)\s+(\w+)", source, re.M))
    share = {
        lab.name: len(defined & set(lab.stubs)) / max(1, len(lab.stubs)) for lab in labs.values()
    }
    best = max(share, key=lambda name: share[name], default="")
    return best if best and share[best] >= 0.5 else ""


def _answered(raws: list[Raw], lab: Released) -> int:
    """How many cells the student wrote: answers, and cells added."""
    given = lab.given | set(lab.stubs.values())
    own = 0
    for raw in raws:
        text = squeezed(raw.source)
        if text and text not in given and not raw.name.startswith("test_"):
            own += raw.name in lab.stubs or raw.cell_type == "code"
    return own


def _is_utf8(data: bytes) -> bool:
    """UTF-16 can be valid UTF-8 too, full of zeros."""
    try:
        return b"\0" not in data and not data.decode("utf-8").startswith("\ufeff")
    except UnicodeDecodeError:
        return False


def as_utf8(data: bytes) -> bytes:
    """A notebook's bytes as UTF-8 without a byte order mark, which is what nbgrader reads."""
    try:
        return data.decode(json.detect_encoding(data)).removeprefix("\ufeff").encode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return data.decode("latin-1").encode("utf-8")
