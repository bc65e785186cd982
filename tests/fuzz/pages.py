"""Whatever a student may write in words, on the page that shows it."""

import re

import nbformat
from hypothesis import strategies as st
from jinja2 import Environment
from page_parser import Page

from fuzz import spoilt_bytes
from grading.pages.untrusted_html import CLASSES, MATHML, TAGS, _rendered, safe_markdown

MARKUP = r"""
<script>owned=1</script> <img/src=x/onerror=alert(1)> <svg/onload=a()> <math><mi/href=x>
<a/href=javascript:a()> <a/href='java&#9;script:a()'> <a/href=//e.e/> <a/href=&#100;ata:text/html,a>
<style>*{display:none}</style> <iframe/srcdoc='<p>'> <b/class='modal-backdrop'> <i/id=save>
<form/action=//e> <input/name=save> <textarea> <plaintext> <xmp> <title> <noscript> <template>
<!-- --> <![CDATA[ ]]> <?x ?> <table> <td> <base/href=//e> <meta/http-equiv=refresh>
<details/open/ontoggle=a()> <p/style=position:fixed> </div> </body> </span> &#x3c;script&#62;
&lt; &#0; &#xe000; &#xD800; &NewLine; place0x0x ![a](attachment:a.png) ![b](javascript:a())
[a](data:text/html,a) [b]: <c> [b] `` ``` ~~~ $$ $ \( \) \[ \] \begin{align} \end{align} \frac{
} \href{javascript:a()}{x} \def\x{\x\x} \x \unicode{x3c} \style{a}{b} \text{<b>} \require{html}
\rule{9em}{9em} \color{red} \left( \right. \sqrt \sum_ ^{ & \\ \hline {array}{c} > > - 1. # ==
-- ** __ * _ ~~ | |-|-| : [^1] [^1]: \
"""
PIECES = st.one_of(
    st.sampled_from(MARKUP.split()),
    st.sampled_from(MARKUP.split()),
    st.sampled_from([" ", "\n", "\n\n", "    ", "\t", "\0", "\u202e", "a", "1"]),
    st.text(max_size=4),
)
WORDS = st.lists(PIECES, max_size=12).map("".join)
LONG = st.builds(
    lambda words, times: (words * times)[:20_000], WORDS, st.sampled_from([2, 30, 999])
)
inputs = st.integers(0, 30).flatmap(lambda n: WORDS if n else LONG)


def spoilt(text, random):
    """Bytes of the text."""
    return spoilt_bytes(text.encode("utf-8", "replace"), random).decode("utf-8", "replace")


PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
KNOWN = {*TAGS.split(), *MATHML.split(), "div", "p", "pre", "code"}
MEANT = {"href", "src", "title", "alt", "width", "height", "align", "colspan", "rowspan", "open"}


def check(text):
    """Render it for our page and for formgrader's."""
    ours = str(_rendered(text, (("a.png", "image/png", PNG),)))
    _harmless(ours, {"class", "tabindex"})
    attached = nbformat.from_dict({"cell": {"attachments": {"a.png": {"image/png": PNG}}}})
    context = Environment(autoescape=True).from_string("").new_context(attached)
    theirs = str(safe_markdown(context, text))
    _harmless(theirs, {"class"})
    assert len(ours) + len(theirs) < 8_000_000


def _harmless(html, more):
    page = Page(html)
    dangers = [each for each in page.dangers() if not each.startswith("href")]
    assert not dangers, dangers
    assert set(page.tags) <= KNOWN, set(page.tags) - KNOWN
    for tag, name, value in page.attributes:
        if tag in MATHML.split():
            assert not name.startswith(("on", "xlink", "href", "style", "class", "id")), (tag, name)
            continue
        assert name in MEANT | more, (tag, name)
        if name == "class":
            ours = {"wide", "formula", "inline", "block"}
            assert set(value.split()) <= CLASSES | ours, value
        if name == "href":
            scheme = re.match(r"([a-z][a-z0-9+.-]*):", "".join(value.split()).lower())
            assert not scheme or scheme[1] in ("http", "https", "mailto"), value
            assert not value.strip().startswith(("//", "\\\\")), value
        if name == "src":
            assert value.startswith("data:image/"), value
