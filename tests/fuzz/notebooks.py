"""Whatever may be handed in as a notebook."""

import functools
import json
import tempfile
from pathlib import Path

import nbformat
import tiny
from hypothesis import strategies as st

from fuzz import spoilt_bytes
from grading.engine.plan import make_plan
from grading.engine.read import read_submission
from grading.engine.worker import add_remarks

NAMES = ["double", "mean", "spread", "why", "setup", "test_double", "test_mean", "remarks", "zzz"]
TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["def double(x): return 2 * x", "![a](attachment:a.png)", "%%bash\nls", "$x$"]),
    st.sampled_from(["\ud800", "\0", "\r\n\r", "\u2028", "raise NotImplementedError", "x" * 999]),
)
ODD = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS),
    lambda x: st.one_of(st.lists(x, max_size=3), st.dictionaries(TEXTS, x, max_size=2)),
    max_leaves=5,
)
PICTURES = st.dictionaries(
    st.sampled_from(["a.png", "a b", "../a", "\ud800"]),
    st.one_of(
        st.dictionaries(
            st.sampled_from(["image/png", "image/svg+xml", "text/html"]),
            st.one_of(st.sampled_from(["iVBORw0KGgo=", "R0lGODlhAQABAAAAADs="]), ODD),
            max_size=2,
        ),
        ODD,
    ),
    max_size=2,
)


def _mostly(usual):
    return st.one_of(usual, usual, usual, ODD)


CELLS = st.fixed_dictionaries(
    {},
    optional={
        "cell_type": _mostly(st.sampled_from(["code", "markdown", "raw"])),
        "source": _mostly(st.one_of(TEXTS, st.lists(TEXTS, max_size=3))),
        "id": _mostly(st.sampled_from(NAMES)),
        "metadata": _mostly(
            st.fixed_dictionaries(
                {},
                optional={
                    "nbgrader": _mostly(
                        st.fixed_dictionaries(
                            {"grade_id": _mostly(st.sampled_from(NAMES))},
                            optional={"points": ODD, "solution": ODD, "locked": ODD},
                        )
                    ),
                    "tags": ODD,
                },
            )
        ),
        "outputs": ODD,
        "attachments": _mostly(PICTURES),
    },
)
NOTEBOOKS = st.fixed_dictionaries(
    {},
    optional={
        "cells": _mostly(st.lists(CELLS, max_size=8)),
        "metadata": ODD,
        "nbformat": _mostly(st.just(4)),
        "worksheets": ODD,
    },
)
CODES = st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "latin-1"])


def _bytes(notebook, code, is_plain):
    text = json.dumps(notebook, ensure_ascii=is_plain)
    return text.encode(code, "surrogatepass" if code.startswith("utf") else "replace")


FILES = st.builds(_bytes, st.one_of(NOTEBOOKS, NOTEBOOKS, ODD), CODES, st.booleans())
inputs = st.lists(
    st.tuples(st.sampled_from(["tiny.ipynb", "other.ipynb", "a\nb.ipynb"]), FILES),
    min_size=1,
    max_size=2,
)


def spoilt(files, random):
    """Bytes of the files."""
    return [(name, spoilt_bytes(data, random)) for name, data in files]


@functools.lru_cache(maxsize=1)
def _teacher():
    with tempfile.TemporaryDirectory() as folder:
        course = tiny.make_course(Path(folder))
        text = (course / "source" / tiny.LAB / f"{tiny.LAB}.ipynb").read_text()
    return nbformat.reads(text, as_version=4)


def check(files):
    """Read it and plan its grading: nothing is ever raised, and what comes is a notebook."""
    teacher = _teacher()
    marks = {c.metadata.nbgrader.grade_id for c in teacher.cells if "nbgrader" in c.metadata}
    reading = read_submission(files, tiny.LAB, marks)
    assert all("\n" not in remark for remark in reading.remarks)
    plan = make_plan(files, tiny.LAB, teacher)
    add_remarks(plan.notebook, plan.remarks)
    written = nbformat.writes(plan.notebook).encode()
    assert len(written) < 200_000 + 10 * sum(len(data) for _, data in files)
    nbformat.validate(nbformat.reads(written.decode(), as_version=4))
    tests = [c for c in plan.cells if c.kind == "test"]
    assert sorted((c.name, c.points) for c in tests) == sorted(tiny.POINTS.items())
    own = {c.source for c in teacher.cells if c.metadata.get("nbgrader", {}).get("grade")}
    assert all(cell.source in own for cell in tests)
