"""Check the labs' tests: the real grader grades every solution of the bank, wrong or right.

The tests of one name do not depend on others, so one submission carries entries for several names:
hundreds of entries become a few dozen submissions. What the entries use, and what uses them, is the
lab's own solution; everything else stays blank and must get no points.
"""

import json
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from tqdm import tqdm

from grading import wording
from grading.authoring.release import release
from grading.engine.limits import end_with_parent
from grading.engine.model import Job
from grading.engine.worker import grade_submission
from grading.labfile import mark_of, name_tested, out_of_bounds
from grading.quality.bank import (
    check_entries,
    names_of,
    own_solutions,
    right_solutions,
    slips,
    verdicts,
)
from grading.quality.bank_seeds import try_seeds
from grading.quality.nothings import nothings
from grading.records.instructor import instructors_notebook
from grading.records.nbgrader import nbgrader_api

VISIBLE_SHARE = 0.8  # of its slips that an exercise's visible tests must catch


@dataclass(frozen=True)
class Entry:
    """A solution of the bank, and the tests that it must fail."""

    name: str
    title: str
    source: str
    fails: frozenset = frozenset()
    nothing: bool = False  # an answer that ignores the question, see `nothings`


@dataclass(frozen=True)
class Pack:
    """The contents of a submission: entries of the bank, and the lab's own solutions for `own`."""

    entries: tuple = ()
    own: frozenset = frozenset()


@dataclass
class Exercise:
    """The check's results for the tests of one name."""

    lab: str
    name: str
    slips: int = 0
    visible: int = 0  # slips caught by the visible part of the tests
    caught: int = 0  # slips that lose exactly the points they should
    ways: int = 0
    accepted: int = 0  # correct solutions that keep all points
    blank: float = 0  # points that an empty cell gets
    mismatches: list = field(default_factory=list)


class Lab:
    """A lab as a class has it: its bank, and submissions made from it.

    Parameters
    ----------
    name : str
    course : pathlib.Path
        The class in which the lab was released.
    seed : int
        Seed of the tests' random data.
    """

    def __init__(self, name, course, seed=0):
        self.name, self.seed = name, seed
        self.own = own_solutions(name)
        self.teacher = instructors_notebook(nbgrader_api(course), name)
        self.handout = (course / "notebooks" / name / f"{name}.ipynb").read_text()
        cells = json.loads(self.teacher)["cells"]
        marks = map(mark_of, cells)
        self.points = {mark.name: mark.points for mark in marks if mark.kind == "test"}

    def entries(self):
        """The lab's bank, with correct solutions as entries that fail nothing."""
        found = [Entry(*solution) for solution in right_solutions(self.name)]
        wrong = slips(self.name)
        found += [Entry(s.name, s.slip, s.source, s.fails_sandboxed) for s in wrong]
        return sorted([*found, *self.nothings()], key=lambda entry: entry.title)

    def nothings(self):
        """Answers without content to each exercise with points, which must fail all its tests."""
        for name, source in self.own.items():
            tests = frozenset(t for t in self.points if name_tested(t, self.own) == name)
            for title, text in nothings(name, source) if tests else ():
                yield Entry(name, title, text, tests, nothing=True)

    def packs(self):
        """As few submissions as can carry all entries, one of the lab's own solutions, one blank.

        Also one per kind of answer without content, given to every exercise.
        """
        waiting = {name: [e for e in self.entries() if e.name == name] for name in self.own}
        found = [Pack(), Pack(own=frozenset(self.own))]
        while any(waiting.values()):
            pack = []
            for queue in sorted(waiting.values(), key=len, reverse=True):
                fits = (e for e in queue if not any(self._meet(e, other) for other in pack))
                if (entry := next(fits, None)) is not None:
                    queue.remove(entry)
                    pack.append(entry)
            found.append(self.pack(*pack))
        kinds = {}
        for entry in self.nothings():
            kinds.setdefault(entry.title, []).append(entry)
        return found + [Pack(tuple(entries)) for entries in kinds.values()]

    def pack(self, *entries):
        """Some entries, with the lab's own solutions that use them or that they use."""
        names = {entry.name for entry in entries}
        idle = {entry.name for entry in entries if entry.nothing}
        around = names.union(*(self._around(entry) for entry in entries))
        around -= {name for name in around - names if self._used(self.own[name]) & idle}
        while more := set().union(*(self._used(self.own[name]) for name in around)) - around:
            around |= more
        return Pack(tuple(entries), frozenset(around - names))

    def _meet(self, entry, other):
        return entry.name in self._around(other) or other.name in self._around(entry)

    def _around(self, entry):
        users = {name for name, source in self.own.items() if entry.name in self._used(source)}
        if entry.nothing:  # what builds on it stays blank: its points are not checked
            return (self._used(entry.source) | users) - {entry.name}
        tested = {name_tested(test, self.own) for test in entry.fails}
        return (self._used(entry.source) | users | tested) - {entry.name}

    def _used(self, source):
        return names_of(source).uses & set(self.own)

    def job(self, pack):
        """The job of a pack's submission, as the command passes it to the engine."""
        answers = {entry.name: entry.source for entry in pack.entries}
        answers |= {name: self.own[name] for name in pack.own}
        notebook = json.loads(self.handout)
        for cell in notebook["cells"]:
            cell["source"] = answers.get(mark_of(cell).name, cell["source"])
        files = ((f"{self.name}.ipynb", json.dumps(notebook).encode()),)
        return Job(self.name, "bank", files, self.teacher, self.seed, out_of_bounds(self.name))

    def surprises(self, pack, tests):
        """Tests that give a pack unexpected points.

        Parameters
        ----------
        pack : Pack
        tests : dict
            The grader's `TestResult` by name.

        Returns
        -------
        set of str
        """
        filled = pack.own | {entry.name for entry in pack.entries}
        fails = frozenset().union(*(entry.fails for entry in pack.entries))
        wanted = {
            test: 0 if test in fails or name_tested(test, self.own) not in filled else points
            for test, points in self.points.items()
        }
        assert set(tests) == set(wanted), "the grader has lost a test"
        return {test for test, points in wanted.items() if tests[test].score != points}


def try_bank(labs, seeds=1):
    """Grade the whole bank of some labs with the engine, then under more seeds in plain processes.

    Parameters
    ----------
    labs : list of str
    seeds : int
        How many seeds of the tests' random data to try. The sandbox behaves the same under every
        seed, so only the first run uses it.

    Returns
    -------
    list of Exercise
        In the order of the labs. Errors under any seed are among the mismatches.
    """
    for lab in labs:
        check_entries(lab)
    with tempfile.TemporaryDirectory() as folder, worker_pool() as pool:
        course, found = Path(folder), []
        for lab in tqdm(labs, desc="Labs", unit="lab"):
            release([lab], course=course, notebooks=course / "notebooks", say=lambda _: None)
            first = int(os.environ.get("CHECKING_SEED", "0"))
            one = Lab(lab, course, first)
            exercises = try_lab(one, pool, show=True)
            try_seeds(one, exercises, range(first + 1, first + seeds), pool)
            found += exercises
        return found


def try_lab(lab, pool, show=False, every=1):
    """Grade the bank of one `Lab` on a pool of processes; return a list of `Exercise`.

    With `every` = n, only every n-th submission is graded, and always the blank one.
    """
    found = {name: Exercise(lab.name, name) for name in lab.own}
    graded = {pool.submit(_grade, lab.job(pack)): pack for pack in lab.packs()[::every]}
    seen = {pool.submit(is_caught_by_visible_tests, slip): slip for slip in slips(lab.name)}
    bar = tqdm(total=len(graded) + len(seen), desc=lab.name, leave=False, disable=not show)
    for task in as_completed(seen):
        found[seen[task].name].slips += 1
        found[seen[task].name].visible += task.result()
        bar.update()
    for task in as_completed(graded):
        _judge(lab, graded[task], task.result(), found, pool)
        bar.update()
    bar.close()
    for exercise in found.values():
        exercise.mismatches.sort()
    return list(found.values())


def _judge(lab, pack, tests, found, pool):
    """Record what a submission shows about the tests of its entries."""
    surprises = lab.surprises(pack, tests)
    if surprises and len(pack.entries) > 1:  # grade each entry alone to find the culprit
        singles = [lab.pack(entry) for entry in pack.entries]
        for task, single in [(pool.submit(_grade, lab.job(s)), s) for s in singles]:
            _judge(lab, single, task.result(), found, pool)
        return
    for entry in pack.entries:
        exercise = found[entry.name]
        if not entry.nothing:
            exercise.ways += not entry.fails
            exercise.accepted += not entry.fails and not surprises
            exercise.caught += bool(entry.fails) and not surprises
    if not pack.entries and not pack.own:
        for test, given in tests.items():
            found[name_tested(test, lab.own)].blank += given.score
    for test in sorted(surprises):
        name = pack.entries[0].name if pack.entries else name_tested(test, lab.own)
        title = pack.entries[0].title if pack.entries else "own solution" if pack.own else "blank"
        given = tests[test]
        passes = f"should fail, but gives {wording.points(given.score)}."
        what = passes if given.score else f"fails: {given.why}"
        found[name].mismatches.append(f"{lab.name}/{name}/{title}: {test} {what}")


def worker_pool():
    """A pool of processes that grade, one per processor."""
    return ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_begin_worker)


def _begin_worker():
    end_with_parent()
    os.environ["MPLBACKEND"] = "agg"


def _grade(job):
    return grade_submission(job).tests


def failures_in_process(lab, name, source):
    """Tests that a solution fails without a sandbox, each with its error as text."""
    found = verdicts(lab, {name: source})
    return {test: str(error) for test, error in found if error is not None}


def is_caught_by_visible_tests(slip):
    """Whether the visible tests catch a slip in the student's own notebook."""
    seen = verdicts(slip.lab, {slip.name: slip.source}, hidden=False)
    return any(error is not None for _, error in seen)


def print_exercises(exercises):
    """Print the table of a bank check and its complaints; return 1 if there are any, else 0."""
    heads = ("caught by visible tests", "caught by all tests", "correct solutions accepted")
    print(f"| exercise | slips | {' | '.join(heads)} | blank |")
    print("|---|---:|---:|---:|---:|---:|")
    for e in exercises:
        print(
            f"| {e.lab} `{e.name}` | {e.slips} | {share(e.visible, e.slips)} "
            f"| {share(e.caught, e.slips)} | {e.accepted} of {e.ways} | {e.blank:g} |"
        )
    keys = ("slips", "visible", "caught", "accepted", "ways", "blank")
    slips, visible, caught, accepted, ways, blank = (
        sum(getattr(exercise, key) for exercise in exercises) for key in keys
    )
    print(
        f"| all | {slips} | {share(visible, slips)} | {share(caught, slips)} "
        f"| {accepted} of {ways} | {blank:g} |"
    )
    for line in complaints(exercises):
        print(line)
    return 1 if complaints(exercises) else 0


def complaints(exercises):
    """The problems of the tests, one per line."""
    lines = [line for exercise in exercises for line in exercise.mismatches]
    return lines + [
        f"{e.lab}/{e.name}: its visible tests catch {e.visible} of {e.slips} slips; "
        f"they should catch {VISIBLE_SHARE:.0%}."
        for e in exercises
        if e.visible < VISIBLE_SHARE * e.slips
    ]


def share(part, whole):
    """A count as a percentage: 100 % only if it is all."""
    return f"{int(100 * part / whole)} %" if whole else "-"
