"""The templates of all pages, and the format of times, names and sentences in them."""

import re
from datetime import UTC
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grading import wording
from grading.pages.untrusted_html import render_text
from grading.terminal import printable

TEMPLATES = Path(__file__).resolve().parent / "templates"


@lru_cache(maxsize=1)
def templates():
    """The pages' templates: all values are escaped unless they are Markup."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters["number"] = wording.number
    made.filters["points"] = wording.points
    made.filters["percent"] = lambda share: f"{100 * share:.0f} %"
    made.filters["breakable"] = _breakable
    made.filters["words"] = _words
    made.filters["markdown"] = render_text
    made.filters["printable"] = printable
    made.filters["moment"] = _moment
    return made


def _moment(when, zone):
    """A time of the gradebook (UTC) in the class's zone."""
    return f"{when.replace(tzinfo=UTC).astimezone(zone):%Y-%m-%d %H:%M %Z}"


def duration(time):
    """A duration, as "1 s", "20 min", "14 h" or "2.0 days"."""
    hours = time.total_seconds() / 3600
    if hours < 1 / 60:
        return f"{max(1, int(time.total_seconds()))} s"
    if hours < 1:
        return f"{round(60 * hours)} min"
    return f"{hours:.0f} h" if hours < 48 else f"{hours / 24:.1f} days"


@lru_cache(maxsize=1024)  # a class has the same names on all pages
def _breakable(name):
    """A long name that a phone may break after each underscore."""
    return Markup("_<wbr>").join(name.split("_"))


@lru_cache(maxsize=1024)
def _words(text):
    """A sentence of the bank, with text in backticks shown as code."""
    parts = re.split(r"`([^`\n]+)`", str(text))
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if i % 2 else part for i, part in enumerate(parts)
    )
