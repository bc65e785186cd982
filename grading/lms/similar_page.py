"""The page of `similar`: pairs side by side, and how much their likeness means."""

from typing import Any

from markupsafe import Markup, escape

from grading.lms.similar import Likenesses, Pair, Shared
from grading.terminal import printable

HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: auto; padding: 1rem; }}
.pair {{ display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }}
pre {{ overflow: auto; padding: .6rem; border: 1px solid #8888; white-space: pre-wrap; }}
mark {{ background: #fd06; color: inherit; }}
section {{ border-top: 2px solid #8888; margin-top: 2rem; }}
@media (max-width: 45rem) {{ .pair {{ grid-template-columns: 1fr; }} }}
</style>
"""
MAX_PAIRS = 200


def page(found: Likenesses) -> str:
    """The page of what `similar` found, as HTML."""
    title = f"{found.lab}: shared code"
    parts = [Markup(HEAD).format(title=title), Markup("<h1>{}</h1>").format(title)]
    against = f" and {found.earlier} of earlier classes" if found.earlier else ""
    parts.append(
        Markup(
            "<p>{} submissions{} were compared; {} pairs share more than independent work does. "
            "What was given, and what more than a quarter of the class writes, does not count. "
            "Names, layout, comments and the order of lines make no difference, so both sides are "
            "shown in one layout.</p>"
            "<p>Likeness is no proof. Talk to both students before you conclude anything: they may "
            "have worked together where that is allowed, or used the same source.</p>"
        ).format(found.submissions, against, len(found.pairs))
    )
    for pair in found.pairs[:MAX_PAIRS]:
        parts.append(_pair(pair))
    if len(found.pairs) > MAX_PAIRS:
        parts.append(
            Markup("<p>{} more pairs are left out.</p>").format(len(found.pairs) - MAX_PAIRS)
        )
    return "\n".join(map(str, parts)) + "\n</html>\n"


def _pair(pair: Pair) -> Markup:
    one, other = map(printable, pair.students)
    parts = [
        Markup("<section><h2>{} and {}</h2><p>{} tokens shared in {} answers.</p>").format(
            one, other, pair.tokens, len(pair.shared)
        )
    ]
    for shared in pair.shared:
        parts.append(
            Markup(
                "<h3><code>{}</code>: {} % alike</h3><p>{}</p><div class=pair>{}{}</div>"
            ).format(
                shared.name,
                round(100 * shared.likeness),
                how_likely(shared),
                _marked(shared.texts[0], shared.slices[0], one),
                _marked(shared.texts[1], shared.slices[1], other),
            )
        )
    return Markup("\n").join(parts) + Markup("</section>")


def how_likely(shared: Shared) -> str:
    """A sentence on how often independent right solutions are as alike."""
    if not shared.of_pairs:
        return "There are no independent solutions of this to compare with."
    often = f"{shared.as_alike} of {shared.of_pairs} pairs of independent right solutions"
    if shared.as_alike:
        return f"{often} of this exercise are as alike: by itself it means nothing."
    short = (
        " It is short, so that two people may well write the same." if shared.tokens < 60 else ""
    )
    return f"{often} of this exercise are as alike.{short}"


def _marked(text: str, ranges: Any, name: str) -> Markup:
    out, at = [], 0
    for start, end in sorted(ranges):
        start, end = max(start, at), min(end, len(text))
        if end > start:
            out += [escape(text[at:start]), Markup("<mark>{}</mark>").format(text[start:end])]
            at = end
    out.append(escape(text[at:]))
    return Markup("<div><b>{}</b><pre>{}</pre></div>").format(name, Markup("").join(out))
