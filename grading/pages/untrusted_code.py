"""Code on a page: a stranger can write a line that takes minutes to highlight.

The time of Pygments' patterns can grow with the square of the length of a line, or of a run of
blank lines. Formgrader's pages use `safe_highlight`, with which `nbgrader_config.py` replaces
nbconvert's own.
"""

import html
import re
from functools import lru_cache

from nbconvert.filters import Highlight2HTML

from grading.whole import uncontrolled

MAX_CODE = 50_000  # characters of a cell; longer ones are shown without colours
MAX_LINE = 500  # characters
LONG_BLANK = re.compile(rf"(?<!\s)\s{{{MAX_LINE}}}")


def can_be_coloured(source: str) -> bool:
    """Whether a cell can be coloured quickly, whoever wrote it."""
    return (
        len(source) <= MAX_CODE
        and all(len(line) <= MAX_LINE for line in source.split("\n"))
        and LONG_BLANK.search(source) is None
    )


def safe_highlight(source: str, language: str | None = None, metadata: dict | None = None) -> str:
    """Code as nbconvert shows it; without colours where they would take too long."""
    source = uncontrolled(source)
    if can_be_coloured(source):
        return _highlight()(source, language, metadata)
    return f'<div class="highlight hl-ipython3"><pre>{html.escape(source)}</pre></div>'


@lru_cache(maxsize=1)
def _highlight() -> Highlight2HTML:
    return Highlight2HTML(pygments_lexer="ipython3")
