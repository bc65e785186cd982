"""Which names a cell makes and which it needs, read from its source without running it."""

import ast
import symtable
from dataclasses import dataclass
from functools import lru_cache

MAX_SOURCE = 100_000  # characters: longer than any cell that somebody wrote


@dataclass(frozen=True)
class Names:
    """binds: global names that the cell may set; uses: those that it reads before it sets them."""

    binds: frozenset
    uses: frozenset


def name_tested(test, names):
    """Which of `names` a test is about, or None: ``test_conv_1d_edges`` is about ``conv_1d``."""
    fitting = (name for name in names if f"{test}_".startswith(f"test_{name}_"))
    return max(fitting, key=len, default=None)


@lru_cache(maxsize=4096)
def names_in(source):
    """Names of a cell; None if nobody can know: it is not plain Python, or endless."""
    if len(source) > MAX_SOURCE:
        return None
    try:
        tree = ast.parse(source)
        binds, uses = set(), set()
        _walk(tree.body, binds, uses, set())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return Names(frozenset(binds), frozenset(uses))


def _walk(statements, binds, uses, bound):
    """Go through statements in order; `bound` are the names that are set for certain by then."""
    for statement in statements:
        bodies = []
        if isinstance(statement, ast.For | ast.While | ast.If | ast.With):
            bodies = [statement.body, getattr(statement, "orelse", [])]
            head = type(statement)(**{**_fields(statement), "body": [ast.Pass()]})
            if hasattr(head, "orelse"):
                head.orelse = []
            statement = ast.fix_missing_locations(ast.copy_location(head, statement))
        sets, reads = _globals(statement)
        if isinstance(statement, ast.AugAssign):
            reads |= sets
        uses |= reads - bound - (sets if isinstance(statement, ast.For | ast.With) else set())
        binds |= sets
        if not isinstance(statement, ast.Try | ast.If | ast.While | ast.AugAssign):
            bound |= sets
        for body in bodies:
            _walk(body, binds, uses, set(bound))


def _fields(node):
    return {name: getattr(node, name) for name in node._fields}


def _globals(statement):
    """Global names that one statement sets and reads, nested functions included."""
    table = symtable.symtable(ast.unparse(statement), "<cell>", "exec")
    sets, reads = set(), set()
    for symbol in table.get_symbols():
        if symbol.is_assigned() or symbol.is_imported():
            sets.add(symbol.get_name())
        if symbol.is_referenced():
            reads.add(symbol.get_name())
    tables = list(table.get_children())
    while tables:
        inner = tables.pop()
        tables += inner.get_children()
        for symbol in inner.get_symbols():
            if symbol.is_global():
                (sets if symbol.is_assigned() else reads).add(symbol.get_name())
    return sets, reads


def needed(candidates, users):
    """Those of `candidates` (sources) whose names `users` (sources) need, directly or not.

    Sources that cannot be read need, or are needed by, everything.
    """
    known = [names_in(source) for source in users]
    if any(names is None for names in known):
        return set(candidates)
    used = set().union(*(names.uses for names in known))
    found = set()
    while True:
        more = {c for c in candidates if c not in found and _is_used(names_in(c), used)}
        if not more:
            return found
        found |= more
        used = used.union(*(names_in(c).uses for c in more if names_in(c)))


def _is_used(names, used):
    return names is None or bool(names.binds & used)
