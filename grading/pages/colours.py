"""Python code in colours, exactly as Pygments' `highlight` makes it, at a sixth of the cost.

Pygments takes 2 microseconds for a character: at each word it tries forty patterns in turn. But a
class writes the same two thousand words, and they have the same colours wherever they stand. So a
cell is cut into pieces, and Pygments is asked about each piece once. It still gets the whole cell
if something in it is no such piece, such as the text of a string over several lines.
"""

import re

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

MAX_KNOWN = 5_000  # pieces that are kept; a class has two thousand
MAX_PIECE = 2_000  # characters
# Lines in which a word has another colour than elsewhere: imports, code in strings, soft keywords.
LINE = (
    r"""^(?:.*\b(?:from\b|import\b|[rR]?[fFtT][rR]?["'])|"""
    r"""[^\S\n]*(?:match|case|lazy)\b[\w.]*[^\w.\n]).*"""
)
DOCSTRING = (
    r"""^[^\S\n]*[rRuUbB]{0,2}(?:\"""[^"]*(?:"(?!"")[^"]*)*\"""|"""
    r"""\'\'\'[^']*(?:'(?!'')[^']*)*\'\'\')(?=\n|\Z)"""
)
# Two pieces that can stand side by side have different colours: Pygments writes one span for equal
# ones.
PIECES = (
    DOCSTRING,
    LINE,
    r"\n",
    r"[^\S\n]+",
    r"\#.*",
    r"""[rRuUbB]{0,2}(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')(?!["'])""",
    r"(?:def|class)[^\S\n]+\w+",
    r"\.?\d[\d_.]*[eE][-+]\w+|\d+\.(?![\w.])",  # 1e-5, 1.
    r"(?!\.*(?:def|class)\b)[\w.]*\w",  # x, np.zeros, 0.5
    r"\.\.\.(?=[\s\])},])",
    r"@[^\W\d]\w*|@(?=\s)",
    r"(?:[\][{}(),;]|:(?!=))+",
    r"(?:[-~+/*%=<>&^|]|!=|:=)+(?![.@](?!\d))",
)
PIECE = re.compile("|".join(PIECES), re.M)
WHOLE = re.compile(f"{DOCSTRING}|{LINE}", re.M)
# Line ends that Pygments replaces, a soft keyword that could be a word, blanks before a docstring.
ODD = re.compile(
    r"\r|\n(?:[^\S\n]*(?:match|case|lazy)\b[\w.]*(?=\n|\Z)|"
    r"""(?<=[^\S\n]\n)\n*[^\S\n]*\w{0,2}(?:\"""|\'\'\'))"""
)
BEFORE, AFTER = '<span class="o">=</span> ', '\n<span class="n">x</span><span class="c1">#</span>\n'

_lexer, _formatter = PythonLexer(stripnl=False, ensurenl=False), HtmlFormatter(nowrap=True)
_known: dict[str, str] = {}


def colours(source: str) -> str:
    """Python code as HTML, with a span around each word that has a colour."""
    pieces = PIECE.findall(source)
    odd = source.startswith(("#!", "\ufeff")) or ODD.search(f"\n{source}")
    if odd or "".join(pieces) != source or not _learn(pieces):
        return highlight(source, _lexer, _formatter)
    end = "" if source.endswith("\n") or not source else "\n"  # Pygments ends the last line
    return "".join([_known[piece] for piece in pieces]) + end


def _learn(pieces: list[str]) -> bool:
    """Ask Pygments about the pieces that are new; False if one of them does not stand alone."""
    if len(_known) > MAX_KNOWN:
        _known.clear()
    words = []
    for piece in dict.fromkeys(pieces):
        if piece in _known:
            continue
        if piece.isspace():
            _known[piece] = piece
        elif not WHOLE.match(piece):
            words.append(piece)
        else:
            html = highlight(f"\n{piece}\nx#", _lexer, _formatter)
            if not html.endswith(AFTER) or piece.endswith("\\") or len(piece) > MAX_PIECE:
                return False
            _known[piece] = html[1 : -len(AFTER)]
    asked = "".join(f"= {word}\n" for word in words)
    *lines, _ = highlight(asked, _lexer, _formatter).split("\n")
    if len(lines) != len(words) or not all(line.startswith(BEFORE) for line in lines):
        return False
    _known.update((word, line[len(BEFORE) :]) for word, line in zip(words, lines, strict=True))
    return True
