"""Grade a class: many processes grade, one writes the gradebook."""

import contextlib
import hashlib
import os
import secrets
import signal
import threading
import time
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, CancelledError, ThreadPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from sqlalchemy import select
from tqdm import tqdm

from grading.authoring.release import release
from grading.classroom.checked import checked, grade_elsewhere
from grading.classroom.own_solution import failed_by_its_own
from grading.classroom.processes import KILLED, Graders, OtherEngine
from grading.engine.model import ALL_SECONDS, CELL_SECONDS, Job
from grading.engine.sandbox import Unavailable
from grading.engine.worker import not_graded
from grading.labfile import out_of_bounds
from grading.paths import COURSE, NOTEBOOKS, ClassError, lab_names, unknown_lab
from grading.records.attempts import bring_forward, lateness, note_attempts, read_attempts, several
from grading.records.files import digest, writable
from grading.records.instructor import instructors_notebook, known_labs
from grading.records.lock import lock
from grading.records.nbgrader import nbgrader_api
from grading.records.policy import read_policy
from grading.records.results import current_versions, finish, keep, looks, made_grades
from grading.records.settle import settle_all
from grading.records.staged import finish_release
from grading.records.submissions import Odd, find_submissions, read_files, wanted
from grading.records.version import ENGINE
from grading.records.write import STUDENTS, Book

AHEAD = 3  # submissions read ahead for each worker
AT_ONCE = 100  # submissions whose grades are looked up at a time


class Scored(NamedTuple):
    """What a run tells about a submission; everything else is in its note.

    A class may be thousands, so this is all that a run keeps in memory of each.
    """

    student: str
    points: float
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Graded:
    """What a run did.

    Attributes
    ----------
    graded : list of Scored
        In order of completion.
    out_of : float
        Points that the tests give at most.
    cpu : mapping of str to float
        CPU seconds that all of them took, by stage.
    skipped : int
        How many unchanged submissions kept their grade.
    changed : dict
        Points of the tests before and now, by student.
    settled : dict
        Totals before and now that the policy changed, by student.
    odd : list of Odd
        Folders that belong to no student.
    unfair : dict
        Why the lab's own solution fails a test that nobody passes, by the test's name.
    seconds : float
        Wall-clock time.
    """

    graded: list[Scored]
    out_of: float
    cpu: dict[str, float]
    skipped: int
    changed: dict[str, tuple[float, float]]
    settled: dict[str, tuple[float, float]]
    odd: list[Odd]
    unfair: dict[str, str]
    seconds: float


def autograde(
    lab,
    course=COURSE,
    students=None,
    jobs=None,
    seed=None,
    force=False,
    trusted=False,
    executor=None,
    db=None,
    say=print,
    cell_seconds=CELL_SECONDS,
    all_seconds=ALL_SECONDS,
):
    """Grade the submissions to `lab` that are new or have changed.

    Parameters
    ----------
    lab : str
        One of this project's labs is released first if the gradebook does not know it.
    course : pathlib.Path
        The class's folder, with ``submitted/<student>/<lab>/`` in it.
    students : list of str, optional
        Only these.
    jobs : int, optional
        Submissions graded at a time; by default one per processor.
    seed : int, optional
        Seed of the tests' random data; secret and fresh for each run by default.
    force : bool
        Grade unchanged submissions again.
    trusted : bool
        Run the students' code without a sandbox: for your own work only.
    executor : concurrent.futures executor or Graders, optional
        Runs the jobs instead of fresh processes on this machine.
    db : str, optional
        URL of the gradebook, if not the class's usual one.
    say : callable
        Called with a line about each step other than grading.
    cell_seconds, all_seconds : float
        Limits for a cell and for a whole submission.

    Returns
    -------
    Graded
    """
    start = time.monotonic()
    own_seed = None if seed is None else students_seed(seed)
    seed = secrets.randbits(32) if seed is None else seed
    policy = read_policy(course)
    api = nbgrader_api(course, db)
    release_if_unknown(api, lab, course, db, say)
    with (
        _grading(executor, lab, trusted) as executor,
        writable(course),
        lock(course, lab, f"autograde {lab}"),
        Book(api, lab, policy) as book,
    ):
        finish_release(course, lab, book.db)
        finish(course, lab, book.db)
        teacher = instructors_notebook(api, lab)
        limits = {"cell_seconds": cell_seconds, "all_seconds": all_seconds}
        if own_seed is not None:
            limits["student_seed"] = own_seed
        make = partial(_job, lab, teacher, seed, trusted, limits)
        if policy.lab(lab).attempts == "best":
            _bring_best_forward(course, lab, policy, teacher, make, jobs, executor)
        settled = settle_all(book.db, api, lab, course, policy)
        found, odd = find_submissions(course, lab, book.db.scalars(select(STUDENTS.c.id)))
        names = wanted(found, students, lab)
        work = names if force else _without_current(names, found, book.db, lab, course, teacher)
        started = {}  # by student: the id again, how the files looked, and what they were

        def make_jobs():
            for student in work:
                looked = looks(found[student])
                job = make(found[student], student)
                versions = current_versions(lab, job.files, teacher, ENGINE)
                started[student] = student, looked, versions
                yield job

        graded, changed, cpu = [], {}, Counter()
        out_of, unpassed = 0.0, None
        with _interrupts() as raise_if_interrupted, _pool(jobs, len(work), executor) as pool:
            results = _results(pool, make_jobs())
            for result in tqdm(results, lab, len(work), unit="submission", disable=len(work) < 2):
                student, looked, versions = started.pop(result.student)
                points, out_of = result.points, result.out_of
                began = time.process_time()
                before = keep(result, versions, book, course, found[student], looked)
                cpu.update(result.seconds)
                cpu["gradebook"] += time.process_time() - began
                then = _points_before(before, result)
                if then is not None and then != points:
                    changed[student] = then, points
                unpassed = _not_passed(result.tests if unpassed is None else unpassed, result)
                graded.append(Scored(student, points, result.remarks))
                raise_if_interrupted()
            own = make(course / "source" / lab, "own solution")
            suspects = unpassed if len(graded) > 1 else []
            unfair = failed_by_its_own(suspects, lambda: next(_results(pool, [own])))
    skipped, seconds = len(names) - len(work), time.monotonic() - start
    return Graded(graded, out_of, cpu, skipped, changed, settled, odd, unfair, seconds)


def _without_current(names, found, db, lab, course, teacher):
    """Those of the students whose submission has no grade, or one made from something else."""
    left = []
    for start in range(0, len(names), AT_ONCE):
        some = names[start : start + AT_ONCE]
        made = made_grades(db, lab, course, some)
        for name in some:
            if name in made:
                versions = current_versions(lab, read_files(found[name]), teacher, ENGINE)
                if not made[name].why_stale(versions):
                    continue
            left.append(name)
    return left


def _not_passed(tests, result):
    return [name for name in tests if result.tests[name].score != result.tests[name].out_of]


def _job(lab, teacher, seed, trusted, limits, folder, student):
    files = read_files(folder, lab)
    return Job(lab, student, files, teacher, seed, out_of_bounds(lab), trusted, **limits)


def _bring_best_forward(course, lab, policy, teacher, make, jobs, executor):
    """Grade all attempts of students who have several; the one with the most points counts.

    Penalties and void tests are included; of equally good attempts the last one counts.
    """
    attempts = {s: those for s, those in several(course, lab).items() if len(those) > 1}
    known, tried, work = read_attempts(course, lab), {}, {}
    for student, those in attempts.items():
        for attempt in those:
            versions = current_versions(lab, read_files(attempt, lab), teacher, ENGINE)
            key = digest(*(versions[name].encode() for name in sorted(versions)))
            tried[student, attempt] = key
            if key not in known.get(student, {}):
                work[student, key] = attempt
    with _interrupts() as raise_if_interrupted, _pool(jobs, len(work), executor) as pool:
        # The job's student field identifies the attempt: results come in any order.
        names = {
            f"{number} {student}": (student, key) for number, (student, key) in enumerate(work)
        }
        made = (make(work[pair], name) for name, pair in names.items())
        results, title = _results(pool, made), f"{lab}: attempts"
        for result in tqdm(results, title, len(work), unit="attempt", disable=len(work) < 2):
            student, key = names[result.student]
            tests = {name: (test.score, test.out_of) for name, test in result.tests.items()}
            known.setdefault(student, {})[key] = tests
            note_attempts(course, lab, known)
            raise_if_interrupted()
    rules = policy.lab(lab)
    for student, those in attempts.items():

        def worth(attempt, student=student):
            points = rules.points(known[student][tried[student, attempt]])
            late = lateness(attempt, lab, student, policy)
            return points - (rules.late.taken(points, late) if rules.late else 0.0), attempt.name

        bring_forward(course, lab, student, max(those, key=worth))


def students_seed(seed):
    """The seed of the students' random generators in a reproducible run.

    Students can read it; scrypt makes it take years to try all seeds it may come from.
    """
    made = hashlib.scrypt(str(seed).encode(), salt=b"the students' generators", n=2**14, r=8, p=1)
    return int.from_bytes(made[:4])


def _points_before(scores, result):
    """Earlier points for the tests that still exist; None for a new submission."""
    there = [scores[name] for name in result.tests if name in scores]
    return sum(score or 0 for score in there) if there else None


@contextlib.contextmanager
def _interrupts():
    """A function that raises a Ctrl-C that Python ignored, as it does in a destructor."""
    heard = []

    def hear(*_):
        heard.append(True)
        raise KeyboardInterrupt

    def raise_if_interrupted():
        if heard:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield raise_if_interrupted  # only the main thread receives signals
        return
    before = signal.signal(signal.SIGINT, hear)
    try:
        yield raise_if_interrupted
    finally:
        signal.signal(signal.SIGINT, before)


def release_if_unknown(api, lab, course=COURSE, db=None, say=print):
    """Release one of this project's labs if the gradebook does not know it.

    Raises
    ------
    ClassError
        If there is no such lab.
    """
    labs = known_labs(api)
    if lab in labs:
        return
    if lab not in lab_names():
        raise unknown_lab(lab, {*lab_names(), *labs})
    say(f"The gradebook does not know {lab} yet. Releasing it: `python -m grading release {lab}`.")
    release([lab], course, NOTEBOOKS if course == COURSE else course / "notebooks", say, db)


@contextlib.contextmanager
def _grading(executor, lab, trusted):
    """The executor that grades, or workers on this machine, started in the background."""
    if executor is not None:
        yield executor
        return
    with contextlib.closing(Graders()) as graders:
        graders.prepare(out_of_bounds(lab), trusted)
        yield graders


@contextlib.contextmanager
def _pool(jobs, count, executor):
    """A function from a job to a future, run by an executor or by workers on this machine.

    With it a function from the future's value to a `Result`: other machines send text; and how many
    jobs are submitted at a time.
    """
    jobs = jobs or os.cpu_count() or 1
    ahead = AHEAD * jobs
    if not isinstance(executor, Graders):
        yield lambda job: executor.submit(grade_elsewhere, job, ENGINE), checked, ahead
    else:
        threads = ThreadPoolExecutor(max(1, min(jobs, count)))
        try:
            yield lambda job: threads.submit(executor.grade, job), lambda result, job: result, ahead
        except BaseException:  # Ctrl-C above all: do not wait for unfinished jobs
            executor.kill()
            raise
        finally:
            threads.shutdown(cancel_futures=True)


def _results(pool, made):
    """Results in order of completion, with as many jobs submitted at a time as `_pool` says."""
    submit, read, ahead = pool
    waiting = {}
    for job in made:
        waiting[submit(job)] = job
        if len(waiting) >= ahead:
            yield from _finished(waiting, read)
    while waiting:
        yield from _finished(waiting, read)


def _finished(waiting, read):
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for task in done:
        job = waiting.pop(task)
        try:
            came = task.result()
        except Unavailable:
            raise
        except OtherEngine as error:
            raise ClassError(f"{error}.") from None
        except CancelledError:
            raise ClassError(
                "The processes or machines that grade have stopped. "
                "Finished work is kept: run it again."
            ) from None
        except Exception as error:
            if type(error).__name__ != "KilledWorker":  # Dask's: the job killed its workers
                raise ClassError(
                    f"Grading {job.student} failed outside the engine: "
                    f"{type(error).__name__}: {error}\nFinished work is kept: run it again."
                ) from error
            yield not_graded(job, KILLED)
            continue
        try:
            result = read(came, job)
        except ValueError as error:
            result = not_graded(job, f"The machine that graded it sent an invalid result: {error}")
        yield result
