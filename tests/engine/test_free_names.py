"""Names of a cell: the same on every Python, and those that Python itself would look up."""

import ast
import builtins
import symtable
import warnings

import jupytext
import pytest

from grading.engine.free_names import MAX_SOURCE, names_in, needed
from grading.paths import LABS

# A source; what it binds; what it uses, the names of builtins left out.
CASES = {
    "a list": ("x = [f(i) for i in y]", "x", "f y"),
    "a set and a dict": ("x = {i for i in y}, {i: j for i, j in z}", "x", "y z"),
    "one comprehension in another": ("x = [[i + j for i in a] for j in b if k(j)]", "x", "a b k"),
    "a generator": ("x = sum(i for i in y)", "x", "y"),
    "a variable of the same name outside": ("i = 3\nx = [i for i in y]\nz = i", "i x z", "y"),
    "the same name, not bound before": ("x = [i for i in i]", "x", "i"),
    "a walrus in a comprehension": ("x = [last := i for i in y]", "x last", "y"),
    "a comprehension in a class": ("class A:\n n = 2\n x = [n for _ in y]", "A", "n y"),
    "a function": ("def f(a, *b, c=d, **e): return a + g(b, c, e)", "f", "d g"),
    "a local that is set later": ("def f():\n x = y\n return x", "f", "y"),
    "a function in a function": ("def f(a):\n def g(): return a + b\n return g", "f", "b"),
    "a lambda": ("f = lambda a, b=c: a + b + d", "f", "c d"),
    "annotations": ("x: A = 1\ndef f(a: B) -> C: pass", "x f", "A B C"),
    "annotations under a condition": ("if k:\n    x: A = 1", "x", "k A"),
    "a class": (
        "@d\nclass A(B, metaclass=M):\n x = y\n def f(self): return A, x",
        "A",
        "d B M y x A",
    ),
    "super and __class__": ("class A(B):\n def f(self): super().f(); return __class__", "A", "B"),
    "global": ("def f():\n global n\n n = n + 1", "f n", "n"),
    "nonlocal": ("def f():\n n = 0\n def g():\n  nonlocal n\n  n = m\n return g", "f", "m"),
    "global below a local of that name": (
        "def f(n):\n def g():\n  global n\n  return n\n return g",
        "f",
        "n",
    ),
    "imports": ("import a.b\nimport c as d\nfrom e import f, g as h", "a d f h", ""),
    "one after the other": ("a = b\nc = a", "a c", "b"),
    "and before": ("c = a\na = b", "a c", "a b"),
    "adding to": ("a += b", "a", "a b"),
    "deleting": ("del a", "a", "a"),
    "a loop": ("for i in y:\n    x = i\nelse:\n    z = x", "i x z", "x y"),
    "a loop over itself": ("for x in x: pass", "x", "x"),
    "two with items": ("with a as b, b.c as d:\n    e = d", "b d e", "a"),
    "a branch": ("if a:\n    b = 1\nelse:\n    c = b\nd = b", "b c d", "a b"),
    "an exception": ("try:\n    a = b\nexcept E as e:\n    c = e", "a c e", "b E e"),
    "patterns": (
        'match a:\n    case [b, *c]: d = b\n    case {"k": e, **f}: pass\n    case G(g) as h: pass',
        "b c d e f g h",
        "a b G",
    ),
    "an f-string": ('x = f"{a:{b}}"', "x", "a b"),
    "attributes and items": ("a.b = c\nd[e] = f", "", "a c d e f"),
    "await": ("a = await b", "a", "b"),
    "an escape that Python warns of": (r"x = '\d' + y", "x", "y"),
    "a comparison that Python warns of": ("x = y is 3", "x", "y"),
}


def without_builtins(names):
    return {name for name in names if not hasattr(builtins, name)}


@pytest.mark.parametrize("case", CASES)
def test_names_are_the_same_on_every_python(case):
    source, binds, uses = CASES[case]
    names = names_in(source)
    assert names.binds == set(binds.split())
    assert without_builtins(names.uses) == set(uses.split())


@pytest.mark.parametrize(
    "source",
    ["%matplotlib inline", "x = ", "return 3", "def f(a, a): pass", "nonlocal x", "break"],
)
def test_what_is_no_plain_python_is_not_guessed_at(source):
    assert names_in(source) is None


def test_what_is_endless_is_not_read():
    assert names_in("x = 1\n" + "#" * MAX_SOURCE) is None
    assert names_in("(" * 5000 + ")" * 5000) is None
    assert names_in("-" * 50_000 + "1") is None


class _NoInlining(ast.NodeTransformer):
    """Every comprehension as a generator, which no Python merges with the scope around it."""

    def visit_ListComp(self, node):
        self.generic_visit(node)
        return ast.GeneratorExp(node.elt, node.generators)

    visit_SetComp = visit_ListComp  # noqa: N815

    def visit_DictComp(self, node):
        self.generic_visit(node)
        return ast.GeneratorExp(ast.Tuple([node.key, node.value], ast.Load()), node.generators)


def symtable_of(source):
    """Global names that a cell sets, and all that it reads or sets, by Python's own table."""
    tree = ast.fix_missing_locations(_NoInlining().visit(ast.parse(source)))
    tables = [symtable.symtable(ast.unparse(tree), "<cell>", "exec")]
    sets, all_names = set(), set()
    for symbol in tables[0].get_symbols():
        name = symbol.get_name()
        if name != "__conditional_annotations__":  # Python 3.14's own
            all_names.add(name)
            if symbol.is_assigned() or symbol.is_imported():
                sets.add(name)
    while tables:
        table = tables.pop()
        tables += table.get_children()
        for symbol in table.get_symbols():
            if symbol.is_global():
                all_names.add(symbol.get_name())
                if symbol.is_assigned():
                    sets.add(symbol.get_name())
    return sets, all_names


def test_pythons_own_symbol_table_agrees_on_every_cell_of_the_labs():
    sources = [
        cell.source
        for path in sorted(LABS.glob("*.py"))
        for cell in jupytext.read(path, fmt="py:percent").cells
        if cell.cell_type == "code"
    ]
    assert len(sources) > 300
    for source in sources:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            sets, all_names = symtable_of(source)
        names = names_in(source)
        assert names.binds == sets, source
        assert names.binds | names.uses == all_names, source


def test_no_example_of_a_comprehension_is_needed_for_its_variable():
    examples = ["i = 0\nprint(i)", "y = [1, 2]"]
    assert needed(examples, ["x = [i for i in y]"]) == {"y = [1, 2]"}


def test_what_is_needed_by_what_is_needed_is_needed():
    examples = ["a = 1", "b = a", "c = 1"]
    assert needed(examples, ["print(b)"]) == {"a = 1", "b = a"}


def test_a_cell_that_nobody_can_read_needs_everything():
    assert needed(["a = 1", "b = 2"], ["%load_ext x"]) == {"a = 1", "b = 2"}
