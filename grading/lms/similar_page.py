"""The page of `similar`: pairs side by side, and how much their similarity means."""

from typing import Any

from markupsafe import Markup, escape

from grading.lms.similar import Likenesses, Shared
from grading.pages.rendering import templates

MAX_PAIRS = 200


def page(found: Likenesses) -> str:
    """The findings of `similar` as an HTML page."""
    template = templates().get_template("similar.html")
    return template.render(found=found, most=MAX_PAIRS, how_likely=how_likely, marked=_marked)


def how_likely(shared: Shared) -> str:
    """A sentence on how often independent correct solutions are as similar."""
    if not shared.of_pairs:
        return "There are no independent solutions of this exercise to compare with."
    often = f"{shared.as_alike} of {shared.of_pairs} pairs of independent correct solutions"
    if shared.as_alike:
        return f"{often} of this exercise are as similar: by itself it means nothing."
    short = " It is short, so two people may well write the same." if shared.tokens < 60 else ""
    return f"{often} of this exercise are as similar.{short}"


def _marked(text: str, ranges: Any) -> Markup:
    """A text with its shared parts marked."""
    out, at = [], 0
    for start, end in sorted(ranges):
        start, end = max(start, at), min(end, len(text))
        if end > start:
            out += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
            at = end
    return Markup("").join([*out, escape(text[at:])])
