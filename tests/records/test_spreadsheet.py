"""No cell of an exported table is a formula, wherever a spreadsheet may begin a cell."""

import sys
import unicodedata

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


def letters():
    """All that Unicode has."""
    return map(chr, range(sys.maxunicode + 1))


def test_every_sign_that_reads_as_a_formulas_is_one():
    signs = {c for c in letters() if unicodedata.normalize("NFKC", c)[:1] in set("=+-@")}
    signs.add("\N{MINUS SIGN}")  # a minus in LibreOffice, and no wide form of one
    assert set("=+-@＝＋－＠﹦﹢﹣﹫⁼⁺₌₊−") <= signs
    for sign in signs:
        for before in ("", ";", "x\t", "x, "):
            assert defused(f"{before}{sign}1+1") == f"{before}'{sign}1+1", ascii(sign)


def test_nothing_unseen_hides_a_formula():
    unseen = {c for c in letters() if unicodedata.category(c) in ("Zs", "Cf", "Cc", "Mn", "Me")}
    unseen |= set('\u115f\u1160\u2800\u3164\uffa0"')
    assert len(unseen) > 1000
    for letter in unseen - {"\0", "\t", "\r", "\n"}:
        for before in ("", ";"):
            made = defused(f"{before}{letter}=1+1")
            assert made == f"{before}{letter}'=1+1", ascii(letter)


@pytest.mark.parametrize("text", ["|calc", "%0A", ' "=1+1"', '"=1+1', '; "@SUM(1)"'])
@pytest.mark.parametrize("make", [plain, _cell, defused])
def test_quoted_formulas_and_calls_of_programs_are_text(make, text):
    made = make(text)
    assert "'" in made
    assert made.replace("'", "") == (text if make is not plain else text.strip())


def test_a_long_text_takes_no_longer_than_its_letters():
    """Each letter is looked at once, so that a million line ends are no work."""
    text = "\n \u200b;" * 200_000
    assert defused(text) == "'" + text
