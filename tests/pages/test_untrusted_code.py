"""Code that was written to be coloured for minutes is shown at once, in one colour."""

import nbformat
import pytest
from nbconvert import HTMLExporter

from grading.pages import cells, untrusted_code
from grading.pages.untrusted_code import MAX_CODE, MAX_LINE, can_be_coloured, safe_highlight
from grading.pages.untrusted_html import as_typed
from grading.paths import ROOT

SLOW = {  # each takes seconds to an hour in 50,000 characters
    "a format of zeros": "x = '%" + "0" * 49_000,
    "names of letters": "x = '" + "\\N{" * 16_000,
    "fields of fields": "x = '" + "{a[" * 16_000,
    "blank lines": " \n" * 24_000 + "$",
}


@pytest.fixture
def no_lexer(monkeypatch):
    def lex(*_):
        raise AssertionError("it is coloured")

    monkeypatch.setattr(cells, "colours", lex)
    monkeypatch.setattr(untrusted_code, "_highlight", lambda: lex)
    cells.coloured.cache_clear()
    yield
    cells.coloured.cache_clear()


@pytest.mark.parametrize("source", [*SLOW.values(), "x\n" * MAX_CODE], ids=[*SLOW, "too long"])
def test_what_takes_too_long_is_not_coloured(no_lexer, source):
    for shown in (cells.coloured(source), safe_highlight(source)):
        assert "<pre" in shown
        assert "<span" not in shown


def test_markup_in_it_stays_text(no_lexer):
    source = "'<script>'" + " " * MAX_LINE
    for shown in (cells.coloured(source), safe_highlight(source)):
        assert "<script" not in shown
        assert "&lt;script&gt;" in shown


def test_what_somebody_wrote_is_coloured():
    source = "\n".join(["def f(x):", "    return 1", "y = [" + "1, " * 150 + "]"] * 20)
    assert can_be_coloured(source)
    for shown in (cells.coloured(source), safe_highlight(source)):
        assert shown.count("<span") > 100
    with pytest.raises(AssertionError):
        assert can_be_coloured(source + "1" * (MAX_LINE + 1))


def test_formgraders_pages_are_made_by_it(no_lexer):
    config = (ROOT / "nbgrader_config.py").read_text(encoding="utf-8")
    name = f"{safe_highlight.__module__}.{safe_highlight.__name__}"
    assert f'"highlight_code": "{name}"' in config
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(SLOW["a format of zeros"])]
    )
    page, _ = HTMLExporter(filters={"highlight_code": name}).from_notebook_node(notebook)
    assert "0" * 49_000 in page
    notebook.cells[0].source = "x = 1"
    with pytest.raises(AssertionError, match="it is coloured"):
        HTMLExporter(filters={"highlight_code": name}).from_notebook_node(notebook)


@pytest.mark.parametrize("show", [safe_highlight, cells.coloured, as_typed])
def test_code_reads_as_it_runs(show):
    """Letters that turn the direction of writing can make a comment look like code."""
    for sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        assert sign not in show(f"x = 1  # {sign} and so on")
    assert "ش" in show("x = 'ش'")
