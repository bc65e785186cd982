"""Which submissions share code beyond what was given and what everybody writes.

copydetect compares tokens and ignores names, so that it finds renamed and reformatted copies. It
compares each answer twice, in its order and with its lines sorted, because lines can be moved. How
much a similarity means is measured on the bank, whose correct solutions were written
independently.
"""

import ast
import builtins
import io
import itertools
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from copydetect import CodeFingerprint, compare_files
from copydetect.utils import filter_code
from tqdm import tqdm

from grading.engine.read import read_notebook
from grading.lms.collect import collect
from grading.lms.notebooks import Released, released_labs, squeezed
from grading.paths import COURSE, ClassError, lab_names, unknown_lab
from grading.quality.bank import own_solutions, right_solutions
from grading.records.submissions import find_submissions, read_files

LETTERS = 15  # tokens of the shortest piece that counts as shared
ALIKE = 0.88  # answers that share this much of both are similar; the bank stays below it
LONG = 60  # tokens; the similarity of shorter answers means nothing
ENOUGH = 130  # tokens that two submissions must share in similar answers to be shown
EVERYBODY = 0.25, 3  # share of a class, and number, above which a piece is common
MAX_SOURCE = 20_000  # characters of an answer that are compared
OTHER = "other cells"
OF_THE_LANGUAGE = {*dir(builtins), "self", "cls"}


@dataclass(frozen=True)
class Shared:
    """An answer that two submissions share.

    likeness is the shared part of the longer one, tokens its length. Of of_pairs pairs of
    independent correct solutions, as_alike are as similar.
    """

    name: str
    likeness: float
    tokens: int
    as_alike: int
    of_pairs: int
    texts: tuple  # the two answers, as they were compared
    slices: tuple  # of each, where it is shared


@dataclass(frozen=True)
class Pair:
    """Two submissions that share more code than is likely."""

    students: tuple
    shared: tuple

    @property
    def tokens(self) -> int:
        return sum(one.tokens for one in self.shared)


@dataclass(frozen=True)
class Likenesses:
    """What `similar` found, and among how many submissions."""

    lab: str
    pairs: list
    submissions: int
    earlier: int


def similar(lab: str, course: Path = COURSE, earlier: Iterable[Path] = ()) -> Likenesses:
    """Find the submissions to a lab that share code.

    Parameters
    ----------
    lab : str
    course : pathlib.Path
    earlier : iterable of path
        Classes of other years: their folders, or platforms' downloads. They are compared with
        this class, not with each other.

    Returns
    -------
    Likenesses
        The pairs that share the most come first.
    """
    course = Path(course)
    labs = released_labs(course)
    if lab not in labs:
        raise unknown_lab(lab, labs)
    own = {student: answers(data, labs[lab]) for student, data in _of_class(course, lab).items()}
    if not own:
        raise ClassError(f"There are no submissions to {lab}: collect them first.")
    old = {}
    for number, source in enumerate(earlier, 1):
        for student, data in _of_earlier(Path(source), lab, course).items():
            old[f"{student} (earlier class {number})"] = answers(data, labs[lab])
    return Likenesses(lab, pairs_of(own, old, lab, labs[lab]), len(own), len(old))


def _of_class(course: Path, lab: str) -> dict[str, bytes]:
    found, _ = find_submissions(course, lab)
    files = {student: read_files(folder, lab) for student, folder in found.items()}
    return {student: some[0][1] for student, some in files.items() if some and some[0][1]}


def _of_earlier(source: Path, lab: str, course: Path) -> dict[str, bytes]:
    if (source / "submitted").is_dir():
        return _of_class(source, lab)
    made = collect(source, lab, course=course, dry_run=True)
    return {taken.student: taken.counts.data for taken in made.taken if taken.counts.data}


def answers(data: bytes, released: Released) -> dict[str, str]:
    """The student's answers by cell name, without unchanged cells."""
    given = released.given | set(released.stubs.values())
    found, others = {}, []
    for raw in read_notebook("it", data).cells:
        if raw.cell_type != "code" or squeezed(raw.source) in given or not raw.source.strip():
            continue
        if raw.name in released.stubs:
            found[raw.name] = raw.source[:MAX_SOURCE]
        elif raw.name not in released.names:
            others.append(raw.source)
    if others:
        found[OTHER] = "\n".join(others)[:MAX_SOURCE]
    return found


# --- comparing ----------------------------------------------------------------------------------


def pairs_of(
    own: Mapping[str, Mapping[str, str]],
    old: Mapping[str, Mapping[str, str]],
    lab: str,
    released: Released,
) -> list[Pair]:
    """The pairs of submissions that share enough code, those that share the most first.

    Parameters
    ----------
    own, old : dict
        Answers by name, by student, of this class and of earlier ones.
    lab : str
    released : grading.lms.notebooks.Released
    """
    everyone = {**own, **old}
    prints = _fingerprints(everyone, released)
    known = _independent(lab)
    found = []
    combinations = list(itertools.combinations(own, 2)) + list(itertools.product(own, old))
    for one, other in tqdm(combinations, desc=lab, unit="pair", delay=2, leave=False):
        shared = []
        for name in everyone[one].keys() & everyone[other].keys():
            made = _compared(prints[one, name], prints[other, name])
            if made is not None:
                likeness, tokens, slices, codes = made
                others = known.get(name, ())
                alike = sum(value >= likeness for value in others)
                shared.append(Shared(name, likeness, tokens, alike, len(others), codes, slices))
        long = any(each.tokens >= LONG for each in shared)
        pair = Pair((one, other), tuple(sorted(shared, key=lambda s: (-s.tokens, s.name))))
        if long and pair.tokens >= ENOUGH:
            found.append(pair)
    return sorted(found, key=lambda pair: (-pair.tokens, pair.students))


def _fingerprints(everyone: Any, released: Released) -> Any:
    """Each answer's fingerprint in both orders, without given and common code."""
    names = {name for written in everyone.values() for name in written}
    made: dict[tuple[str, str], list] = {}
    for name in names:
        texts = {student: written[name] for student, written in everyone.items() if name in written}
        for order in (0, 1):
            raw = {student: _fingerprint(_ordered(text, order)) for student, text in texts.items()}
            counted = Counter(value for one in raw.values() for value in set(one.hashes))
            most = max(EVERYBODY[0] * len(texts), EVERYBODY[1])
            common = {value for value, count in counted.items() if count > most}
            if name in released.sources:
                common |= set(_fingerprint(_ordered(released.sources[name], order)).hashes)
            for student, text in texts.items():
                one = raw[student]
                if here := common & set(one.hashes):
                    one = _fingerprint(_ordered(text, order), tuple(sorted(here)))
                made.setdefault((student, name), []).append((one, set(one.hashes)))
    return made


def _compared(ones: Any, others: Any) -> Any:
    """Likeness, tokens, places and codes of two similar answers; None for others."""
    best = None
    for (one, hashes), (other, their_hashes) in zip(ones, others, strict=True):
        least = min(len(hashes), len(their_hashes))
        if not least or len(hashes & their_hashes) < least / 2:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tokens, likenesses, slices = compare_files(one, other)
        likeness = float(min(likenesses))
        if likeness >= ALIKE and (best is None or tokens > best[1]):
            codes = one.raw_code, other.raw_code
            best = likeness, int(tokens), tuple(map(_ranges, slices)), codes
    return best


def _ranges(slices: Any) -> Any:
    return [(int(a), int(b)) for a, b in zip(*slices, strict=True)]


@lru_cache(maxsize=10_000)
def _fingerprint(code: str, boilerplate: tuple[int, ...] = ()) -> CodeFingerprint:
    left_out = np.array(boilerplate, dtype=np.int64)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return CodeFingerprint(
            "answer.py", LETTERS, 1, left_out, fp=io.StringIO(code), language="python"
        )


@lru_cache(maxsize=100_000)
def _ordered(text: str, order: Any) -> str:
    """A source in a standard layout, without comments and docstrings; sorted if order is 1."""
    code = _laid_out(text)
    if not order:
        return code
    return "\n".join(sorted(code.splitlines(), key=_tokens_of))


@lru_cache(maxsize=100_000)
def _tokens_of(line: str) -> Any:
    return filter_code(line.strip(), "answer.py", "python")[0]


def _laid_out(text: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(text)
            for node in ast.walk(tree):
                body = getattr(node, "body", None)
                if isinstance(body, list):
                    node.body = [  # type: ignore[attr-defined]
                        part for part in body if not _is_text(part)
                    ] or [ast.Pass()]
                if isinstance(node, ast.arg):
                    node.annotation = None
                elif isinstance(node, ast.FunctionDef):
                    node.returns = None
            _rename(tree)
            return ast.unparse(_OneWay().visit(tree))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return text


def _rename(tree: ast.AST) -> Any:
    """Rename the student's names that a lexer takes for the language's own."""
    bound = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    stored = (n for n in ast.walk(tree) if isinstance(n, ast.Name))
    bound |= {node.id for node in stored if isinstance(node.ctx, ast.Store)}
    special = {name for name in bound if name in OF_THE_LANGUAGE}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in special:
            node.id += "_"
        elif isinstance(node, ast.arg) and node.arg in special:
            node.arg += "_"


class _OneWay(ast.NodeTransformer):
    """Normalizes trivial rewrites: one order of operands, no name for a returned value."""

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Add | ast.Mult) and _shape(node.right) < _shape(node.left):
            node.left, node.right = node.right, node.left
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        match node.body:
            case [*_, ast.Assign([ast.Name(given)], value), ast.Return(ast.Name(returned))]:
                if given == returned:
                    node.body[-2:] = [ast.Return(value)]
        return node


def _shape(node: ast.AST) -> Any:
    """The kind of an expression, whatever its names and numbers."""
    return [type(part).__name__ for part in ast.walk(node)]


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


# --- how likely -------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _independent(lab: str) -> Any:
    """How similar the bank's independent correct solutions are to each other, by name."""
    if lab not in lab_names():
        return {}
    ways = {name: [source] for name, source in own_solutions(lab).items()}
    for name, _, source in right_solutions(lab):
        ways.setdefault(name, []).append(source)
    found: dict[str, list] = {}
    for name, sources in ways.items():
        prints = [[_fingerprint(_ordered(s, order)) for order in (0, 1)] for s in sources]
        for one, other in itertools.combinations(prints, 2):
            ways_alike = (min(compare_files(a, b)[1]) for a, b in zip(one, other, strict=True))
            found.setdefault(name, []).append(float(max(ways_alike)))
    return found
