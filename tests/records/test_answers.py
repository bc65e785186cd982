"""An answer is known again by what it says, however its notebook was written to the disk."""

import json

import nbformat
from hypothesis import given
from hypothesis import strategies as st

from grading.records.write import answers_in

texts = st.text(st.sampled_from("a\n\r\u2028é "), max_size=12)
kinds = st.sampled_from(["image/png", "image/svg+xml", "text/plain", "application/json"])
pictures = st.dictionaries(st.sampled_from(["a.png", "b"]), st.dictionaries(kinds, texts))


def mark(name):
    return {"nbgrader": {"grade_id": name, "grade": True, "solution": True, "points": 1}}


@given(st.lists(st.tuples(texts, pictures), min_size=1, max_size=3))
def test_an_answer_has_one_digest_in_memory_and_on_the_disk(answers):
    cells = [
        nbformat.v4.new_markdown_cell(source, attachments=attachments, metadata=mark(f"q{number}"))
        for number, (source, attachments) in enumerate(answers)
    ]
    notebook = nbformat.v4.new_notebook(cells=cells)
    text = nbformat.writes(notebook)
    assert answers_in(json.loads(text)) == answers_in(notebook)
    assert answers_in(nbformat.reads(text, as_version=4)) == answers_in(notebook)


def test_another_answer_has_another_digest():
    one, other = (
        {"cells": [{"cell_type": "markdown", "source": source, "metadata": mark("q")}]}
        for source in ("Yes", ["Ye", "s."])
    )
    assert answers_in(one) != answers_in(other)
