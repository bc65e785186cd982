"""Copies are found whatever was done to hide them, and nobody is accused for the obvious."""

import ast
import itertools
import json
import random
import re
import shutil
from pathlib import Path

import pytest
from thorough import sample

from grading.lms.notebooks import released_labs
from grading.lms.similar import Likenesses, pairs_of, similar
from grading.lms.similar_page import page
from grading.paths import ROOT, lab_names
from grading.quality.bank import own_solutions, right_solutions


def independents(lab):
    """A class of the bank: each student writes every exercise in a way of their own, or not."""
    ways = {}
    for name, _, source in right_solutions(lab):
        ways.setdefault(name, []).append(source)
    most = max(map(len, ways.values()))
    students = {"own": dict(own_solutions(lab))}
    for number in range(most):
        students[f"s{number}"] = {
            name: sources[number] for name, sources in ways.items() if number < len(sources)
        }
    return students


class Rename(ast.NodeTransformer):
    """Other names for all that a function names itself."""

    def __init__(self, tree):
        named = {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)}
        named |= {
            n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        self.names = {name: f"{name}_{i}_renamed" for i, name in enumerate(sorted(named))}

    def visit_Name(self, node):
        node.id = self.names.get(node.id, node.id)
        return node

    def visit_arg(self, node):
        node.arg = self.names.get(node.arg, node.arg)
        return node


def renamed(source, rng):
    tree = ast.parse(source)
    return ast.unparse(Rename(tree).visit(tree))


def reordered(source, rng):
    """Neighbouring lines change places, wherever a copier might try."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and len(body) > 2:
            at = rng.randrange(len(body) - 1)
            if not any(isinstance(part, ast.Return | ast.Expr) for part in body[at : at + 2]):
                body[at], body[at + 1] = body[at + 1], body[at]
    return ast.unparse(tree)


def reformatted(source, rng):
    lines = []
    for line in source.splitlines():
        indent = re.match(r" *", line)[0]
        lines += [indent * 2 + line.strip().replace(", ", " ,  ") + "  # mine"]
        if rng.random() < 0.3:
            lines.append("")
    made = "\n".join(lines)
    try:
        ast.parse(made)
    except SyntaxError:  # a text over several lines
        return "# mine\n" + source
    return made


class Restyle(ast.NodeTransformer):
    """Loops that count by hand, `x = x + y`, operands the other way round, a last name."""

    def visit_For(self, node):
        self.generic_visit(node)
        match node:
            case ast.For(ast.Name(i), ast.Call(ast.Name("range"), [n])):
                if any(isinstance(part, ast.Continue) for part in ast.walk(node)):
                    return node
                loop = ast.parse(f"{i} = 0\nwhile {i} < {ast.unparse(n)}:\n    {i} += 1").body
                loop[1].body[:0] = node.body
                return loop
        return node

    def visit_AugAssign(self, node):
        before = ast.parse(ast.unparse(node.target), mode="eval").body
        return ast.Assign([node.target], ast.BinOp(before, node.op, node.value))

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Add | ast.Mult):
            node.left, node.right = node.right, node.left
        return node

    def visit_FunctionDef(self, node):
        self.generic_visit(node)
        if isinstance(node.body[-1], ast.Return) and node.body[-1].value is not None:
            last = ast.Assign([ast.Name("answer", ast.Store())], node.body[-1].value)
            node.body[-1:] = [last, ast.Return(ast.Name("answer", ast.Load()))]
        return node


def restyled(source, rng):
    return ast.unparse(ast.fix_missing_locations(Restyle().visit(ast.parse(source))))


def likeness(lab, students):
    return pairs_of(students, {}, lab, released_labs()[lab])


@pytest.mark.parametrize("lab", sample(lab_names(), 3))
def test_independent_right_solutions_are_never_flagged(lab):
    assert [pair.students for pair in likeness(lab, independents(lab))] == []


@pytest.mark.parametrize("change", [renamed, reordered, reformatted, restyled])
@pytest.mark.parametrize("lab", sample(lab_names(), 2))
def test_a_planted_copy_is_found(lab, change):
    students = independents(lab)
    copied = students["own"]
    rng = random.Random(f"{lab} {change.__name__}")
    students["copier"] = {name: change(source, rng) for name, source in copied.items()}
    assert [pair.students for pair in likeness(lab, students)] == [("own", "copier")]


def hand_in(folder, name, lab, answers):
    """Write a notebook with these answers, as a class or an archive has it."""
    notebook = json.loads((ROOT / "notebooks" / lab / f"{lab}.ipynb").read_text())
    for cell in notebook["cells"]:
        source = answers.get(cell["metadata"].get("nbgrader", {}).get("grade_id"))
        cell["source"] = source or cell["source"]
    path = folder / name
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(notebook))


@pytest.mark.parametrize(
    "lab", sample(["lab2_conv1d", "lab3_conv2d", "lab5_conv_block", "lab8_text_conv"], 1)
)
@pytest.mark.parametrize("form", ["class", "zip"])
def test_a_copy_of_last_years_with_all_changes_at_once_is_found(tmp_path, lab, form):
    """By the verb's own way: this year's class, and last year's as its folder or as an archive."""
    rng = random.Random(lab)
    students, course, old = independents(lab), tmp_path / "class", tmp_path / "old"
    hand_in(course, f"release/{lab}/{lab}.ipynb", lab, {})
    name = f"submitted/{{}}/{lab}/{lab}.ipynb" if form == "class" else f"{{}}/{lab}.ipynb"
    for who in ("s0", "s1", "own"):
        hand_in(old, name.format(who), lab, students[who])
    copy = {
        n: reformatted(reordered(renamed(s, rng), rng), rng) for n, s in students["own"].items()
    }
    hand_in(course, f"submitted/new/{lab}/{lab}.ipynb", lab, copy)
    hand_in(course, f"submitted/honest/{lab}/{lab}.ipynb", lab, students["s2"])
    if form == "zip":
        old = Path(shutil.make_archive(str(tmp_path / "last_year"), "zip", old))
    found = similar(lab, course, [old])
    assert [pair.students for pair in found.pairs] == [("new", "own (earlier class 1)")]
    assert (found.submissions, found.earlier) == (2, 3)


def test_what_everybody_writes_is_nobodys_copy():
    own = own_solutions("lab4_max_pool")
    students = {f"s{n}": own for n in range(8)}
    assert likeness("lab4_max_pool", students) == []
    two = dict(itertools.islice(students.items(), 2))
    assert len(likeness("lab4_max_pool", two)) == 1  # the twin: of two it is not everybody


def test_short_functions_are_never_enough():
    dot = {"dot_forward": "def dot_forward(x, w):\n    return np.sum(x * w)"}
    assert likeness("lab1_dot", {"a": dot, "b": dot}) == []


@pytest.mark.parametrize(
    "source", ["(" * 5_000, "1" + "+1" * 9_000, "\0", "def f(:\n" * 100, "é" * 99]
)
def test_what_is_no_program_costs_nobody_anything(source):
    assert likeness("lab1_dot", {"a": {"dot_forward": source}, "b": {"dot_forward": "x"}}) == []


def test_the_page_says_how_likely_and_runs_nothing():
    evil = "def f(x):\n    s = '<script>alert(1)</script>'\n    return s\n"
    own = {**own_solutions("lab3_conv2d"), "im2col": evil * 20}
    found = likeness("lab3_conv2d", {"<b>eve</b>": own, "ada": own})
    made = page(Likenesses("lab3_conv2d", found, 2, 0))
    assert "<script>" not in made
    assert "<b>eve" not in made
    assert "pairs of independent correct solutions" in made
    assert made.count("<pre>") == 2 * len(found[0].shared)
