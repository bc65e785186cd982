"""Texts of strangers on a page: none grows beyond its bound, lasts long or looks like the page."""

import pytest

from grading.pages import untrusted_html
from grading.pages.untrusted_html import render_text, safe_markdown

FORGED = ["&#xe000;0&#xe001;", "&#57344;0&#57345;", "\ue0000\ue001", "place0x0x", "placex0x"]


@pytest.mark.parametrize("forged", FORGED)
def test_a_text_cannot_name_the_place_of_a_formula(forged):
    page = render_text(f"$x^2$ {forged * 400}")
    assert page.count("<math") == 1
    assert len(page) < 50_000


def test_a_formula_in_its_place_is_shown():
    assert render_text("# $a$\n\n$$b$$ and $c$").count("<math") == 3


def test_a_text_that_takes_long_is_shown_as_it_was_typed(monkeypatch):
    source = "a" + " " * 9000 + "b"
    monkeypatch.setattr(untrusted_html, "SECONDS", 0.01)
    untrusted_html._rendered_once.cache_clear()
    assert render_text(source).startswith("<pre>")
    assert safe_markdown({"cell": {}}, source).startswith("<pre>")
    monkeypatch.undo()
    untrusted_html._rendered_once.cache_clear()
    assert not render_text("a b").startswith("<pre>")


def test_a_picture_that_is_shown_a_hundred_times_is_not_multiplied():
    picture = ("p.png", "image/png", "A" * 1_000_000)
    assert len(render_text("![a](attachment:p.png) " * 100, (picture,))) < 10_000
    assert len(render_text("![a](attachment:p.png) " * 2, (picture,))) > 2_000_000


@pytest.mark.parametrize("named", ["modal-backdrop", "btn", "row fade", "highlight modal", "in"])
def test_a_text_has_no_class_or_id_of_the_page_around_it(named):
    source = f'<a class="{named}" id="save" href="http://a.b">x</a><div class="{named}">y</div>'
    for page in (safe_markdown({"cell": {}}, source), render_text(source)):
        assert "class=" not in page
        assert "id=" not in page
        assert ">x</a>" in page


def test_code_in_a_text_keeps_its_colours():
    for page in (
        safe_markdown({"cell": {}}, "```python\nx = 1\n```"),
        render_text("```python\nx = 1\n```"),
    ):
        assert 'class="highlight"' in page
        assert 'class="mi"' in page


# A page that was opened from a disk would take the first for shares of a Windows network.
MACHINES = ["//e.e/a", "\\\\e.e\\a", "/\\e.e", " //e.e", "&#47;/e.e"]
OWN = ["data:a", "&#100;ata:a", "da&#9;ta:a", "javascript&colon;a()"]


@pytest.mark.parametrize("address", [*MACHINES, *OWN])
def test_a_link_to_another_machine_or_a_page_of_the_texts_own_is_none_however_spelt(address):
    for page in (
        render_text(f"<a href='{address}'>x</a>"),
        safe_markdown({"cell": {}}, f"<a href='{address}'>x</a>"),
    ):
        assert "href" not in page
        assert ">x</a>" in page
