"""One palette for all that is drawn: nowhere else does a colour of it stand as a number."""

import re
from pathlib import Path

import pytest

from lib import colours

ROOT = Path(__file__).resolve().parents[2]
DRAWN = sorted(
    path
    for folder in ("figures", "images", "lib", "grading/pages")
    for path in (ROOT / folder).glob("*.py")
    if path.name != "colours.py"
)
GREYS = re.compile(r"#([0-9a-f]{2})\1\1|#([0-9a-f])\2\2", re.I)
COLOUR = re.compile(r"""["'](#[0-9a-f]{6}|#[0-9a-f]{3})["']""", re.I)


def colours_in(text):
    """What stands in a source as a colour: black, white and greys are nobody's."""
    return [found for found in COLOUR.findall(text) if not GREYS.fullmatch(found)]


@pytest.mark.parametrize("path", DRAWN, ids=lambda path: path.name)
def test_what_draws_takes_its_colours_from_the_palette(path):
    assert colours_in(path.read_text(encoding="utf-8")) == []


def test_a_colour_of_its_own_is_found():
    assert colours_in('INK = "#000000"; BLUE = "#1f5fa9"; x = "#fff"') == ["#1f5fa9"]


@pytest.mark.parametrize("file", ["style.css", "view.js"])
def test_the_explorer_marks_with_the_palettes_orange(file):
    """CSS and JavaScript cannot import it."""
    text = (ROOT / "lib" / "web" / file).read_text(encoding="utf-8")
    assert colours.ORANGE in text


def test_the_explorers_filters_end_in_the_palettes_blue_and_orange():
    text = (ROOT / "lib" / "web" / "view.js").read_text(encoding="utf-8")
    for name in ("BLUE", "ORANGE"):
        values = ", ".join(map(str, colours.rgb(getattr(colours, name))))
        assert f"{name.lower()}: [{values}]" in text
