"""Code has the colours that Pygments gives it, though Pygments is not asked about all of it."""

import random

import pytest
from pygments import highlight

from grading.pages import colours
from grading.paths import ROOT

UNUSUAL = {
    "docstring": 'def f(x):\n    """One.\n\n    \\d "two" {x}\n    """\n    return x',
    "docstring after blanks": 'def f(x):\n   \n\n    """One."""\n    return x',
    "text of several lines": 'a = """\nfrom x import y  # {a}\n"""\nb = 1',
    "docstring and more": '"""One.""" if a else """\nTwo"""',
    "text in a comment": "from a import b  # '''\nimport c as d, e.f  # it's\nd = 1  # \"\"\"",
    "parts of imports": "from . import (\n    a as b,\n    c,\n)\nraise A from b\nyield from c",
    "import that goes on": "import a, \\\n    b\nx = 1",
    "code in a text": "f'{a!r:>{b}} {c[\"d\"]}' + f\"{a}\" rf'{x}' + F'{{}}'\nf'{'\na}'",
    "formats": "'%d %(a)s {} {0:.2f}' % {'a': \"\\n\\\\\" '}'} + u'a' + rb'\\d' + ''",
    "texts side by side": "'a''b'\"c\" 'd'",
    "unclosed text": "a = 'b\nc = d'",
    "soft keywords": "match x:\n    case [_, y] if _:\n        case = 1\ncase(x)\na = case(x)",
    "soft keyword that is a word": "case\nmatch.a\nx = [case, match.a, match]",
    "numbers": "1e-5 + 1.5E+3 - .5 - 1. * 2.e-3j + 0x1e - 5 + 1_000 + 0b1 - x1e-5\n[1.,2.]",
    "points": "x[...], a[..., 0] = ...\na .b. c\ny[1:...]\nnp.sum(sum, x.sum)",
    "operators": "a@b @ c\nx @= y\nif (n := a[b:]) != -c ** ~d // e <= f -> g: pass",
    "decorators": "@a.b(c)\nclass A(B): pass\n\n@property\ndef async_(self, *, cls=None): ...",
    "names with def": "defined = undef.x\ndef  __init__(self): pass\nclass  \\\n  A: pass",
    "no Python": "a ? b $ c `d` ! é² \u200b x\n\tif def class\n",
    "line ends": "a = 1\r\nb = 2\rc",
    "first line": "#!/usr/bin/env python\n#!import a\nx",
    "end": "x = 1\n\n",
    "blanks": "  \n x = 1 \n   ",
    "nothing": "",
    "markup": '<script> & \'</pre><b>\' # <i>\n"""<u>"""',
}


def pygments(source):
    return highlight(source, colours._lexer, colours._formatter)


@pytest.fixture(autouse=True)
def nothing_known(monkeypatch):
    monkeypatch.setattr(colours, "_known", {})


@pytest.mark.parametrize("source", UNUSUAL.values(), ids=UNUSUAL)
def test_unusual_code_has_pygments_colours(source):
    assert colours.colours(source) == pygments(source)


def test_a_class_has_pygments_colours_whatever_came_before():
    paths = [*ROOT.glob("grading/labs/*.py"), *ROOT.glob("grading/solutions/**/*.py")]
    texts = [path.read_text(encoding="utf-8") for path in paths]
    cells = [cell for text in texts for cell in text.split("\n# %%")] + [*UNUSUAL.values()]
    random.shuffle(cells)
    assert len(cells) > 300
    for cell in cells:
        assert colours.colours(cell) == pygments(cell)


def test_pygments_is_asked_about_a_word_once(monkeypatch):
    source = "def f(x):\n    return np.sum(x, axis=0)"
    colours.colours(source)
    asked = []
    monkeypatch.setattr(colours, "highlight", lambda text, *_: asked.append(text) or "")
    assert "np" in colours.colours(source + "\n    return np.sum(x)")
    assert not any(asked)


def test_what_is_kept_of_strangers_code_is_bounded(monkeypatch):
    monkeypatch.setattr(colours, "MAX_KNOWN", 100)
    for number in range(300):
        colours.colours(f"x{number} = 1")
        assert len(colours._known) <= 100 + 4
