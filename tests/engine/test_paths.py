"""By whatever way a class is graded, the attackers gain nothing and the honest lose nothing.

`test_hostile` grades every trick by `autograde` on all processors. Here some of each theme, those
that take no time to end, go every other way.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hostile
import nbformat
import numpy as np
import pytest
from hostile.table import POINTS, spoiled_notebook
from thorough import sample, thorough
from tiny import answered, hand_in, in_gradebook, make_course

from grading.classroom import processes
from grading.classroom.autograde import autograde
from grading.classroom.cluster import cluster
from grading.classroom.regrade import explain
from grading.lms.watch import Watch
from grading.paths import ROOT
from grading.records.nbgrader import nbgrader_api

LAB = hostile.LAB
HONEST = ["aa_honest", "mm_honest", "nn_honest", "zz_honest"]
TRICKS, FILES = sample(hostile.SAMPLE, 6), sample(hostile.SAMPLE_FILES, 2)
LIMITS = {"cell_seconds": 60, "all_seconds": 600}  # of which these need little


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory):
    course = make_course(tmp_path_factory.mktemp("paths") / "class", LAB, hostile.TEXT)
    for student in HONEST:
        hand_in(course, student, answered(course, LAB, **hostile.RIGHT), LAB)
    for trick in TRICKS:
        hand_in(course, trick, spoiled_notebook(course, hostile.TRICKS[trick]), LAB)
    for trick in FILES:
        made = hostile.NOTEBOOKS[trick](spoiled_notebook(course, "pass"))
        hand_in(course, trick, made, LAB)
    return course


@pytest.fixture
def course(handed_in, tmp_path):
    return Path(shutil.copytree(handed_in, tmp_path / "class"))


def quietly(line):
    """Say nothing."""


def with_one_job(course):
    autograde(LAB, course=course, jobs=1, say=quietly, **LIMITS)


def with_many_jobs(course):
    autograde(LAB, course=course, jobs=6, say=quietly, **LIMITS)


def nbgrader(course, lab, *program):
    done = subprocess.run(
        [*program, "autograde", lab, f"--CourseDirectory.root={course}"],
        cwd=ROOT,
        env={**os.environ, "PYTHONWARNINGS": ""},
        capture_output=True,
        text=True,
        timeout=1800,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]


def by_nbgraders_command(course):
    nbgrader(course, LAB, str(Path(sys.executable).parent / "nbgrader"))


def by_formgraders_button(course):
    for student in (*HONEST, *TRICKS, *FILES):
        answer = nbgrader_api(course).autograde(LAB, student)
        assert answer["success"], answer["log"]


def by_dask(course):
    from distributed import LocalCluster

    with (
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            local_directory=course.parent / "dask",
        ) as local,
        cluster(local.scheduler_address) as (executor, jobs),
    ):
        autograde(LAB, course=course, executor=executor, jobs=jobs, say=quietly, **LIMITS)


def by_watch(course):
    inbox, everybody = course / "inbox", {*HONEST, *TRICKS, *FILES}
    inbox.mkdir()
    for student in everybody:
        folder = course / "submitted" / student / LAB
        shutil.copytree(folder, inbox / student)
        shutil.rmtree(folder.parent)
    watch = Watch(LAB, inbox, course, say=quietly)
    thread = threading.Thread(target=watch.run)
    thread.start()
    try:
        until = time.monotonic() + 1800
        while time.monotonic() < until and in_gradebook(course, LAB).keys() != everybody:
            time.sleep(1)
    finally:
        watch.stop()
        thread.join()


WAYS = [
    with_one_job, with_many_jobs, by_nbgraders_command, by_formgraders_button, by_dask, by_watch
]  # fmt: skip


def test_some_of_each_kind_go_every_way_that_the_documents_name():
    assert [way.__name__ for way in WAYS] == list(hostile.WAYS)
    for theme, tricks in hostile.THEMES.items():
        assert set(tricks) & set(hostile.SAMPLE), theme
    assert set(hostile.SAMPLE) <= set(hostile.TRICKS)
    assert set(hostile.SAMPLE_FILES) <= set(hostile.NOTEBOOKS)


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("way", sample([*WAYS[3:], *WAYS[:3]], 1))  # one run is in test_hostile
def test_no_point_for_no_work_and_all_points_for_the_honest(course, way):
    way(course)
    scores = in_gradebook(course, LAB)
    assert scores.keys() == {*HONEST, *TRICKS, *FILES}
    for student in HONEST:
        assert sum(scores[student].values()) == POINTS, student
    gained = {
        trick: passed
        for trick in (*TRICKS, *FILES)
        if (passed := [name for name, points in scores[trick].items() if points])
        not in ([], ["test_honest"])
    }
    assert gained == {}
    assert not list(course.rglob("*owned*"))


@thorough
def test_explain_finds_the_same_points_again(course):
    autograde(LAB, course=course, say=quietly, **LIMITS)
    for student in (HONEST[0], *list(TRICKS)[::4], *FILES):
        noted, again, _ = explain(LAB, student, course=course)
        assert noted.points == again.points, student


# --- work in C, which hears no alarm ------------------------------------------------------------

IN_C = """
# %% locked="setup"
import numpy as np


# %% solution="size"
def size():
    ### BEGIN SOLUTION
    return 3
    ### END SOLUTION


# %% test="test_size" points=2
_n = size()
_product = np.ones((_n, _n), int) @ np.ones((_n, _n), int)
assert _product[0, 0] == _n
"""


def by_one_job(course):
    return autograde("deaf", course=course, jobs=1, say=quietly, force=True)


def by_two_jobs(course):
    return autograde("deaf", course=course, jobs=2, say=quietly, force=True)


def by_threads_as_watch_does(course):
    with ThreadPoolExecutor(2) as threads:
        autograde("deaf", course=course, executor=threads, say=quietly, force=True)


def by_the_button(course):
    for student in ("ann", "eve"):
        answer = nbgrader_api(course).autograde("deaf", student)
        assert answer["success"], answer["log"]


# As in `nbgrader` and in a worker of Dask's, where nobody can be told to wait for less.
IMPATIENT = """
import sys
from grading.classroom import processes

def patience(job):  # what comes from nbgrader says no name
    anns = job.student == "ann" if hasattr(job, "student") else "return 3" in repr(job.cells)
    return 600 if anns else 7

processes.patience = patience
"""


def by_the_command(course):
    run = f"{IMPATIENT}from nbgrader.apps.nbgraderapp import main\nmain()"
    nbgrader(course, "deaf", sys.executable, "-c", run)


def by_a_cluster(course):
    from distributed import Client, LocalCluster

    with (
        LocalCluster(
            n_workers=1,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            local_directory=course.parent / "dask",
        ) as local,
        cluster(local.scheduler_address) as (executor, jobs),
    ):
        with Client(local, set_as_default=False) as client:
            client.run(exec, IMPATIENT, {})
        autograde("deaf", course=course, executor=executor, jobs=jobs, say=quietly, force=True)


DEAF_WAYS = [
    by_one_job, by_two_jobs, by_threads_as_watch_does, by_the_button, by_the_command, by_a_cluster
]  # fmt: skip


HALVES = """
# %% locked="setup"
import numpy as np


# %% solution="size"
def size(square):
    ### BEGIN SOLUTION
    return square(np.ones((3, 3), np.float16))
    ### END SOLUTION


# %% test="test_size" points=2
assert size(lambda a: (a @ a)[0, 0]) == 3
"""


@pytest.fixture(scope="module")
def deaf(tmp_path_factory):
    """A class of one who has a test multiply two matrices of integers, for minutes, and another."""
    course = make_course(tmp_path_factory.mktemp("deaf") / "class", "deaf", IN_C)
    for student, n in (("ann", 3), ("eve", 6_000)):
        source = f"def size():\n    return {n}"
        hand_in(course, student, answered(course, "deaf", size=source), "deaf")
    return course


@pytest.fixture
def seven_seconds(monkeypatch):
    """Until eve's is ended from outside, rather than two minutes and a half."""
    monkeypatch.setattr(processes, "patience", processes.patience)
    exec(IMPATIENT, {})


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("way", sample(DEAF_WAYS, 1))
def test_work_that_hears_no_alarm_is_ended_from_outside(deaf, seven_seconds, way):
    way(deaf)
    scores = in_gradebook(deaf, "deaf")
    assert scores["ann"] == {"test_size": 2}
    assert scores["eve"] == {"test_size": 0}
    # The product takes longer, and the alarm comes after it.
    notebook = nbformat.read(deaf / "autograded" / "eve" / "deaf" / "deaf.ipynb", as_version=4)
    assert "could not be stopped in time" in notebook.cells[0].source


@pytest.mark.filterwarnings("ignore")
@thorough
def test_a_product_of_half_floats_in_a_function_of_the_test_is_ended_too(tmp_path, seven_seconds):
    """Called by the student with what it likes: the examiner computes it, in C."""
    course = make_course(tmp_path / "class", "deaf", HALVES)
    for student, n in (("ann", 3), ("eve", 3_500)):
        source = f"def size(square):\n    return square(np.ones(({n}, {n}), np.float16))"
        hand_in(course, student, answered(course, "deaf", size=source), "deaf")
    by_two_jobs(course)
    scores = in_gradebook(course, "deaf")
    assert scores["ann"] == {"test_size": 2}
    assert scores["eve"] == {"test_size": 0}


@thorough
def test_explain_ends_it_as_well(deaf, seven_seconds):
    by_one_job(deaf)
    for student, points in (("ann", 2), ("eve", 0)):
        noted, again, _ = explain("deaf", student, course=deaf)
        assert noted.points == again.points == points
    assert "could not be stopped in time" in again.remarks[0]


def test_left_alone_it_ends_by_itself_and_no_sooner():
    """A signal in the middle of a product is heard when it is done: a smaller one shows it."""
    ones, rang = np.ones((700, 700), int), []
    before = signal.signal(signal.SIGPROF, lambda *_: rang.append(time.process_time()))
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, 0.02)
    try:
        ones @ ones
        ended = time.process_time()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    assert ended - began > 0.05
    assert rang[0] - began > 0.9 * (ended - began)
