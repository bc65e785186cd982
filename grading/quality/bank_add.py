"""Make a bank entry from a student's wrong answer, which runs only in the engine.

The answer is shortened as far as its behavior stays the same, and the tests that it fails are
found. If an entry behaves the same already, none is made.
"""

import ast
import contextlib
import copy
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tqdm import tqdm

from grading.engine.magics import as_python
from grading.paths import Problem
from grading.quality.audit.answers import Answer, ask_all, patience, try_answer
from grading.quality.audit.asking import Reply, differs
from grading.quality.audit.calls import Call
from grading.quality.audit.notebook import Audited, names_of, users_of
from grading.quality.audit.pool import chosen
from grading.quality.audit.recording import calls_of
from grading.quality.audit.survey import is_sound, known_calls, pool_of
from grading.quality.bank import FAMILIES, WRONG, read_slip
from grading.whole import write_whole

ASKED = 80  # calls used to compare two answers
TRIES = 150  # shorter versions of an answer that are tried
FEW_TRIES = 20  # of one that does not end
MAX_SOURCE = 20_000  # characters: longer than any real answer
DOCUMENTED = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class EntryProblem(Problem):
    """No entry can be made from this answer; the text says why."""


@dataclass(frozen=True)
class Behaviour:
    """How an answer behaves.

    Attributes
    ----------
    failed : frozenset of str
        Tests that it fails in a student's notebook, where nothing is out of reach.
    sandboxed : frozenset of str
        Tests that it fails in the grader, where what is out of bounds cannot be reached.
    replies : tuple of Reply
        Its results for many calls.
    ends : bool
        Whether it answers all calls: an endless one takes its full time each time.
    """

    failed: frozenset[str]
    sandboxed: frozenset[str]
    replies: tuple[Reply, ...]
    ends: bool = True

    def alike(self, other: "Behaviour") -> bool:
        """Whether both fail the same tests and give the same results for all calls."""
        return (
            (self.failed, self.sandboxed) == (other.failed, other.sandboxed)
            and len(self.replies) == len(other.replies)
            and all(
                not differs(a, b) and a.error == b.error
                for a, b in zip(self.replies, other.replies, strict=True)
            )
        )


class Judge:
    """Runs answers to one exercise of a lab in the engine.

    Parameters
    ----------
    audited : Audited
        The lab.
    name : str
        The exercise.
    """

    def __init__(self, audited: Audited, name: str):
        self.audited, self.name = audited, name
        self.exercise = audited.solution(name)
        self.tests = (*self.exercise.tests, *users_of(audited, self.exercise))
        own = Answer(name, "solution", "", self.exercise.part.source)
        verdict = try_answer(audited, own, self.exercise.tests, watched=True)
        self.seconds = patience(verdict.seconds)
        seen = calls_of(verdict.noted, *known_calls(audited, self.exercise))
        found = tuple(c for n in self.exercise.names for c in pool_of(n, seen, self.exercise))
        replies = ask_all(audited, own, found)
        sound = [c for c, reply in zip(found, replies, strict=False) if is_sound(c, reply)]
        self.calls: tuple[Call, ...] = tuple(chosen(sound, ASKED))

    def behaviour(self, source: str) -> Behaviour:
        """How an answer behaves when run in the sandbox."""
        answer = Answer(self.name, "answer", "", source)
        home = replace(self.audited, out_of_bounds=())
        verdict = try_answer(home, answer, self.tests, self.calls, seconds=self.seconds)
        failed = sandboxed = frozenset(verdict.failed)
        if self.audited.out_of_bounds:
            walls = try_answer(self.audited, answer, self.tests, seconds=self.seconds)
            sandboxed = frozenset(walls.failed)
        return Behaviour(
            failed, sandboxed, verdict.replies, len(verdict.replies) == len(self.calls)
        )


def add_entry(
    audited: Audited,
    source: str,
    idea: str,
    hint: str,
    name: str | None = None,
    bank: Path = WRONG,
    say: Callable[[str], object] = lambda line: None,
    family: str = "",
    show: bool = False,
) -> Path:
    """Make a bank entry from a wrong answer.

    Parameters
    ----------
    audited : Audited
        The lab.
    source : str
        The student's code.
    idea, hint : str
        What its author believes, and the sentence that helps.
    name : str, optional
        The exercise; by default the one that the source defines.
    say : callable
        Called with lines on the progress.
    family : str
        What the idea is about, one of `grading.quality.bank.FAMILIES`; "" is to be filled in later.
    show : bool
        Whether to show progress.

    Returns
    -------
    pathlib.Path
        The new file, without the student's comments and docstrings.

    Raises
    ------
    EntryProblem
        If the answer cannot be read, is for no exercise, fails no test, or is in the bank already.
    """
    words = re.findall(r"[a-z0-9]+", idea.lower())[:5]
    if not words or not hint.strip():
        raise EntryProblem("An entry needs an idea and a hint, in words.")
    if family and family not in FAMILIES:
        raise EntryProblem(
            f"There is no family {family!r}. The families are: {', '.join(FAMILIES)}."
        )
    if len(source) > MAX_SOURCE:
        raise EntryProblem(f"The answer is longer than {MAX_SOURCE:,} characters: nothing was run.")
    name = name or exercise_of(audited, source)
    path = bank / audited.title / name / f"{'_'.join(words)}.py"
    if path.exists():
        raise EntryProblem(f"{path} exists already: begin the idea with other words.")
    judge = Judge(audited, name)
    plain = normal(source)
    behaviour = judge.behaviour(plain)
    if not behaviour.sandboxed:
        raise EntryProblem(
            f"This answer to {name} fails no test: it is right, or the tests have a hole. First "
            "write a test that it fails."
        )
    known = sorted(path.parent.glob("*.py"))
    say(
        f"It fails {', '.join(sorted(behaviour.sandboxed))}. Entries to compare with: {len(known)}."
    )
    for other in known:
        if judge.behaviour(read_slip(other).source).alike(behaviour):
            raise EntryProblem(f"The bank has it already: {other} behaves the same.")
    tries = (TRIES if behaviour.ends else FEW_TRIES) if judge.calls else 0
    with tqdm(total=tries, desc="Shorter versions", disable=not show) as bar:

        def keeps(text):
            bar.update()
            return judge.behaviour(text).alike(behaviour)

        short = shrunk(plain, keeps, tries)
    say(f"{len(source.splitlines())} lines became {len(short.splitlines())}.")
    more = behaviour.sandboxed - behaviour.failed
    text = _text(
        idea, hint, family, judge.tests, behaviour.failed or more, behaviour.failed and more
    )
    write_whole(path, f'"""\n{text}\n"""\n\n\n{short.strip()}\n')
    return path


def exercise_of(audited: Audited, source: str) -> str:
    """The exercise whose name an answer defines."""
    _tree(source)
    names = names_of(source)
    found = [e.name for e in audited.exercises if names and set(e.names) & names.binds]
    if len(found) != 1:
        known = ", ".join(each.name for each in audited.exercises)
        what = f"defines {', '.join(found)}" if found else "defines none of the lab's names"
        raise EntryProblem(f"The answer {what}; it should define one of {known}.")
    return found[0]


def _text(idea, hint, family, tests, fails, sandboxed):
    """The docstring of an entry."""
    lines = [f"Idea: {' '.join(idea.split())}", f"Hint: {' '.join(hint.split())}"]
    lines += [f"Family: {family}"] if family else []
    lines.append(f"Fails: {_wrapped([t for t in tests if t in fails])}")
    if sandboxed:
        lines.append(f"Sandbox: {_wrapped([t for t in tests if t in sandboxed])}")
    return "\n".join(lines).replace("\\", "\\\\").replace('"""', "'''")


def _wrapped(names):
    """Names of tests, a few per line."""
    lines = [", ".join(names[i : i + 3]) for i in range(0, len(names), 3)]
    return ",\n    ".join(lines)


# --- shorter -----------------------------------------------------------------------------------


def normal(source: str) -> str:
    """An answer in `ast.unparse`'s layout, without comments, docstrings and annotations."""
    tree = _tree(source)
    try:
        for node in ast.walk(tree):
            if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
                node.body = node.body[1:] or [ast.Pass()]
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                node.returns = None
            if isinstance(node, ast.arg):
                node.annotation = None
        return ast.unparse(tree)
    except (RecursionError, MemoryError):
        raise EntryProblem("The answer is nested too deeply: nothing was run.") from None


def _tree(source):
    """The parsed answer, with IPython's own lines as Python."""
    try:
        with warnings.catch_warnings():  # about invalid escapes
            warnings.simplefilter("ignore")
            return ast.parse(as_python(source))
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where = f", line {line}" if line else ""
        what = getattr(error, "msg", None) or error
        raise EntryProblem(
            f"The answer is not valid Python{where}: {what}. Nothing was run."
        ) from None
    except (RecursionError, MemoryError):  # the parser raises the latter
        raise EntryProblem("The answer is nested too deeply: nothing was run.") from None


def shrunk(source: str, keeps: Callable[[str], bool], tries: int = TRIES) -> str:
    """A shorter source for which `keeps` still holds.

    Statements are removed, and an `if` replaced by one of its branches, the largest first, until
    nothing more can go or `tries` versions have been tried. Code that is nested absurdly deeply
    stays as it is.
    """
    with contextlib.suppress(RecursionError, MemoryError):
        return _shrunk(source, keeps, tries)
    return source


def _shrunk(source, keeps, tries):
    seen = {source}
    while tries:
        for text in _shorter(source):
            if text in seen:
                continue
            seen.add(text)
            tries -= 1
            if keeps(text):
                source = text
                break
            if not tries:
                return source
        else:
            return source
    return source


def _shorter(source) -> Iterator[str]:
    """Versions of a source without one statement, the shortest first."""
    tree = ast.parse(source)
    found = []
    for number, node in enumerate(ast.walk(tree)):
        for field in ("body", "orelse", "finalbody"):
            block = getattr(node, field, None)
            for place in range(len(block)) if isinstance(block, list) else ():
                for instead in _instead(block[place]):
                    found.append(_with(tree, number, field, place, instead))
    yield from sorted(filter(None, found), key=lambda text: (len(text), text))


def _instead(statement):
    """Replacements for a statement: nothing, or its body."""
    yield []
    if isinstance(statement, ast.If | ast.With | ast.Try):
        yield statement.body
    if isinstance(statement, ast.If) and statement.orelse:
        yield statement.orelse


def _with(tree, number, field, place, instead):
    other = copy.deepcopy(tree)
    node = list(ast.walk(other))[number]
    block = getattr(node, field)
    block[place : place + 1] = copy.deepcopy(instead)
    if not block and field == "body" and not isinstance(node, ast.Module):
        block.append(ast.Pass())
    try:
        text = ast.unparse(ast.fix_missing_locations(other))
        compile(text, "<shorter>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return None
    return text if text.strip() else None
