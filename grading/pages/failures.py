"""Why a test failed, as the student may read it: values used by hidden tests stay secret."""

import ast
import re
from dataclasses import dataclass
from functools import lru_cache

from grading.engine.free_names import names_in
from grading.engine.magics import as_python
from grading.labfile import hidden_lines
from grading.pages import svg
from grading.pages.cells import ANSI, source_of

ADDING = {"add", "append", "extend", "insert", "update"}
IN_TEST = re.compile(r"in the test, line (\d+)")
MAX_MESSAGE = 4_000


@dataclass(frozen=True)
class Failure:
    """Why a test failed: the message, whether a hidden part of the test said so, pictures."""

    message: str
    hidden: bool = False
    pictures: tuple = ()


def failure_of(cell):
    """Why a graded test cell failed: its message, or the general part of a hidden one."""
    errors = [o for o in cell.get("outputs", ()) if o.get("output_type") == "error"]
    if not errors:
        return Failure("")
    name, text = str(errors[-1].get("ename", "")), str(errors[-1].get("evalue", ""))
    text = ANSI.sub("", text)[:MAX_MESSAGE]
    message = text if name in ("AssertionError", "Stopped") and text else f"{name}: {text}"
    if _in_hidden_part(cell, errors[-1]):
        return Failure(general(message), hidden=True)
    return Failure(message, pictures=tuple(_pictures_of(message)))


def _in_hidden_part(cell, error):
    """Whether the line that failed is hidden, or uses names that hidden lines define.

    The line of a case is where the case was written. If the line is unknown, whether any line is
    hidden.
    """
    hidden = hidden_lines(source_of(cell))
    trace = error.get("traceback") or [""]
    line = IN_TEST.fullmatch(str(trace[0]))
    if line is None:
        return bool(hidden) and error.get("ename") != "Stopped"
    return int(line[1]) in hidden or _uses_hidden(source_of(cell), int(line[1]), hidden)


@lru_cache(maxsize=256)  # a class fails the same tests in the same lines
def _uses_hidden(source, line, hidden):
    """Whether the statement on this line needs names that earlier hidden lines bind or add to."""
    if not hidden:
        return False
    made: set[str] = set()
    for statement in ast.parse(as_python(source)).body:
        names = names_in(ast.unparse(statement))
        if names is None:
            return True
        inside = not hidden.isdisjoint(range(statement.lineno, statement.end_lineno + 1))
        if statement.lineno <= line <= statement.end_lineno:
            return inside or not made.isdisjoint(names.uses)
        if inside or not made.isdisjoint(names.uses):
            made |= names.binds | _added_to(statement)
    return False


def _added_to(statement):
    """Names of containers that a statement adds to, as in `_cases.append(...)`."""
    calls = [node.func for node in ast.walk(statement) if isinstance(node, ast.Call)]
    methods = [f for f in calls if isinstance(f, ast.Attribute) and f.attr in ADDING]
    return {f.value.id for f in methods if isinstance(f.value, ast.Name)}


GROUP = re.compile(r"([\[(])[\[(\s]*[-+−]?\d[\d\s.,eEnaifj+\-−×x*\[\]()]*[\])]")
NUMBER = re.compile(r"(?<![\w.])[-+−]?\d+(\.\d*)?(e[-+]?\d+)?j?(?!\w)", re.I)
SIZES = re.compile(r"\b\d+(x\d+)+\b")
WORDS = re.compile(r"""(?<![\[\w])'[^'\n]*'|"[^"\n]*\"""")


def general(message):
    """A message without the values that a hidden test used.

    The part before "expected" is the call with its inputs: there, numbers, arrays and quoted words
    become dots. The index of the entry that differs and the two values stay; arrays are removed.
    """
    message = re.split(r"\n(?:expected|got):|\n\n", message)[0]
    call, expected, outcome = message.partition(": expected ")
    place = re.search(r" at \[[\d, ]+\]$", call) if expected else None
    call = call[: place.start()] if place else call
    call = GROUP.sub(lambda m: "(…)" if m[1] == "(" else "[…]", call)
    if not re.match(r"\w+: ", message):  # not a Python error, whose quoted words are names and keys
        call = WORDS.sub("…", call)
    call = SIZES.sub("…", NUMBER.sub("…", call))
    call = re.sub(r"…(\s*[×x*,]\s*…)+", "…", call)
    outcome = re.sub(r"\[[^\]]*\]+", "[…]", outcome)
    return call + (place[0] if place else "") + expected + outcome


HEADER = re.compile(r"^expected:(?: +got:)?$", re.M)
ROWS = re.compile(r"\[[\[\]\s\d.eE+\-naif]*\]")


def _pictures_of(message):
    """Pictures of the two arrays at the end of a message, if there are any."""
    headers = list(HEADER.finditer(message))
    if not headers:
        return []
    header = headers[-1]
    below = message[header.end() + 1 :]
    if "got:" in header[0]:  # side by side
        middle, lines = header[0].index("got:"), below.split("\n")
        halves = [line[:middle] for line in lines], [line[middle:] for line in lines]
        texts = ["\n".join(half).strip() for half in halves]
    else:
        texts = [part.strip() for part in below.split("\ngot:\n")]
    if len(texts) != 2 or not all(ROWS.fullmatch(text) for text in texts):
        return []
    return svg.maps(*map(_rows, texts))


def _rows(text):
    try:
        return [[float(v) for v in row.split()] for row in re.findall(r"\[([^\[\]]+)\]", text)]
    except ValueError:
        return None
