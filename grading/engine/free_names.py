"""Which names a cell binds and which it needs, read from its source without running it.

Scopes are resolved on the syntax tree, not by the `symtable` of the Python in use: `symtable`
changes between versions (comprehensions in 3.12, annotations in 3.14), and what is released and
run must not change with it.
"""

import ast
import warnings
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from grading.engine.kept import kept_if_short

MAX_SOURCE = 100_000  # characters; longer than any cell written by a person
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
COMPREHENSIONS = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
UNCERTAIN = ast.If | ast.While | ast.Try | ast.TryStar | ast.Match
IMPORTS = ast.Import | ast.ImportFrom
COMPOUND = ast.For | ast.AsyncFor | ast.While | ast.If | ast.With | ast.AsyncWith
# Most nodes of a tree: they bind no names themselves, so they skip further checks.
USUAL = {ast.Attribute, ast.BinOp, ast.Call, ast.Compare, ast.Constant, ast.Expr, ast.Slice}
USUAL |= {ast.Assign, ast.List, ast.Return, ast.Subscript, ast.Tuple, ast.UnaryOp, ast.JoinedStr}


@dataclass(frozen=True)
class Names:
    """binds: global names that the cell may set; uses: names that it reads before setting them."""

    binds: frozenset[str]
    uses: frozenset[str]


@kept_if_short(4096)
def names_in(source: str) -> Names | None:
    """Names of a cell; None if they cannot be known: it is not plain Python, or too long."""
    if len(source) > MAX_SOURCE:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's warnings about escapes and comparisons
            tree = ast.parse(source)
            # Finds what the grammar lets through, such as a `return` outside of functions.
            compile(tree, "<cell>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        binds: set[str] = set()
        uses: set[str] = set()
        _walk(tree.body, binds, uses, set())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return Names(frozenset(binds), frozenset(uses))


def _walk(statements, binds, uses, bound):
    """Go through statements in order; `bound` are the names certain to be set so far."""
    for statement in statements:
        for part in _head(statement):
            sets, reads = _globals(part)
            uses |= reads - bound
            binds |= sets
            if not isinstance(statement, UNCERTAIN):
                bound |= sets
        if isinstance(statement, COMPOUND):
            for body in (statement.body, getattr(statement, "orelse", [])):
                _walk(body, binds, uses, set(bound))


def _head(statement):
    """The parts of a statement evaluated before its body, in order; all of a simple one."""
    match statement:
        case ast.For() | ast.AsyncFor():
            return [statement.iter, statement.target]
        case ast.With() | ast.AsyncWith():
            return statement.items
        case ast.If() | ast.While():
            return [statement.test]
    return [statement]


def _globals(node):
    """Global names that a node sets and reads, nested functions included."""
    module = _Scope("module")
    module.visit(node)
    return module.of_module()


@dataclass
class _Scope:
    """Names of a module, function, class or comprehension, by Python's rules of scope."""

    kind: str
    sets: set = field(default_factory=set)
    reads: set = field(default_factory=set)
    declared: set = field(default_factory=set)  # global
    outer: set = field(default_factory=set)  # nonlocal
    inner: list = field(default_factory=list)
    parent: "_Scope | None" = None

    def of_module(self, enclosing=frozenset()):
        """The module's names that are set and read in this scope and in inner ones.

        `enclosing` are the local names of the functions around this scope.
        """
        own = set() if self.kind == "module" else self.sets - self.declared - self.outer
        sets = self.sets & self.declared if self.kind != "module" else set(self.sets)
        reads = self.reads - own - (enclosing - self.declared)
        visible = (enclosing - self.declared) | ({"__class__"} if self.kind == "class" else own)
        for scope in self.inner:
            more_sets, more_reads = scope.of_module(visible)
            sets |= more_sets
            reads |= more_reads
        return sets, reads

    def visit(self, node):
        if type(node) in USUAL:
            self._visit_fields(node)
        elif isinstance(node, list):
            for part in node:
                self.visit(part)
        elif isinstance(node, ast.Name):
            self._visit_name(node)
        elif isinstance(node, ast.AugAssign):
            self._visit_fields(node)
            if isinstance(node.target, ast.Name):
                self.reads.add(node.target.id)
        elif isinstance(node, FUNCTIONS):
            self._visit_function(node)
        elif isinstance(node, ast.ClassDef):
            self._visit_class(node)
        elif isinstance(node, COMPREHENSIONS):
            self._visit_comprehension(node)
        elif isinstance(node, ast.NamedExpr):
            self.visit(node.value)
            self._bind_outside_comprehensions(node.target.id)
        elif isinstance(node, IMPORTS):
            names = {alias.asname or alias.name.split(".")[0] for alias in node.names}
            self.sets |= names - {"*"}
        elif isinstance(node, ast.Global):
            self.declared |= set(node.names)
        elif isinstance(node, ast.Nonlocal):
            self.outer |= set(node.names)
        elif isinstance(node, ast.AST):
            self._visit_other(node)

    def _visit_name(self, node):
        if not isinstance(node.ctx, ast.Load):
            self.sets.add(node.id)
        if not isinstance(node.ctx, ast.Store):
            self.reads.add(node.id)

    def _visit_other(self, node):
        """Such as a caught exception, a captured pattern: `except E as name`, `case [*name]`."""
        name = getattr(node, "rest" if isinstance(node, ast.MatchMapping) else "name", None)
        if isinstance(name, str) and not isinstance(node, ast.alias):
            self.sets.add(name)
        self._visit_fields(node)

    def _visit_fields(self, node):
        for name in node._fields:
            value = getattr(node, name, None)
            if isinstance(value, list) or (isinstance(value, ast.AST) and value._fields):
                self.visit(value)

    def _visit_function(self, node):
        """Defaults, decorators and annotations are evaluated outside, the body inside."""
        given = node.args
        parameters = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
        parameters = [parameter for parameter in parameters if parameter]
        self.visit([*given.defaults, *given.kw_defaults])
        scope = self
        if not isinstance(node, ast.Lambda):
            self.sets.add(node.name)
            self.visit(node.decorator_list)
            scope = self._with_type_parameters(node)
            scope.visit([*(parameter.annotation for parameter in parameters), node.returns])
        body = scope._open("function")
        body.sets |= {parameter.arg for parameter in parameters}
        body.visit(node.body)

    def _visit_class(self, node):
        self.sets.add(node.name)
        self.visit(node.decorator_list)
        scope = self._with_type_parameters(node)
        scope.visit([*node.bases, *node.keywords])
        scope._open("class").visit(node.body)

    def _visit_comprehension(self, node):
        """The first iterable is evaluated outside; the variables are local."""
        first, *others = node.generators
        self.visit(first.iter)
        scope = self._open("comprehension")
        scope.visit([first.target, *first.ifs, *others])
        scope.visit([node.key, node.value] if isinstance(node, ast.DictComp) else node.elt)

    def _with_type_parameters(self, node):
        parameters = getattr(node, "type_params", [])
        if not parameters:
            return self
        scope = self._open("function")
        scope.visit(parameters)
        return scope

    def _bind_outside_comprehensions(self, name):
        scope: Any = self
        while scope.kind == "comprehension":
            scope = scope.parent
        scope.sets.add(name)

    def _open(self, kind):
        scope = _Scope(kind, parent=self)
        self.inner.append(scope)
        return scope


def needed(candidates: Collection[str], users: Iterable[str]) -> set[str]:
    """Those of `candidates` (sources) whose names `users` (sources) need, directly or indirectly.

    Sources that cannot be read need, or are needed by, everything.
    """
    used: set[str] = set()
    for source in users:
        names = names_in(source)
        if names is None:
            return set(candidates)
        used |= names.uses
    found: set[str] = set()
    while True:
        more = {c for c in candidates if c not in found and _is_used(names_in(c), used)}
        if not more:
            return found
        found |= more
        used = used.union(*(names.uses for c in more if (names := names_in(c))))


def _is_used(names, used):
    return names is None or bool(names.binds & used)
