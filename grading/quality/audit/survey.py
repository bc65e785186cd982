"""Try the author's solutions, and answers of every kind, on a notebook's tests in the engine.

Everything is bounded by counts, and the same in every run. It uses one process per processor; a
process that dies costs only the answer it was running.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from grading.quality.audit.answers import Answer, Verdict, ask_all, patience, try_answer
from grading.quality.audit.asking import ENDED, Reply, differs, is_finite
from grading.quality.audit.calls import Call
from grading.quality.audit.functions import handed_over
from grading.quality.audit.lies import Lie, lies
from grading.quality.audit.mutants import mutants
from grading.quality.audit.near import near
from grading.quality.audit.notebook import Audited, Exercise, NotebookProblem, names_of, users_of
from grading.quality.audit.nothings import nothings
from grading.quality.audit.plain import passed_in_plain_kernel
from grading.quality.audit.pool import MOST, calls_like, chosen
from grading.quality.audit.processes import Workers, run_all, with_seeds
from grading.quality.audit.recording import calls_of
from grading.quality.audit.rewrites import LAST_DIGIT, rewrites
from grading.quality.audit.unseen import Unseen, looks_of, unseen

SEEDS = 20
PRICED = 40  # calls used to estimate the share of changed outputs
SEEN = 60  # of the tests' own calls, to see whether they show a survivor's fault
LUCKY = 3  # killed mutants per exercise that are tried with all seeds
FEW = 10  # fewer calls than this decide nothing


@dataclass
class Tried:
    """An answer, the tests' verdict on it, and how its replies differ from the solution's.

    Attributes
    ----------
    share : float
        The share of outputs that differ.
    telling : list of (Call, Reply, Reply)
        Calls with different replies: the solution's, then its own. The smallest first.
    asked : list of Call
        All calls made that the solution answers.
    shown : bool
        Whether one of the tests' own calls is in `telling`.
    decided : bool
        Whether there were enough calls to consider it equal to the solution.
    passes : dict
        Whether all tests of the exercise pass, by seed.
    strict : bool
        Whether no test may refuse this rewrite.
    elsewhere : dict
        Tests of other exercises that fail.
    """

    answer: Answer
    verdict: Verdict
    share: float = 0.0
    telling: list = field(default_factory=list)
    asked: list = field(default_factory=list)
    shown: bool = False
    decided: bool = False
    passes: dict[int, bool] = field(default_factory=dict)
    strict: bool = True
    elsewhere: dict[str, str] = field(default_factory=dict)

    @property
    def survives(self) -> bool:
        return not self.verdict.failed

    @property
    def is_right(self) -> bool:
        """Whether there were enough calls, and none differs from the solution."""
        return self.decided and not self.telling


@dataclass
class Looked:
    """All results for one exercise."""

    name: str
    source: str
    seen: list[Call] = field(default_factory=list)
    calls: list[tuple[Call, Reply]] = field(default_factory=list)
    own: dict[int, Verdict] = field(default_factory=dict)  # of the solution, by seed
    random: bool = False  # whether the tests' calls depend on the seed
    tried: list[Tried] = field(default_factory=list)
    left_out: int = 0  # mutants
    unseen: Unseen = field(default_factory=Unseen)

    @property
    def patience(self) -> float:
        """Seconds after which a mutant counts as endless."""
        return patience(max((verdict.seconds for verdict in self.own.values()), default=0.0))

    def of(self, *kinds: str) -> list[Tried]:
        return [each for each in self.tried if each.answer.kind in kinds]


@dataclass
class Survey:
    """All results for a notebook."""

    audited: Audited
    exercises: list[Looked]
    fooled: list[tuple[Lie, list[str], list[str]]]  # tests in the engine, in a plain kernel
    seeds: int


def survey(
    audited: Audited,
    alternatives: Path | None = None,
    seeds: int = SEEDS,
    show: bool = False,
    jobs: int | None = None,
) -> Survey:
    """Try everything on a notebook.

    Parameters
    ----------
    alternatives : pathlib.Path, optional
        A folder of correct solutions: ``NAME.py``, ``NAME_way.py`` or ``NAME/way.py``.
    seeds : int
        How many seeds of random data to try.
    show : bool
        Whether to show progress.
    """
    ways = read_alternatives(alternatives, audited) if alternatives else []
    with Workers(audited, jobs or os.cpu_count() or 1) as pool:
        run = partial(run_all, pool, show)
        looked = _look(audited, run, seeds)
        answers = [answer for each in looked for answer in _answers(audited, each, ways)]
        _try(audited, looked, answers, run)
        _look_closer(audited, looked, run, seeds)
        fooled = _fool(audited, looked, run)
    return Survey(audited, looked, fooled, seeds)


def read_alternatives(folder: Path, audited: Audited) -> list[Answer]:
    """The author's other solutions, each with its exercise.

    Raises
    ------
    NotebookProblem
        If there are none, or one belongs to no exercise.
    """
    found = []
    names = sorted((each.name for each in audited.exercises), key=len, reverse=True)
    for path in sorted(folder.rglob("*.py")):
        way = path.relative_to(folder).with_suffix("").as_posix()
        name = next((n for n in names if f"{way}_".replace("/", "_").startswith(f"{n}_")), None)
        if name is None:
            raise NotebookProblem(
                f"{path} belongs to no exercise: begin its name with one of {', '.join(names)}."
            )
        source = path.read_text(encoding="utf-8")
        try:
            compile(source, str(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            raise NotebookProblem(f"{path} is not valid Python: {error}.") from None
        found.append(Answer(name, "alternative", way, source))
    if not found:
        raise NotebookProblem(f"There is no .py file in {folder}.")
    return found


# --- the solutions -----------------------------------------------------------------------------


def _own(exercise):
    return Answer(exercise.name, "solution", "the solution", exercise.part.source)


def _look(audited, run, seeds):
    """Try the solutions themselves, with all seeds, and record how their tests call them."""
    watch = [(try_answer, _own(e), e.tests, (), s, True) for e in audited.exercises for s in (0, 1)]
    noted = run("Solutions", watch)
    again = [(try_answer, _own(e), e.tests, (), s) for e in audited.exercises for s in range(seeds)]
    verdicts = iter(with_seeds(run, again))
    looked, ask = [], []
    for exercise, first, other in zip(audited.exercises, noted[::2], noted[1::2], strict=True):
        own = {s: v for s in range(seeds) if (v := next(verdicts)) is not None}
        known = known_calls(audited, exercise)
        seen = calls_of(list(first.noted), *known) if first else []
        there = calls_of(list(other.noted), *known) if other else []
        found = Looked(exercise.name, exercise.part.source, seen, own=own)
        found.unseen = unseen(exercise.part.source, others_of(audited, exercise), seen)
        found.random = [c.size for c in seen] != [c.size for c in there]
        looked.append(found)
        pool = [c for n in exercise.names for c in pool_of(n, seen, exercise)]
        ask += [(ask_all, _own(exercise), tuple(pool), s) for s in (0, 1)]
    replies = iter(zip(ask, run("Calls", ask), strict=True))
    for each in looked:
        (task, one), (_, two) = next(replies), next(replies)
        if one is not None and two is not None:
            answered = {
                id(call): (call, a)
                for call, a, b in zip(task[2], one, two, strict=False)
                if is_sound(call, a) and is_sound(call, b) and not differs(a, b)
            }
            few = chosen([call for call, _ in answered.values()], MOST)
            each.calls = [answered[id(call)] for call in few]
    return looked


def known_calls(audited: Audited, exercise: Exercise) -> tuple[list, dict]:
    """What the sources show about calls: functions passed as arguments, attributes to look at.

    The attributes are those that tests look at, and those that nobody reads.
    """
    tests = [part.source for part in audited.tests if part.name in exercise.tests]
    imported = names_of(audited.imports)
    source = exercise.part.source
    looks, kept = looks_of(source, tests), unseen(source, others_of(audited, exercise)).read
    looks = {name: (*looks[name], *kept.get(name, ())) for name in looks}
    return handed_over(tests, imported.binds if imported else ()), looks


def others_of(audited: Audited, exercise: Exercise) -> list[str]:
    """Sources of all other cells, as far as they are Python."""
    parts = [part for part in audited.parts if part is not exercise.part]
    return [part.source for part in parts if names_of(part.source) is not None]


def pool_of(name: str, seen: list[Call], exercise: Exercise) -> list[Call]:
    """Calls like those of a name's tests; for a plain value, a look at it."""
    source = exercise.part.source
    mine = [call for call in seen if call.name == name]
    if mine:
        return calls_like(mine, name, source)
    is_value = f"def {name}" not in source and f"class {name}" not in source
    return [Call(name)] if is_value else []


def is_sound(call: Call, reply: Reply) -> bool:
    """Whether the solution answers a call, or refuses it with its own error.

    A division by zero is no answer, unless a test asks for it.
    """
    if reply.meant or reply.error:
        return reply.meant
    return not call.beyond and (call.far == 0 or is_finite(reply.values))


# --- the answers -------------------------------------------------------------------------------


def _answers(audited, looked, ways):
    exercise = audited.solution(looked.name)
    if not exercise.tests:
        return
    made, looked.left_out = mutants(exercise.part.source)
    for mutant in made:
        yield Answer(looked.name, "mutant", mutant.change, mutant.source), True
    for way in rewrites(exercise.part.source, exercise.names):
        yield Answer(looked.name, "rewrite", way.title, way.source), way.strict
    for title, source in nothings(exercise):
        yield Answer(looked.name, "nothing", title, source), True
    for title, source in near(exercise):
        yield Answer(looked.name, "near", title, source), True
    for way in ways:
        if way.exercise == looked.name:
            yield way, True


def _try(audited, looked, answers, run):
    by_name = {each.name: each for each in looked}
    tasks = []
    for answer, _ in answers:
        known = by_name[answer.exercise]
        tests = audited.solution(answer.exercise).tests
        asked = () if answer.kind == "alternative" else _few(known)
        if answer.kind == "rewrite":
            asked = tuple(call for call, _ in known.calls)
        if answer.kind == "near":
            asked = _own_and_few(known)
        task = (try_answer, answer, tests, asked, 0, False)
        tasks.append((*task, known.patience) if answer.kind == "mutant" else task)
    for (answer, strict), verdict, task in zip(answers, run("Answers", tasks), tasks, strict=True):
        known = by_name[answer.exercise]
        tests = audited.solution(answer.exercise).tests
        if verdict is None:  # its process died, twice
            verdict = Verdict(dict.fromkeys(tests, 0), dict.fromkeys(tests, "its process died"))
        tried = Tried(answer, verdict, strict=strict)
        if task[3]:
            _compare(tried, known, task[3], verdict.replies)
        known.tried.append(tried)


def _few(looked):
    """Calls of an exercise, enough to estimate how much an answer changes."""
    return tuple(call for call, _ in _spread(looked.calls, PRICED))


def _own_and_few(looked):
    """Those, and with them calls of the tests themselves."""
    few = {id(call) for call in _few(looked)}
    own = {id(call) for call in [c for c, _ in looked.calls if c.far == 0][:SEEN]}
    return tuple(call for call, _ in looked.calls if id(call) in few | own)


def _spread(items, count):
    """`count` of the items, evenly spaced."""
    if len(items) <= count:
        return items
    return [items[i * len(items) // count] for i in range(count)]


def _compare(tried, known, calls, replies):
    """Record the calls to which an answer replies differently from the solution.

    If its process ended, it did so at the first call without a reply; later calls are unknown.
    """
    right = {id(call): reply for call, reply in known.calls}
    shares, tried.telling, tried.asked = [], [], []
    for call, other in zip(calls, [*replies, Reply(error=ENDED)], strict=False):
        expected = right[id(call)]
        share = differs(expected, other)
        if not expected.error:
            shares.append(share)
            tried.asked.append(call)
        if share:
            tried.telling.append((call, expected, other))
    tried.share = sum(shares) / len(shares) if shares else 0.0
    tried.decided = len(shares) >= FEW or any(not call.steps for call in calls)


# --- closer ------------------------------------------------------------------------------------


def _look_closer(audited, looked, run, seeds):
    """Try survivors on all calls, on other exercises' tests, and with all seeds."""
    survivors = [(each, tried) for each in looked for tried in each.of("mutant") if tried.survives]
    tasks = []
    for each, tried in survivors:
        others = users_of(audited, audited.solution(each.name))
        tasks.append((ask_all, tried.answer, tuple(c for c, _ in each.calls)))
        tasks.append((try_answer, tried.answer, others))
    found = run("Survivors", tasks)
    for (each, tried), asked, other in zip(survivors, found[::2], found[1::2], strict=True):
        if asked is not None:
            _compare(tried, each, [c for c, _ in each.calls], asked)
        tried.elsewhere = other.failed if other is not None else {}
        tried.shown = any(call.far == 0 for call, *_ in tried.telling)
    lucky = [
        (each, tried)
        for each in looked
        if each.random
        for tried in [
            *(t for t in each.of("mutant") if t.survives and t.telling),
            *sorted(
                (t for t in each.of("mutant") if not t.survives and t.share),
                key=lambda t: (len(t.verdict.failed), t.share, t.answer.title),
            )[:LUCKY],
            *(t for t in each.of("rewrite") if t.answer.title == LAST_DIGIT and not t.telling),
            *each.of("alternative"),
        ]
    ]
    again = [
        (try_answer, t.answer, audited.solution(e.name).tests, (), seed)
        for e, t in lucky
        for seed in range(1, seeds)
    ]
    verdicts = iter(with_seeds(run, again))
    for _, tried in lucky:
        tried.passes = {0: tried.survives}
        for seed in range(1, seeds):
            verdict = next(verdicts)
            tried.passes[seed] = verdict is not None and not verdict.failed


def _fool(
    audited: Audited, looked: list[Looked], run: Callable
) -> list[tuple[Lie, list[str], list[str]]]:
    """The tests that each trick passes, in the engine and in a plain kernel.

    A trick that does not change an answer's results, for example if it has none, is left out.
    """
    tricks = list(lies(audited))
    known = {each.name: each for each in looked}
    asked = [
        (trick, exercise, _few(known[exercise.name]))
        for trick in tricks
        for exercise in audited.exercises
        if exercise.name in trick.sources and exercise.tests
    ]
    tasks = [
        (try_answer, Answer(e.name, "lie", t.title, t.sources[e.name]), e.tests, few)
        for t, e, few in asked
    ]
    plain = run("Plain kernel", [(passed_in_plain_kernel, trick) for trick in tricks])
    here: dict[str, list[str]] = {trick.title: [] for trick in tricks}
    idle: dict[str, set[str]] = {trick.title: set() for trick in tricks}
    for (trick, exercise, few), verdict in zip(asked, run("Tricks", tasks), strict=True):
        if verdict is None:
            continue
        tried = Tried(Answer(exercise.name, "lie", "", ""), verdict)
        _compare(tried, known[exercise.name], few, verdict.replies)
        if tried.is_right:
            idle[trick.title].update(exercise.tests)
        else:
            here[trick.title] += [t for t in exercise.tests if t not in verdict.failed]
    return [
        (trick, here[trick.title], [t for t in there or [] if t not in idle[trick.title]])
        for trick, there in zip(tricks, plain, strict=True)
    ]
