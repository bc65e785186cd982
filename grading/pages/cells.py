"""A notebook's cells as a page shows them: the safe part of a stranger's text, code and outputs."""

import re

from markupsafe import Markup

from grading.engine.kept import kept_if_short
from grading.labfile import HEADLINE, mark_of, visible
from grading.pages.colours import colours
from grading.pages.untrusted_code import can_be_coloured
from grading.pages.untrusted_html import as_typed, attached_to, render_text
from grading.whole import uncontrolled

ANSI = re.compile(r"\x1b(\[[0-9;?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)?|.)?")
# Text overwritten by a progress bar. The match starts at a line's start to stay linear.
OVERWRITTEN = re.compile(r"(?<![^\n\r])[^\n\r]*\r(?!\n)")
PNG = re.compile(r"iVBORw0KGgo[A-Za-z0-9+/=\s]*")
MAX_TEXTS = 60_000  # characters of a notebook's texts that are rendered; the rest is shown raw
MAX_COLOURED = 300_000  # characters of its code that are highlighted, which makes 20 of each
MAX_SHOWN = 1_000_000  # characters of its cells that are shown at all
MAX_PICTURES = 16 << 20  # characters of all its pictures
MAX_WORDS = 1_000  # characters of a picture's text for screen readers
TOO_LONG = "(The notebook is too long to be shown whole: this cell is left out.)"
TOO_MANY = "(The notebook has too many pictures to show them all: this one is left out.)"


def shown_cells(notebook, work, reasons):
    """The notebook's cells as the page shows them."""
    room, shown = _Room(), []
    for cell in notebook["cells"]:
        if cell.get("id") == "remarks":  # shown at the top of the page
            continue
        mark, source = mark_of(cell), source_of(cell)
        made = {"kind": "own", "name": mark.name, "title": "", "hides": False, "outputs": []}
        if mark.name:
            made["kind"] = "answer" if mark.answer else "test" if mark.graded else "given"
            if made["kind"] != "answer":
                shown_part = visible(source)
                made["hides"] = shown_part != source
                source = shown_part.rstrip()
                title = HEADLINE.match(source)
                made["title"] = title[1] if title else ""
                source = source[title.end() :] if title else source
        made["type"] = cell["cell_type"]
        if not room.take("shown", len(source)):
            made["html"] = as_typed(TOO_LONG)
        elif cell["cell_type"] == "markdown":
            attached = attached_to(cell)
            many = sum(source.count(name) * len(content) for name, _, content in attached)
            fits = room.take("texts", len(source)) and room.take("pictures", many)
            made["html"] = render_text(source, attached) if fits else as_typed(source)
        elif cell["cell_type"] == "code" and room.take("coloured", len(source)):
            made["html"] = coloured(source)
        else:
            made["html"] = as_typed(source)
        if cell["cell_type"] == "code" and not made["hides"]:
            # A hidden test may have printed its inputs.
            made["outputs"] = [_shown_output(o, room) for o in cell.get("outputs", ())]
        if made["kind"] == "test":
            made["points"] = work.points.get(made["name"]) or 0
            made["out_of"] = mark.points
            made["failure"] = reasons.get(made["name"])
            made["outputs"] = [o for o in made["outputs"] if o["kind"] != "error"]
        shown.append(made)
    return shown


class _Room:
    """How much of a notebook still fits on its page: a stranger can make any part long."""

    def __init__(self):
        self.left = {
            "texts": MAX_TEXTS,
            "coloured": MAX_COLOURED,
            "shown": MAX_SHOWN,
            "pictures": MAX_PICTURES,
        }

    def take(self, what, many):
        """Whether so much more fits."""
        self.left[what] -= many
        return self.left[what] >= 0


def _shown_output(output, room):
    """An output as text or PNG, whatever else it claims to be."""
    kind = output.get("output_type")
    if kind == "stream":
        said = ANSI.sub("", _joined(output.get("text")))
        return {"kind": "text", "text": OVERWRITTEN.sub("", said)}
    if kind == "error":
        lines = [*map(_joined, output.get("traceback") or ())]
        lines = lines or [f"{output.get('ename')}: {output.get('evalue')}"]
        return {"kind": "error", "text": ANSI.sub("", "\n".join(lines))}
    data = output.get("data") or {}
    picture, words = _joined(data.get("image/png")), ANSI.sub("", _joined(data.get("text/plain")))
    if PNG.fullmatch(picture):
        if not room.take("pictures", len(picture)):
            return {"kind": "text", "text": TOO_MANY}
        url = f"data:image/png;base64,{''.join(picture.split())}"
        # `lib.plotting` describes its pictures in words; for others Python gives "<Figure ...>".
        words = "" if words.startswith("<") else words[:MAX_WORDS]
        return {"kind": "picture", "source": url, "words": words}
    return {"kind": "text", "text": words}


@kept_if_short(1024)  # given code is the same for a whole class
def coloured(source):
    """Python code with syntax highlighting."""
    source = uncontrolled(source)  # some pages are shown, and never written
    if not can_be_coloured(source):
        return as_typed(source)
    return Markup(f'<pre class="code">{colours(source)}</pre>')


def source_of(cell):
    """A cell's source as one text."""
    return _joined(cell.get("source"))


def _joined(text):
    """A text of a notebook file: a string, or the lines of one."""
    return "".join(map(str, text)) if isinstance(text, list) else str(text or "")
