"""No cell of an exported table is a formula, wherever a spreadsheet may begin a cell."""

import pytest

from grading.pages.report import plain
from grading.records.export import _cell
from grading.records.spreadsheet import defused

FORMULA = "=HYPERLINK(1)"


@pytest.mark.parametrize("before", ["", ";", "; ", "\t", "\n", "\r\n", "x;", "x\t", "x,", "x\n "])
@pytest.mark.parametrize("make", [plain, _cell, defused])
def test_a_formula_is_defused_at_every_start_of_a_cell(make, before):
    text = make(f"{before}{FORMULA}")
    at = text.index(FORMULA)
    assert at
    assert text[at - 1] in "' " if make is plain else text[at - 1] == "'"


@pytest.mark.parametrize("make", [plain, _cell, defused])
def test_plain_text_stays(make):
    for text in ("Anne-Marie", "a = b", "x (2 - 1)"):
        assert make(text) == text
