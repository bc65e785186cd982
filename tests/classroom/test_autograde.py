"""A class graded by one command: interrupted, run again, changed, late, corrected by hand."""

import functools
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import nbformat
import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session
from thorough import thorough
from tiny import (
    ANSWERS,
    FULL,
    LAB,
    POINTS,
    TEXT,
    answered,
    code,
    graders,
    hand_in,
    handout,
    in_gradebook,
    make_course,
    rows,
)

import grading.classroom.autograde as classroom
import grading.classroom.processes
import grading.classroom.regrade
import grading.records.submissions
import grading.records.write
from grading.__main__ import main
from grading.classroom.autograde import autograde
from grading.classroom.regrade import explain, explained, same_points
from grading.engine.model import Case, Diagnosis, Job, Result, TestResult
from grading.paths import ROOT, ClassError
from grading.records.instructor import instructors_notebook
from grading.records.lock import lock
from grading.records.nbgrader import nbgrader_api
from grading.records.results import read_result
from grading.records.submissions import read_files
from lib.diagnosis import SAME


def run_here(**more):
    """Grade by processes that are there already: quicker for a few."""
    return autograde(LAB, jobs=1, executor=graders(), **more)


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    return make_course(tmp_path_factory.mktemp("released"))


@pytest.fixture
def course(released, tmp_path):
    """A class of two, one of whom has half of it right; nothing is graded yet."""
    folder = tmp_path / "class"
    shutil.copytree(released, folder)
    hand_in(folder, "ann", answered(folder))
    hand_in(folder, "bob", answered(folder, double=ANSWERS["double"]))
    return folder


BOB = {"test_double": 2, "test_mean": 0, "test_spread": 0}


def graded(done):
    return sorted(result.student for result in done.graded)


# --- what is graded ----------------------------------------------------------------------------


def test_only_what_changed_is_graded_again(course, monkeypatch):
    assert graded(run_here(course=course)) == ["ann", "bob"]
    again = run_here(course=course)
    assert (graded(again), again.skipped) == ([], 2)

    hand_in(course, "bob", answered(course, mean=ANSWERS["mean"]))
    assert graded(run_here(course=course)) == ["bob"]
    assert in_gradebook(course)["bob"] == {"test_double": 0, "test_mean": 3, "test_spread": 0}

    assert graded(run_here(course=course, force=True)) == ["ann", "bob"]

    make_course(course, text=TEXT.replace("double(3) == 6", "double(4) == 8"))
    assert graded(run_here(course=course)) == ["ann", "bob"]
    assert graded(run_here(course=course)) == []

    monkeypatch.setattr(classroom, "ENGINE", "another")
    assert graded(run_here(course=course)) == ["ann", "bob"]
    assert graded(run_here(course=course)) == []


def test_a_file_with_another_name_or_date_is_no_change(course):
    run_here(course=course)
    os.utime(course / "submitted" / "ann" / LAB / f"{LAB}.ipynb", (0, 0))
    (course / "submitted" / "ann" / LAB / "notes.txt").write_text("x")
    assert graded(run_here(course=course)) == []


def test_only_the_students_asked_for_are_graded(course):
    assert graded(run_here(course=course, students=["bob"])) == ["bob"]
    assert in_gradebook(course) == {"bob": BOB}
    with pytest.raises(ClassError, match="no submission to tiny by carl"):
        run_here(course=course, students=["carl"])


def test_a_lab_that_nobody_knows_is_refused_with_a_list_of_those_there_are(course):
    with pytest.raises(ClassError, match=r"no lab 'tinier'. The labs are: lab1_dot, .*, tiny\."):
        autograde("tinier", course=course)


def test_a_lab_of_ours_that_the_gradebook_does_not_know_is_released_first(course):
    said = []
    assert graded(autograde("lab1_dot", course=course, say=said.append)) == []
    assert "Releasing it: `python -m grading release lab1_dot`" in said[0]
    assert re.fullmatch(r"lab1_dot: [\d.]+ points", said[1])
    assert (course / "notebooks" / "lab1_dot" / "lab1_dot.ipynb").exists()
    autograde("lab1_dot", course=course, say=said.append)
    assert len(said) == 2  # once is enough


@pytest.mark.parametrize("jobs", [1, 2])
def test_any_number_of_processes_gives_the_same(course, jobs):
    autograde(LAB, course=course, jobs=jobs)
    assert in_gradebook(course) == {"ann": POINTS, "bob": BOB}


@thorough
def test_the_seed_is_kept_and_the_same_seed_gives_the_same_notebook(course):
    path = course / "autograded" / "ann" / LAB / f"{LAB}.ipynb"
    hand_in(course, "ann", add(answered(course), "import random\nprint(random.random())"))
    texts = []
    for seed in (1, 1, 2):
        run_here(course=course, seed=seed, force=True, students=["ann"])
        texts.append(path.read_text())
        assert read_result(course, LAB, "ann").seed == seed
    assert texts[0] == texts[1] != texts[2]
    seeds = set()
    for _ in range(2):
        run_here(course=course, force=True)
        seeds.add(read_result(course, LAB, "ann").seed)
    assert len(seeds) == 2


def add(notebook, source):
    notebook["cells"].append(code(source))
    return notebook


def test_explain_grades_again_to_the_same_points(course, warm):
    run_here(course=course)
    for student, points in (("ann", POINTS), ("bob", BOB)):
        noted, again, others = explain(LAB, student, course)
        assert others == []
        assert {name: test.score for name, test in noted.tests.items()} == points
        assert again.tests == noted.tests
        assert noted.seed == again.seed
    with pytest.raises(ClassError, match="no submission to tiny by carl"):
        explain(LAB, "carl", course)
    hand_in(course, "carl", answered(course))
    with pytest.raises(ClassError, match="carl has no current grade"):
        explain(LAB, "carl", course)


@thorough
def test_a_random_test_is_explained_with_the_seed_that_it_was_graded_with(course):
    text = TEXT.replace(
        "assert double(3) == 6",
        "from lib.checking import rng\nassert rng().random() < 0.5\nassert double(3) == 6",
    )
    make_course(course, text=text)
    seen = set()
    for seed in range(6):
        run_here(course=course, seed=seed, force=True, students=["ann"])
        noted, again, _ = explain(LAB, "ann", course)
        assert noted.tests["test_double"].score == again.tests["test_double"].score
        seen.add(again.tests["test_double"].score)
    assert seen == {0, 2}


# --- the commands ------------------------------------------------------------------------------


@pytest.fixture
def command(course, warm, monkeypatch, capsys):
    """The commands, for this class; returns what was printed, or the errors if it failed."""
    for module, name in (
        (classroom, "autograde"),
        (grading.classroom.regrade, "explain"),
    ):
        monkeypatch.setattr(module, name, functools.partial(getattr(module, name), course=course))

    def run(*arguments, status=0):
        assert main(arguments) == status
        out, err = capsys.readouterr()
        return out if status == 0 else out + err

    return run


def test_autograde_says_what_it_did(course, command):
    hand_in(course, "carl", b'{"cells": [')
    said = command("autograde", LAB, "--jobs", "1", "--seed", "5")
    assert re.match(r"tiny: 3 graded in [\d.]+ s, 0 unchanged and kept\.\n", said)
    assert "Points of the tests: 0 to 9 of 9, median 2." in said
    assert "Remarks on 1 submission:\n  carl: tiny.ipynb is not a notebook" in said
    assert [read_result(course, LAB, student).seed for student in ("ann", "bob")] == [5, 5]

    hand_in(course, "bob", answered(course))
    said = command("autograde", LAB)
    assert re.match(r"tiny: 1 graded in [\d.]+ s, 2 unchanged and kept\.\n", said)
    assert "  bob: 2 points before, 9 now\n" in said

    for student in ("dora", "emmy", "fred", "gus"):  # what is said of many is said once
        hand_in(course, student, b'{"cells": [')
    said = command("autograde", LAB)
    assert "Remarks on 4 submissions:\n  dora, emmy, fred and 1 more: tiny.ipynb is not" in said
    assert "carl" not in said

    said = command(
        "autograde", LAB, "--student", "ann", "--student", "bob", "--force", "--jobs", "1"
    )
    assert re.match(r"tiny: 2 graded in [\d.]+ s, 0 unchanged and kept\.\n", said)
    assert "before" not in said


def test_a_test_that_takes_points_from_all_and_from_the_labs_own_solution_is_told(
    tmp_path, monkeypatch, capsys
):
    slip = ("spread([1, 2, 6]) == 3", "spread([1, 2, 6]) == 4")
    course = make_course(tmp_path, text=TEXT.replace(*slip))
    for student in ("ann", "bob"):
        hand_in(course, student, answered(course))
    monkeypatch.setattr(classroom, "autograde", functools.partial(autograde, course=course))
    assert main(["autograde", LAB, "--jobs", "1"]) == 0
    said = capsys.readouterr().out
    assert "Nobody passes test_spread, not even the lab's own solution: " in said
    assert "spread([1, 2, 6]) gives 3" in said
    assert "test_double" not in said
    assert "Next: fix tiny, release it" in said


def test_a_test_that_is_only_hard_is_not_called_unfair(course):
    wrong = answered(course, mean="def mean(x):\n    return 0")
    for student in ("ann", "bob"):
        hand_in(course, student, wrong)
    assert run_here(course=course).unfair == {}


def test_where_no_solution_is_kept_no_test_is_called_unfair(course):
    for student in ("ann", "bob"):
        hand_in(course, student, handout(course))
    shutil.copy(course / "release" / LAB / f"{LAB}.ipynb", course / "source" / LAB)
    assert run_here(course=course, force=True).unfair == {}
    shutil.rmtree(course / "source" / LAB)
    assert run_here(course=course, force=True).unfair == {}


def test_autograde_without_submissions_says_where_they_belong(course, command):
    shutil.rmtree(course / "submitted")
    assert f"submitted/<student>/{LAB}/{LAB}.ipynb" in command("autograde", LAB)


def test_what_cannot_be_graded_is_one_line_and_a_status(command):
    assert "no submission to tiny by carl" in command(
        "autograde", LAB, "--student", "carl", "--student", "ann", status=1
    )
    assert "The labs are: lab1_dot" in command("autograde", "lab7", status=1)
    assert "no submission to tiny by carl" in command("explain", "carl", LAB, status=1)
    with pytest.raises(SystemExit):
        main(["autograde", LAB, "--jobs", "0"])


def test_explain_shows_each_test_with_its_message_and_that_it_comes_out_the_same(course, command):
    hand_in(course, "bob", answered(course, double="def double(x):\n    return 3 * x"))
    command("autograde", LAB, "--jobs", "1", "--seed", "5")
    said = command("explain", "bob", LAB)
    assert said.startswith("bob, tiny: 0 of 9 points\n")
    assert "    0/2  test_double\n         AssertionError: double(3) gives 9\n" in said
    assert said.endswith("\nGraded with seed 5. Graded again: the same points.\n")
    assert "    2/2  test_double\n    3/3  test_mean\n" in command("explain", "ann", LAB)


def test_explain_says_what_has_changed_since_and_which_points_are_others(course, command):
    command("autograde", LAB, "--jobs", "1")
    hand_in(course, "bob", answered(course, mean=ANSWERS["mean"]))
    said = command("explain", "bob", LAB, status=1)
    assert (
        "since then (submission changed): DIFFERENT points (test_double: 0; test_mean: 3)." in said
    )
    make_course(course, text=TEXT.replace("double(3) == 6", "double(4) == 8"))
    assert "(tests changed): the same points" in command("explain", "ann", LAB)
    shutil.rmtree(course / "submitted" / "ann")
    assert "no submission to tiny by ann" in command("explain", "ann", LAB, status=1)


def test_what_a_wrong_answer_comes_from_stands_under_the_last_test_that_fails():
    tests = {"test_double": TestResult(2, 2), "test_mean": TestResult(0, 3, "Bad: no")}
    tests["test_mean_two"] = TestResult(0, 1)
    case = Case("mean([1, 2])", expected="1.5", got="[[1]\n [2]]")
    found = {"mean": Diagnosis("takes_all", ("and_more",), "I think", "Look.", case)}
    noted = Result(LAB, "ann", 7, "", tests, {}, ("A note.",), diagnoses=found)
    assert explained(noted, noted, []) == EXPLAINED
    tests["test_mean_two"] = TestResult(0, 1, 'Bad: you think "I think". Look.')
    said = explained(noted, noted, [])
    assert said.count("I think") == said.count("Look.") == 1


def test_it_stands_under_no_test_of_a_longer_name():
    tests = {"test_mean": TestResult(0, 3), "test_mean_two": TestResult(0, 1)}
    found = {"mean": Diagnosis("takes_all", (), "I think", "Look.")}
    noted = Result(LAB, "ann", 7, "", tests, {"mean": True, "mean_two": True}, diagnoses=found)
    said = explained(noted, noted, [])
    assert said.index("test_mean\n") < said.index("About mean:") < said.index("test_mean_two")


@pytest.mark.parametrize(
    ("kind", "idea", "line"),
    [
        ("rule", f"{SAME} the stride is ignored.", "this is what you get when the stride is"),
        ("fact", "It writes into its input.", "  It writes into its input."),
    ],
)
def test_a_name_that_is_no_entry_of_the_bank_is_not_said_to_be_one(kind, idea, line):
    found = {"mean": Diagnosis("its rule", (), idea, "Look.", kind=kind)}
    noted = Result(LAB, "ann", 7, "", {"test_mean": TestResult(0, 3)}, {}, diagnoses=found)
    said = explained(noted, noted, [])
    assert line in said
    assert "you think" not in said
    assert "in the bank" not in said


EXPLAINED = """ann, tiny: 2 of 6 points

Note: A note.
    2/2  test_double
    0/3  test_mean
         Bad: no
    0/1  test_mean_two
         About mean:
           the smallest case that fails
             call      mean([1, 2])
             expected  1.5
             got       [[1]
                        [2]]
           this is what you get when you think: "I think"
           in the bank: takes all, and more
           hint: Look.

Graded with seed 7. Graded again: the same points."""


def test_what_strangers_wrote_does_not_steer_the_terminal():
    tests = {"test_double": TestResult(0, 2, "Error: \x1b]0;title\x07\x1b[31mred\udcff é")}
    noted = Result(LAB, "ann", 7, "", tests, {}, ("\x9b2J",))
    said = explained(noted, noted, [])
    assert r"Error: \x1b]0;title\x07\x1b[31mred\udcff é" in said
    assert all(c.isprintable() or c == "\n" for c in said)


# --- files -------------------------------------------------------------------------------------


def test_the_expected_notebook_comes_first_and_hidden_folders_do_not_count(tmp_path):
    folder = tmp_path / LAB
    for name in ("a.ipynb", f"{LAB}.ipynb", ".ipynb_checkpoints/x.ipynb", "__MACOSX/y.ipynb"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    assert read_files(folder) == ((f"{LAB}.ipynb", f"{LAB}.ipynb".encode()), ("a.ipynb", None))
    (folder / f"{LAB}.ipynb").unlink()
    assert read_files(folder) == (("a.ipynb", b"a.ipynb"),)
    (folder / "a.ipynb").unlink()
    assert read_files(folder) == ()
    (folder / "inner").mkdir()
    (folder / "inner" / "b.ipynb").write_bytes(b"b")
    assert read_files(folder) == (("b.ipynb", b"b"),)


def test_files_together_are_not_larger_than_one_may_be(tmp_path, monkeypatch):
    monkeypatch.setattr(grading.records.submissions, "MAX_FILE", 10)
    for name in "abc":
        (tmp_path / f"{name}.ipynb").write_bytes(b"x" * 6)
    assert [content and len(content) for _, content in read_files(tmp_path)] == [6, None, None]


# --- interrupted -------------------------------------------------------------------------------

SLOW = "import time\ntime.sleep(0.6)"
STUDENTS = [f"s{i:02}" for i in range(12)]
HELD = 8  # that many notes are written, and no more before the signal comes, however late
SCRIPT = """
import functools, pathlib, sys, time
import grading.classroom.autograde
keep, kept = grading.classroom.autograde.keep, []
def keep_some(*arguments):
    if len(kept) == {held}:
        time.sleep(600)
    kept.append(keep(*arguments))
    return kept[-1]
grading.classroom.autograde.keep = keep_some
grading.classroom.autograde.autograde = functools.partial(
    grading.classroom.autograde.autograde, course=pathlib.Path({course!r}))
from grading.__main__ import main
if __name__ == "__main__":
    sys.exit(main(["autograde", "tiny", "--jobs", "2"]))
"""


def start(course):
    """The command, as somebody types it, in a group of its own, so that Ctrl-C reaches them all."""
    script = course / "command.py"
    script.write_text(SCRIPT.format(course=str(course), held=HELD))
    return subprocess.Popen(
        [sys.executable, script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CLASS_OF_THE_TEST": str(course)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def relatives(course):
    """Processes that were started by the command, its own included."""
    mark = f"CLASS_OF_THE_TEST={course}".encode()
    found = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark in path.read_bytes() and b"Z" not in (path.parent / "stat").read_bytes():
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def wait_for(condition, seconds=600):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_interrupted_keeps_what_is_finished_and_the_next_does_the_rest(
    released, tmp_path, how
):
    course = tmp_path / "class"
    shutil.copytree(released, course)
    for student in STUDENTS:
        hand_in(course, student, add(answered(course), SLOW))
    command = start(course)
    notes = course / "results" / LAB
    wait_for(lambda: len(list(notes.glob("*.json"))) >= 3)
    os.killpg(command.pid, how) if how == signal.SIGINT else os.kill(command.pid, how)
    _, err = command.communicate(timeout=600)
    if how == signal.SIGINT:
        assert command.returncode == 130, err
        assert "Finished work is kept" in err
        assert "Traceback" not in err
    wait_for(lambda: not relatives(course))

    finished = {path.stem: path.read_text() for path in notes.glob("*.json")}
    assert 3 <= len(finished) <= HELD < len(STUDENTS)
    scores = in_gradebook(course)
    for student in finished:  # whole, all of them
        assert scores[student] == POINTS
        nbformat.read(course / "autograded" / student / LAB / f"{LAB}.ipynb", as_version=4)
    assert all(points == POINTS for points in scores.values())  # no row is half written
    # The signal may have come between the gradebook and the note: the next run writes that note.
    assert set(finished) <= set(scores)
    assert len(scores) <= len(finished) + 1

    done = autograde(LAB, course=course, jobs=2)
    assert graded(done) == sorted(set(STUDENTS) - set(scores))
    assert done.skipped == len(scores)
    assert in_gradebook(course) == dict.fromkeys(STUDENTS, POINTS)
    for student, text in finished.items():
        assert (notes / f"{student}.json").read_text() == text
    left = [p.name for p in course.rglob("*") if p.name.endswith((".tmp", ".new"))]
    assert left == []


def test_ctrl_c_within_a_commit_is_no_other_error_and_the_next_run_does_the_rest(
    course, monkeypatch
):
    writing, write_grade = [], grading.records.write.Book._write_grade

    def write(*arguments):
        writing.append(True)
        write_grade(*arguments)

    def interrupt(_):
        if writing:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(grading.records.write.Book, "_write_grade", write)
    event.listen(Session, "after_commit", interrupt)
    try:
        with pytest.raises(KeyboardInterrupt):
            run_here(course=course)
    finally:
        event.remove(Session, "after_commit", interrupt)
    assert len(writing) == 1
    run_here(course=course)
    assert in_gradebook(course) == {"ann": POINTS, "bob": BOB}


def test_a_crash_between_gradebook_and_note_is_finished_by_the_next_run(course, monkeypatch):
    replace = os.replace
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        run_here(course=course)
    monkeypatch.setattr(os, "replace", replace)
    assert read_result(course, LAB, "ann") is None
    assert graded(run_here(course=course)) == ["bob"]
    assert read_result(course, LAB, "ann").points == FULL
    assert in_gradebook(course) == {"ann": POINTS, "bob": BOB}


def test_what_the_grader_itself_trips_over_costs_one_submission(course, monkeypatch):
    import grading.engine.worker as worker

    make = worker.make_plan

    def trip(files, lab, teacher):
        if files and b"raise NotImplementedError" in files[0][1]:
            raise RuntimeError("a bug in the grader")
        return make(files, lab, teacher)

    monkeypatch.setattr(worker, "make_plan", trip)
    here = lambda graders, job: worker.grade_submission(job)  # noqa: E731
    monkeypatch.setattr(grading.classroom.processes.Graders, "grade", here)
    run_here(course=course)
    assert in_gradebook(course) == {"ann": POINTS, "bob": dict.fromkeys(POINTS, 0)}
    assert "a bug in the grader" in read_result(course, LAB, "bob").remarks[0]


# --- killed ------------------------------------------------------------------------------------

KILLER = "def double(x):\n    return 666 if np.ndim(x) == 0 and x == 7 else 2 * x"
KILLED = """### BEGIN HIDDEN TESTS
import os, signal
if double(7) == 666:
    {}
assert double(7) == 14
"""
THIS = "os.kill(os.getpid(), signal.SIGKILL)"
NURSERY = """
    import os, time
    from grading.engine import worker
    # By its number: a grader is forked, and the nursery is no child of its own.
    for nursery in worker._nurseries.values():
        os.kill(nursery.process.pid, 9)
        while nursery.alive():
            time.sleep(0.01)
"""


def that_kills(course, what):
    """A class whose hidden test kills for the answer 666, which is what eve gives."""
    hand_in(course, "eve", answered(course, **ANSWERS | {"double": KILLER}))
    hidden = KILLED.format(what)
    return make_course(course, text=TEXT.replace("### BEGIN HIDDEN TESTS\n", hidden))


@pytest.fixture
def written(monkeypatch):
    """Students whose grades were written, in that order."""
    students, write = [], grading.records.write.Book.write

    def noting(book, result, *more):
        students.append(result.student)
        return write(book, result, *more)

    monkeypatch.setattr(grading.records.write.Book, "write", noting)
    return students


@pytest.mark.parametrize("stem_too", [False, True], ids=["graders", "and what forks them"])
def test_when_all_grading_processes_are_killed_no_grade_is_lost_and_none_written_twice(
    course, monkeypatch, written, stem_too
):
    for student in STUDENTS:
        hand_in(course, student, answered(course))
    made, killed, keep = [], [], classroom.keep

    class Made(grading.classroom.processes.Graders):
        def __init__(self):
            super().__init__()
            made.append(self)

    def kill_first(*arguments):
        if not written:
            if stem_too:
                made[0].server.process.kill()
            killed.extend(made[0].all)  # one or two: the second may have come too late
            for grader in killed:
                grader.stop()
        return keep(*arguments)

    monkeypatch.setattr(classroom, "Graders", Made)
    monkeypatch.setattr(classroom, "keep", kill_first)
    done = autograde(LAB, course=course, jobs=2)
    assert len(killed) in (1, 2)
    assert len(made[0].all) > len(killed)  # there are fresh ones
    assert graded(done) == sorted(written) == ["ann", "bob", *STUDENTS]
    assert in_gradebook(course) == dict.fromkeys(["ann", *STUDENTS], POINTS) | {"bob": BOB}
    assert not any(result.remarks for result in done.graded)
    left = [Path(f"/proc/{grader.pid}") for grader in made[0].all]
    wait_for(lambda: not any(folder.exists() for folder in left))  # the kernel reaps them later


def test_a_submission_that_kills_its_process_twice_gets_a_remark_and_costs_nobody_else(
    course, written
):
    that_kills(course, THIS)
    done = autograde(LAB, course=course, jobs=2)
    assert in_gradebook(course) == {
        "ann": POINTS, "bob": BOB, "eve": dict.fromkeys(POINTS, 0)
    }  # fmt: skip
    assert sorted(written) == ["ann", "bob", "eve"]
    (remark,) = next(r.remarks for r in done.graded if r.student == "eve")
    assert "killed, twice" in remark
    assert "Nothing of it was graded: tell your instructor" in remark
    assert graded(autograde(LAB, course=course, jobs=2)) == []


def test_what_a_student_did_after_the_nursery_died_does_not_count(course):
    flag = course / "killed"
    once = f"if not os.path.exists({str(flag)!r}):\n        open({str(flag)!r}, 'w').close()"
    that_kills(course, once + NURSERY.replace("\n    ", "\n        "))
    run_here(course=course)
    assert flag.exists()
    assert in_gradebook(course)["eve"] == {"test_double": 0, "test_mean": 3, "test_spread": 4}
    assert read_result(course, LAB, "eve").remarks == ()


def test_when_the_process_that_students_come_from_dies_another_takes_its_place(course):
    that_kills(course, NURSERY)
    run_here(course=course)
    assert in_gradebook(course) == {
        "ann": POINTS, "bob": BOB, "eve": dict.fromkeys(POINTS, 0)
    }  # fmt: skip
    (remark,) = read_result(course, LAB, "eve").remarks
    assert "killed, twice" in remark


def test_a_test_that_no_alarm_stops_is_ended_from_outside(course, monkeypatch):
    deaf = "signal.signal(signal.SIGALRM, signal.SIG_IGN)\n    while True: pass"
    that_kills(course, deaf)
    teacher = instructors_notebook(nbgrader_api(course), LAB)
    graders = grading.classroom.processes.Graders()
    jobs = [
        Job(LAB, s, read_files(course / "submitted" / s / LAB), teacher, 1)
        for s in ("ann", "eve", "bob")
    ]
    patience = lambda job: 3 if job.student == "eve" else 600  # noqa: E731
    monkeypatch.setattr(grading.classroom.processes, "patience", patience)
    try:
        assert graders.grade(jobs[0]).remarks == ()
        (remark,) = graders.grade(jobs[1]).remarks
        assert "could not be stopped in time" in remark
        assert graders.grade(jobs[2]).tests["test_double"].score == 2
    finally:
        graders.close()


def test_the_second_try_is_a_fresh_process_though_others_are_idle(course, monkeypatch):
    """Where all are killed at once, those that are idle may not have ended yet."""
    teacher = instructors_notebook(nbgrader_api(course), LAB)
    files = read_files(course / "submitted" / "ann" / LAB)
    graders, job = grading.classroom.processes.Graders(), Job(LAB, "ann", files, teacher, 1)
    try:
        graders.idle += [graders._take(job), graders._take(job)]
        for grader in graders.idle:
            grader.stop()
        monkeypatch.setattr(grading.classroom.processes._Grader, "alive", lambda grader: True)
        assert graders.grade(job).remarks == ()
        assert len(graders.all) == 3
    finally:
        graders.close()


def test_an_interrupt_finds_graders_that_have_been_let_go_of(course):
    """Their own thread does that, when they have been killed, while Ctrl-C ends all there are."""
    teacher = instructors_notebook(nbgrader_api(course), LAB)
    files = read_files(course / "submitted" / "ann" / LAB)
    graders, job = grading.classroom.processes.Graders(), Job(LAB, "ann", files, teacher, 1)
    try:
        one, other = graders._take(job), graders._take(job)
        one.stop()
        one.end()
        graders.kill()
        assert other._has_ended_in(10)
    finally:
        graders.close()


def test_graders_go_on_when_the_thread_that_started_them_has_ended(course):
    teacher = instructors_notebook(nbgrader_api(course), LAB)
    files = read_files(course / "submitted" / "ann" / LAB)
    graders, found = grading.classroom.processes.Graders(), []
    job = Job(LAB, "ann", files, teacher, 1)
    try:
        for _ in range(3):
            thread = threading.Thread(target=lambda: found.append(graders.grade(job)))
            thread.start()
            thread.join()
        assert [result.remarks for result in found] == [()] * 3
        assert len(graders.all) == 1
    finally:
        graders.close()


# --- the gradebook -----------------------------------------------------------------------------


def test_points_given_by_a_person_are_kept(course):
    run_here(course=course)
    with nbgrader_api(course).gradebook as gradebook:
        for name, points in (("test_mean", 2.5), ("why", 1)):
            grade = gradebook.find_grade(name, LAB, LAB, "bob")
            grade.manual_score, grade.needs_manual_grade = points, False
        gradebook.find_comment("why", LAB, LAB, "bob").manual_comment = "Good."
        gradebook.db.commit()
    run_here(course=course, force=True)
    with nbgrader_api(course).gradebook as gradebook:
        grade = gradebook.find_grade("test_mean", LAB, LAB, "bob")
        assert (grade.auto_score, grade.manual_score, grade.score) == (0, 2.5, 2.5)
        assert not grade.needs_manual_grade  # the answer is the same
        assert not gradebook.find_grade("test_double", LAB, LAB, "bob").needs_manual_grade
        assert gradebook.find_comment("why", LAB, LAB, "bob").comment == "Good."


def test_a_written_answer_waits_for_a_person_and_an_empty_one_does_not(course):
    run_here(course=course)
    with nbgrader_api(course).gradebook as gradebook:
        assert gradebook.find_grade("why", LAB, LAB, "ann").needs_manual_grade
        empty = gradebook.find_grade("why", LAB, LAB, "bob")
        assert (empty.auto_score, empty.needs_manual_grade) == (0, False)
        assert gradebook.find_comment("why", LAB, LAB, "bob").comment == "No response."


def test_late_submissions_are_known_as_late_and_the_penalty_is_the_plugins(course):
    with nbgrader_api(course).gradebook as gradebook:
        gradebook.update_or_create_assignment(LAB, duedate="2020-01-01 12:00:00 UTC")
    stamp(course, "ann", "2020-01-01 14:00:00 UTC")
    stamp(course, "bob", "2020-01-01 11:00:00 UTC")
    run_here(course=course)
    with nbgrader_api(course).gradebook as gradebook:
        ann, bob = [gradebook.find_submission(LAB, student) for student in ("ann", "bob")]
        assert (ann.total_seconds_late, bob.total_seconds_late) == (7200, 0)
        assert (ann.score, bob.score) == (FULL, 2)  # nbgrader's own rule: no penalty
    copy = course / "autograded" / "ann" / LAB / "timestamp.txt"
    assert copy.read_text() == "2020-01-01 14:00:00 UTC"


def stamp(course, student, text):
    (course / "submitted" / student / LAB / "timestamp.txt").write_text(text)


@pytest.mark.parametrize("text", ["", "yesterday", "2020-01-01 12:00", "\x00"])
def test_a_timestamp_that_cannot_be_read_costs_nothing(course, text):
    stamp(course, "ann", text)
    run_here(course=course)
    assert in_gradebook(course)["ann"] == POINTS


# --- nbgrader's commands -----------------------------------------------------------------------


def nbgrader(course, *more):
    answer = subprocess.run(
        [Path(sys.executable).parent / "nbgrader", "autograde", LAB, *more,
         f"--CourseDirectory.root={course}"],
        cwd=ROOT, env={**os.environ, "PYTHONWARNINGS": ""},
        capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert answer.returncode == 0, answer.stderr
    return rows(course)


def test_nbgraders_command_waits_for_nobody_and_what_it_has_graded_is_kept_with_its_notes(
    course, warm
):
    """It grades nobody while another command is at work."""
    with lock(course, LAB, "something"), pytest.raises(AssertionError, match="is working on tiny"):
        nbgrader(course)
    scores = [score for tests in in_gradebook(course).values() for score in tests.values()]
    assert set(scores) <= {None}
    given = nbgrader(course)
    done = run_here(course=course)
    assert (done.graded, done.skipped) == ([], 2)
    assert rows(course) == given
    assert (
        "mean" in read_result(course, LAB, "bob").diagnoses
        or read_result(course, LAB, "bob").tests["test_mean"].why
    )
    noted, again, others = explain(LAB, "bob", course)
    assert same_points(noted, again)
    assert others == []


STOCK = [
    '--Autograde.exporter_class=nbconvert.exporters.NotebookExporter',
    "--Autograde.pre_convert_hook=builtins.dict",
    *(f"--Autograde.sanitize_preprocessors=nbgrader.preprocessors.{name}" for name in (
        "ClearOutput", "DeduplicateIds", "OverwriteKernelspec", "OverwriteCells",
        "CheckCellMetadata")),
    *(f"--Autograde.autograde_preprocessors={name}" for name in (
        "nbgrader.preprocessors.Execute", "nbgrader.preprocessors.IgnorePattern",
        "nbconvert.preprocessors.ClearMetadataPreprocessor", "nbgrader.preprocessors.LimitOutput",
        "nbgrader.preprocessors.SaveAutoGrades", "nbgrader.preprocessors.AssignLatePenalties",
        "nbgrader.preprocessors.CheckCellMetadata")),
]  # fmt: skip


@thorough
def test_nbgraders_command_ours_and_the_stock_engine_write_the_same_rows(course):
    hand_in(course, "carl", answered(course, double="def double(x):\n    return x + 3",
                                     mean=ANSWERS["mean"], why="Well."))  # fmt: skip
    hand_in(course, "dora", add(answered(course), "print('5')\n7"))
    run_here(course=course)
    ours = rows(course)
    assert ours["ann"][0] == FULL
    assert nbgrader(course, "--force") == ours
    assert nbgrader(course, "--force", *STOCK) == ours
