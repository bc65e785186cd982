"""The parts of a solution that no test looks at: a function, a method, an attribute.

The source says what is never named. A test may still use it through a helper: so nothing is said
before a change in it has passed all tests.
"""

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field

from grading.engine.magics import as_python
from grading.quality.audit.calls import Call

FILLING = {"append", "extend", "insert", "add", "update", "setdefault"}  # they read nothing


@dataclass(frozen=True)
class Unseen:
    """Names that the tests never use.

    Attributes
    ----------
    called : frozenset of str
        Functions and methods (``Class.method``) that nobody calls.
    read : dict of str to tuple of str
        Attributes that a class sets and no code reads, by class.
    """

    called: frozenset[str] = frozenset()
    read: dict[str, tuple[str, ...]] = field(default_factory=dict)


def unseen(source: str, others: Iterable[str], seen: Iterable[Call] = ()) -> Unseen:
    """The parts of a solution that neither it nor another cell uses.

    Parameters
    ----------
    others : iterable of str
        Sources of all other cells.
    seen : iterable of Call
        Recorded calls of the tests.
    """
    trees = [ast.parse(as_python(text)) for text in (source, *others)]
    named: set[str] = set().union(*map(_names, trees))
    used: set[str] = set().union(*map(_attributes, trees))
    made = {call.name for call in seen} | {s.method for call in seen for s in call.steps}
    classes = {node.name for tree in trees for node in _classes(tree)}
    called: set[str] = set()
    read: dict[str, tuple[str, ...]] = {}
    called |= _public({n.name for n in trees[0].body if isinstance(n, ast.FunctionDef)})
    called -= named | used | made
    for kind in _classes(trees[0]):
        # A class of a package calls the methods of those made of it.
        if {getattr(base, "id", None) for base in kind.bases} <= classes:
            free = _public(methods_of(kind)) - used - made
            called |= {f"{kind.name}.{method}" for method in free}
            read[kind.name] = tuple(sorted(kept_by(kind) - used))
    return Unseen(frozenset(called), read)


def looks_of(source: str, tests: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Attributes that a cell's classes set and its tests look at, by the name of the class."""
    read = {
        node.attr
        for test in tests
        for node in ast.walk(ast.parse(as_python(test)))
        if isinstance(node, ast.Attribute)
    }
    kinds = _classes(ast.parse(as_python(source)))
    return {kind.name: tuple(sorted(kept_by(kind) & read)) for kind in kinds}


def kept_by(kind: ast.ClassDef) -> set[str]:
    """Public attributes that the methods of a class set on their object."""
    return _public(
        {
            node.attr
            for node in ast.walk(kind)
            if isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
        }
        - methods_of(kind)
    )


def methods_of(kind: ast.ClassDef) -> set[str]:
    """Names of the methods of a class."""
    return {node.name for node in ast.walk(kind) if isinstance(node, ast.FunctionDef)}


def _classes(tree: ast.Module) -> list[ast.ClassDef]:
    return [node for node in tree.body if isinstance(node, ast.ClassDef)]


def _public(names):
    return {name for name in names if not name.startswith("_")}


def _names(tree):
    """Names that are read."""
    names = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    return {node.id for node in names if isinstance(node.ctx, ast.Load)}


def _attributes(tree):
    """Attributes that are read, and texts that may be the names of some."""
    own = {id(node) for node in ast.walk(tree) for node in _of_itself(node)}
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Store):
            found |= set() if id(node) in own else {node.attr}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
    return found


def _of_itself(node):
    """Attributes that a statement reads only to change them: `a.n = a.n + 1`, `a.all.append(n)`."""
    match node:
        case ast.Expr(value=ast.Call(func=ast.Attribute(attr=method, value=filled))):
            return [filled] if method in FILLING else []
        case ast.Assign(targets=[ast.Attribute(attr=name)], value=value):
            inner = ast.walk(value)
            return [n for n in inner if isinstance(n, ast.Attribute) and n.attr == name]
    return []


def changed_in(before: str, after: str) -> frozenset[str]:
    """Functions and methods in which two sources of a cell differ; "" for all else."""
    one, other = (_pieces(ast.parse(as_python(text))) for text in (before, after))
    names = one.keys() | other.keys()
    return frozenset(name for name in names if one.get(name) != other.get(name))


def _pieces(tree):
    """The parts of a source as text, by the name of a function or method."""
    found: dict[str, list[str]] = {}
    for node in tree.body:
        is_class = isinstance(node, ast.ClassDef)
        owner = f"{node.name}." if is_class else ""
        for inner in node.body if is_class else [node]:
            name = owner + inner.name if isinstance(inner, ast.FunctionDef) else ""
            found.setdefault(name, []).append(ast.dump(inner))
    return found
