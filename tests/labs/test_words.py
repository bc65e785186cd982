"""Labs are read after a day's work: none has more words than a student finishes with joy."""

import json

import pytest

from grading.paths import NOTEBOOKS, lab_names

MOST = (1900, 2300, 2600, 2300, 2300, 2600, 3000, 2100)  # of labs 1 to 8


def words(notebook):
    cells = json.loads(notebook)["cells"]
    return sum(len("".join(c["source"]).split()) for c in cells if c["cell_type"] == "markdown")


@pytest.mark.parametrize(("lab", "most"), list(zip(lab_names(), MOST, strict=True)))
def test_a_lab_has_no_more_words_than_it_may(lab, most):
    assert words((NOTEBOOKS / lab / f"{lab}.ipynb").read_text(encoding="utf-8")) <= most


def test_words_are_those_of_the_text_alone():
    cells = [("markdown", ["Two ", "words"]), ("code", ["print(1) # not these"])]
    made = {"cells": [{"cell_type": kind, "source": source} for kind, source in cells]}
    assert words(json.dumps(made)) == 2
