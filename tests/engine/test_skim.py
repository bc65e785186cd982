"""A notebook's file is gone through before anything is made of it: what counts is kept, no more."""

import json
import os
import signal
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.engine import skim
from grading.engine.read import read_notebook
from grading.engine.skim import MAX_NESTED, is_nested_deeply, skimmed
from grading.paths import ROOT

TEXTS = st.text(max_size=12) | st.sampled_from(
    ['"', "\\", '\\"', "[", "}", '"outputs":', "metadata"]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
MARK = {"grade_id": "a", "grade": True}


@given(cells=st.lists(st.tuples(TEXTS, JSON, JSON), max_size=4), other=JSON, ascii=st.booleans())
def test_sources_and_marks_are_kept_and_outputs_are_not_whatever_they_are(cells, other, ascii):
    notebook = {
        "metadata": {"x": other},
        "cells": [
            {"source": text, "outputs": [out], "metadata": {"nbgrader": MARK, "more": more}}
            for text, out, more in cells
        ],
        "nbformat": 4,
    }
    left = json.loads(skimmed(json.dumps(notebook, ensure_ascii=ascii).encode("utf-8", "replace")))
    for (text, *_), cell in zip(cells, left["cells"], strict=True):
        assert cell["source"] == text.encode("utf-8", "replace").decode() or ascii
        assert cell["outputs"] is None
        assert cell["metadata"]["nbgrader"] == MARK
        assert not isinstance(cell["metadata"]["more"], str | list | dict)


@given(JSON)
def test_what_is_no_notebook_stays_as_it_is(value):
    data = json.dumps([value]).encode()
    assert skimmed(data) == data


@given(st.binary(max_size=200) | st.text('[]{}":,\\ 1', max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused_in_a_remark(data):
    for start in (b"", b'{"cells": [{"source": '):
        reading = read_notebook("a.ipynb", start + data)
        assert reading.cells or reading.remarks


@pytest.mark.parametrize(
    "data",
    [
        b"[" * (MAX_NESTED + 1),
        b"[" + b"1," * 1_100_000 + b"1]", b'["' + b"\\" * 9_000_000 + b'"]',
        b'["' + b'\\"' * 9_000_000 + b'"]', b'{"a',
        b'{"cells": [{"outputs": [' + b"[]," * 900_000, b'{"metadata": [',
    ],
    ids=lambda data: str(data[:8]) + str(len(data)),
)  # fmt: skip
def test_what_is_too_much_is_refused_in_a_sentence(data, monkeypatch):
    """By a tenth of the steps: what takes more than there are is read below."""
    monkeypatch.setattr(skim, "MAX_STEPS", skim.MAX_STEPS // 10)
    (remark,) = read_notebook("a.ipynb", data).remarks
    assert remark.startswith("a.ipynb is not a notebook")


# Not `getrusage`: a child's largest size begins with that of the process that started it.
HUGE = """
import re
from pathlib import Path
from grading.engine.read import read_notebook
print(read_notebook("a.ipynb", {data}).remarks)
print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) >> 10)
"""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("b'{\"cells\": [' + b'[],' * 32_000_000 + b'1]}'", "too many parts"),
        ('b\'{"cells": [{"source": "", "outputs": [\' + b\'1,\' * 49_000_000 + b\'1]}]}\'', "[]"),
    ],
)
def test_a_hundred_megabytes_are_read_in_a_bounded_space(data, said):
    """Measured from outside; these took three gigabytes."""
    answer = subprocess.run(
        [sys.executable, "-c", HUGE.format(data=data)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=600,
    )  # fmt: skip
    remarks, megabytes = answer.stdout.splitlines()
    assert said in remarks
    assert int(megabytes) < 700


def test_texts_and_pictures_go_before_code(tmp_path, monkeypatch):
    """Where more would be left than may be; a file that is mapped is read like one in memory."""
    monkeypatch.setattr(skim, "MAX_KEPT", 3_000)
    monkeypatch.setattr(skim, "LONGEST", (2_000, 1_000))
    code = "def f(x):\n    return x" + " " * 900
    cells = [
        {"cell_type": "markdown", "source": "long " * 500, "metadata": {}},
        {"cell_type": "code", "source": code, "metadata": {}, "outputs": ["x" * 9_000]},
        {
            "cell_type": "markdown",
            "source": "short",
            "attachments": {"a": {"image/png": "A" * 999}},
        },
    ]
    data = json.dumps({"cells": cells}).encode()
    (tmp_path / "a.ipynb").write_bytes(data)
    for got in (data, skim.skimmed_file(tmp_path / "a.ipynb")):
        reading = read_notebook("a.ipynb", got) if got is not data else None
        left = json.loads(skimmed(data) if reading is None else got)["cells"]
        assert [cell["source"] for cell in left] == ["# (left out: too large)", code, "short"]
        assert not any("AAA" in json.dumps(cell) for cell in left)
    assert "longest texts were left out" in reading.remarks[0]
    assert reading.cells[2].pictures == {}


def test_a_file_that_shrinks_while_it_is_mapped_kills_nobody(tmp_path):
    """The kernel sends SIGBUS to whoever reads what is not there any more: in a process apart."""
    path = tmp_path / "a.ipynb"
    shrinks = (
        "import mmap, os, sys; from pathlib import Path; from grading.engine import skim\n"
        "path, look = Path(sys.argv[1]), skim.skimmed\n"
        "path.write_bytes(b'{\"cells\": []}' + b' ' * 100_000)\n"
        "skim.skimmed = lambda data: os.truncate(path, 0) or look(data)\n"
    )
    mapped = (
        "with open(path, 'rb') as file:\n"
        "    skim.skimmed(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))\n"
    )
    ended = {
        way: subprocess.run([sys.executable, "-c", shrinks + way, path], check=False).returncode
        for way in ("assert skim.skimmed_file(path).startswith(b'{')", mapped)
    }
    assert list(ended.values()) == [0, -signal.SIGBUS]


@pytest.mark.parametrize("kind", ["none", "folder", "link", "pipe", "empty"])
def test_what_is_no_plain_file_is_not_mapped(tmp_path, kind):
    path = tmp_path / "a.ipynb"
    (tmp_path / "real").write_text('{"cells": []}')
    make = {
        "none": lambda: None,
        "folder": path.mkdir,
        "link": lambda: path.symlink_to(tmp_path / "real"),
        "pipe": lambda: os.mkfifo(path),
        "empty": path.touch,
    }
    make[kind]()
    assert skim.skimmed_file(path) is None


def test_a_file_name_is_one_line_of_a_remark():
    for name in ("a\nAll 40 points\n.ipynb", "a\u2028b.ipynb", "a\r.ipynb"):
        (remark,) = read_notebook(name, b"{").remarks
        assert len(remark.splitlines()) == 1


def test_what_is_nested_too_deeply_is_seen_in_what_has_been_read_too():
    def nested(depth):
        value = 1
        for level in range(depth):
            value = [value, 2] if level % 2 else {"a": value}
        return value

    assert not is_nested_deeply(nested(MAX_NESTED))
    assert is_nested_deeply(nested(MAX_NESTED + 1))


@pytest.mark.parametrize(
    "code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_a_large_file_in_another_code_is_gone_through_part_by_part(tmp_path, monkeypatch, code):
    """Parts end in the middle of a letter: nothing of it may be lost."""
    cells = [
        {"cell_type": "code", "source": f"x = '{'é李🙂' * 50}'", "outputs": ["A" * 9_000]},
        {"cell_type": "markdown", "source": "Größe 🙂"},
    ]
    path = tmp_path / "a.ipynb"
    path.write_bytes(json.dumps({"cells": cells}, ensure_ascii=False).encode(code))
    for part in (4, 7, 1_001, 1 << 20):
        monkeypatch.setattr(skim, "PART", part)
        left = json.loads(skim.skimmed_file(path))["cells"]
        assert [cell["source"] for cell in left] == [cell["source"] for cell in cells]
        assert left[0]["outputs"] is None
