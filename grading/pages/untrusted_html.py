"""Text cells on a page: strangers write them, and they must run nothing.

nbgrader's templates put Markdown on the page as it is, HTML and scripts included; nbconvert's
`sanitize_html` does not reach it. Formgrader's pages use `safe_markdown`, which
`nbgrader_config.py` sets. Our own pages use `render_text`, whose formulas need no network.
"""

import html
import re
import secrets
import signal
from functools import lru_cache, partial

import bleach
from jinja2 import pass_context
from latex2mathml.converter import Converter
from markupsafe import Markup
from nbconvert import HTMLExporter
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments.token import STANDARD_TYPES

from grading.engine.limits import stopped_by
from grading.whole import uncontrolled

TAGS = """a abbr b blockquote br caption code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img
 kbd li mark ol p pre s small span strong sub summary sup table tbody td tfoot th thead tr u ul"""
PICTURE = re.compile(r"data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=\s]*")
# MathJax shows the formulas of `safe_markdown`; with these commands it follows any address.
COMMANDS = re.compile(r"\\(href|require|html|style|cssId|class|data|unicode)\b")

MAX_TEXT = 10_000  # characters of a text: even malicious Markdown of this size is quick to parse
MAX_FORMULA = 2_000
MAX_KEPT = 256 << 10  # characters of pictures in a text whose rendering is cached
MACROS = re.compile(r"\\(new|renew|provide)command|\\(g|e|x)?def\b|\\let\b|\\DeclareMath")
HALF = re.compile(r"[&\\](?!#?\w+;)")
KNOWN_WORDS = [
    (re.compile(r"\\(begin|end)\{(?:aligned|align)\*?\}"), r"\\\1{split}"),
    (re.compile(r"\\(begin|end)\{(?:gathered|gather|multline)\*?\}"), r"\\\1{matrix}"),
    (re.compile(r"(?<!\\)\\(?:label|ref|eqref)\{[^{}]*\}|\\(?:nonumber|notag)\b"), ""),
    (re.compile(r"\\\\\s*\[[\d.\s]+(?:ex|em|pt|mm|cm)\]"), r"\\\\"),  # a line end with a height
    (re.compile(r"(?<!\\)((?:\\\\)*)\\\s*\n"), r"\1\\ "),  # a space that ends a line
]
MATHML = """math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover
 munderover mmultiscripts mprescripts mtable mtr mtd mpadded mphantom menclose mstyle"""
MATHML_ATTRIBUTES = """accent columnalign columnspacing display displaystyle fence form height
 largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowspacing rspace
 scriptlevel separator stretchy symmetric width"""
PLACE = "place{}x{}x"  # where a formula goes once the rest is sanitized
MAX_RENDERED = 2_000_000  # characters of a text as HTML, without its pictures
MAX_SHOWN = 32 << 20  # characters of a text's pictures, each counted as often as it is shown
SECONDS = 1.0  # of processor time for a text; most take a hundredth
# The classes that color code; with others a stranger could lay a link over the page's buttons.
CLASSES = {"highlight", *STANDARD_TYPES.values()} - {""}


@pass_context
def safe_markdown(context, source):
    """Render Markdown as nbconvert does; keep only HTML that shows text and pictures."""
    try:
        attached = attached_to(context.get("cell") or {})
        _check_pictures(source, attached)
        with _limited():
            page = _exporter().markdown2html(context, source)
        _check_size(page, attached)
    except Exception:  # such as a missing attachment: lose one cell, not the whole page
        page = f"<pre>{html.escape(source)}</pre>"
    return COMMANDS.sub(r"\\text{\1}", _clean(page))


def _clean(page):
    return bleach.clean(
        page,
        tags=TAGS.split(),
        attributes=_may_stay,
        protocols=["http", "https", "mailto", "data"],
        strip=False,
    )


def _is_harmless(tag, name, value):
    if name == "href":  # two slashes lead to another machine, however the page was opened
        # The sanitizer passes the value as typed: to a browser, `&#100;ata:` is `data:`.
        plain = re.sub(r"[\x00-\x20\x7f-\xa0]", "", html.unescape(value)).lower()
        scheme = re.match(r"[a-z][a-z0-9+.-]*(?=:)", plain)
        known = scheme is None or scheme[0] in ("http", "https", "mailto")
        return tag == "a" and known and not plain.startswith(("//", "\\", "/\\"))
    if name == "src":  # a remote picture would reveal who looks at the page
        return PICTURE.fullmatch(value) is not None
    return name in ("title", "alt", "width", "height")


@lru_cache(maxsize=1)
def _exporter():
    return HTMLExporter()


# --- without network ---------------------------------------------------------------------------


def render_text(source, attachments=()):
    """Render a text cell as HTML that runs and loads nothing, with formulas as MathML.

    Parameters
    ----------
    source : str
        Markdown.
    attachments : tuple of (str, str, str)
        Name, kind and base64 content of each picture in it.

    Returns
    -------
    Markup
        Its headings start at h3: the page has h1 and h2.
    """
    # Caching every student's photographs would fill the memory.
    large = sum(len(content) for _, _, content in attachments) > MAX_KEPT
    return (_rendered if large else _rendered_once)(source, attachments)


def _rendered(source, attachments):
    if len(source) > MAX_TEXT:
        return as_typed(source)
    pictures = {}
    for name, kind, content in attachments:
        pictures.setdefault(name, {})[kind] = content
    renderer = _Renderer(pictures)
    try:
        _check_pictures(source, attachments)
        with _limited():
            page = MarkdownWithMath(renderer=renderer).render(source)
            clean = _clean(page)
            _check_size(clean + "".join(renderer.formulas), attachments)
    except Exception:  # such as a missing attachment, or a text nested too deeply
        return as_typed(source)
    clean = re.sub(r"<(/?)h([1-6])\b", lambda m: f"<{m[1]}h{min(int(m[2]) + 2, 6)}", clean)
    clean = clean.replace("<table", '<div class="wide" tabindex="0"><table').replace(
        "</table>", "</table></div>"
    )
    for number, formula in enumerate(renderer.formulas):
        # Once each: no text can name a place, but a heading may appear on a page twice.
        clean = clean.replace(renderer.place(number), formula, 1)
    return Markup(clean)


# Most texts of a lab are the same in a whole class.
_rendered_once = lru_cache(maxsize=256)(_rendered)


def as_typed(source):
    """A text as HTML that shows it letter by letter."""
    return Markup("<pre>{}</pre>").format(uncontrolled(source))


def attached_to(cell):
    """Name, kind and base64 content of each picture attached to a text cell."""
    attachments = cell.get("attachments") or {}
    return tuple((name, k, v) for name, data in attachments.items() for k, v in data.items())


def _check_pictures(source, attachments):
    """Refuse a text that repeats a large picture too often."""
    largest = max((len(content) for *_, content in attachments), default=0)
    if source.count("attachment:") * largest > MAX_SHOWN:
        raise ValueError("too many pictures")


def _check_size(page, attachments):
    if len(page) > MAX_RENDERED + (MAX_SHOWN if attachments else 0):
        raise ValueError("too large")


def _limited():
    """Stop the body after `SECONDS` of CPU time: the library is quadratic on some Markdown."""
    late = partial(TimeoutError, "a text takes too long")
    return stopped_by(signal.ITIMER_VIRTUAL, SECONDS, late)


def _may_stay(tag, name, value):
    """Whether a text may have this attribute: never an id or class of the page around it."""
    if name == "class":
        return set(value.split()) <= CLASSES
    if tag in ("a", "img"):
        return name != "id" and _is_harmless(tag, name, value)
    return name in ("title", "align", "colspan", "rowspan") or (tag, name) == ("details", "open")


class _Renderer(IPythonRenderer):
    """Keeps formulas aside, as MathML, while the rest is sanitized."""

    def __init__(self, pictures):
        super().__init__(escape=False, exclude_anchor_links=True, attachments=pictures)
        self.formulas = []
        self.secret = secrets.token_hex(8)  # no text can name a place, however it is spelt

    def place(self, number):
        return PLACE.format(self.secret, number)

    def block_math(self, body):
        return self._keep(body, "block")

    def inline_math(self, body):
        return self._keep(body, "inline")

    def latex_environment(self, name, body):
        return self._keep(f"\\begin{{{name}}}{body}\\end{{{name}}}", "block")

    def _keep(self, body, display):
        self.formulas.append(mathml(body, display))
        return self.place(len(self.formulas) - 1)


@lru_cache(maxsize=4096)
def mathml(formula, display="inline"):
    """Convert a LaTeX formula to MathML, which browsers show without any script.

    Returns
    -------
    str
        HTML. A formula that cannot be converted is shown as typed.
    """
    typed = f"<code>{html.escape(formula)}</code>"
    # A macro of ten letters can stand for a gigabyte.
    if len(formula) > MAX_FORMULA or MACROS.search(formula):
        return typed
    try:
        tree = Converter(display=display).convert_to_element(_in_known_words(formula))
        if any(HALF.search(text) for text in tree.itertext()):
            return typed  # an & or a backslash is left: the library did not understand it all
        # The library's own serializer lets a `<script>` through.
        reached = ' tabindex="0"' if display == "block" else ""  # a wide one scrolls
        return f'<span class="formula {display}"{reached}>{_to_html(tree)}</span>'
    except Exception:  # the library raises many kinds of error on strange formulas
        return typed


def _in_known_words(formula):
    """A formula with synonyms replaced by the commands that the library knows."""
    for old, new in KNOWN_WORDS:
        formula = old.sub(new, formula)
    return formula


def _to_html(element):
    if element.tag not in MATHML.split():
        raise ValueError(element.tag)
    kept = [(k, v) for k, v in element.attrib.items() if k in MATHML_ATTRIBUTES.split()]
    attributes = "".join(f' {name}="{html.escape(value)}"' for name, value in kept)
    # The library writes references such as &#x003B1; into the text.
    text = html.escape(html.unescape(element.text or ""))
    inside = text + "".join(map(_to_html, element))
    return f"<{element.tag}{attributes}>{inside}</{element.tag}>"
