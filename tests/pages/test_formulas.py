"""Formulas are shown whole, or as they were typed."""

import json
import re

import pytest
from nbconvert.filters.markdown_mistune import MarkdownWithMath

from grading.pages.untrusted_html import _Renderer, mathml
from grading.paths import NOTEBOOKS, lab_names


class Formulas(_Renderer):
    def __init__(self):
        super().__init__({})
        self.bodies = []

    def image(self, *_, **__):
        return ""

    def _keep(self, body, display):
        self.bodies.append((body, display))
        return ""


def half(page):
    """Letters & and backslashes in what is drawn: a command that was not understood."""
    drawn = re.sub(r"<[^>]*>", " ", page)
    return re.findall(r"&amp;|\\+\w*", drawn)


@pytest.mark.parametrize("lab", lab_names())
def test_every_formula_of_every_lab_is_shown_whole(lab):
    renderer = Formulas()
    notebook = json.loads((NOTEBOOKS / lab / f"{lab}.ipynb").read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            MarkdownWithMath(renderer=renderer).render("".join(cell["source"]))
    assert renderer.bodies
    for body, display in renderer.bodies:
        page = mathml(body, display)
        assert page.startswith("<span"), body
        assert half(page) == [], body


@pytest.mark.parametrize(
    "body",
    [
        r"\begin{aligned} a &= b \\[1ex] c &= d \end{aligned}",
        r"\begin{gathered} a \\ b \end{gathered}",
        r"a = b \label{one}",
        r"\begin{align} a &= b \nonumber \\ &= c \label{two} \end{align}",
    ],
)
def test_what_is_known_by_another_name_is_drawn(body):
    page = mathml(body, "block")
    assert page.startswith("<span")
    assert half(page) == []


@pytest.mark.parametrize(
    "body", [r"\nosuchcommand{x}", r"\begin{nosuch} a & b \end{nosuch}", "a & b"]
)
def test_what_is_half_understood_is_shown_as_typed(body):
    assert mathml(body).startswith("<code>")
