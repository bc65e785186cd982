"""A class graded by a Dask cluster: a real one, of two processes, on this machine."""

import contextlib
import functools
import os
import shutil
import signal
import sys
from pathlib import Path

import pytest
from test_autograde import SLOW, add, wait_for
from thorough import thorough
from tiny import FULL, LAB, POINTS, answered, hand_in, in_gradebook, make_course

import grading.classroom.autograde as classroom
import grading.records.write
from grading.__main__ import main
from grading.classroom.autograde import autograde
from grading.classroom.cluster import cluster
from grading.paths import ClassError

STUDENTS = [f"s{i}" for i in range(8)]
MARK = "CLUSTER_OF_THE_TEST"


@pytest.fixture(scope="module")
def dask(tmp_path_factory):
    """Two workers, a process each, and each with a nanny that starts another if it dies."""
    from distributed import LocalCluster

    folder = tmp_path_factory.mktemp("dask")
    with LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        local_directory=folder,
        env={MARK: str(folder)},
    ) as local:
        local.mark = f"{MARK}={folder}".encode()
        yield local
    wait_for(lambda: not relatives(local))


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    folder = make_course(tmp_path_factory.mktemp("class"))
    for student in STUDENTS:
        hand_in(folder, student, add(answered(folder), SLOW))
    return folder


@pytest.fixture
def course(released, tmp_path):
    return Path(shutil.copytree(released, tmp_path / "class"))


def relatives(local):
    """Processes of the cluster's workers, and those that they have started, by parent."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if local.mark in path.read_bytes():
                found[int(path.parent.name)] = parent(path.parent)
    return found


def parent(process):
    return int((process / "stat").read_text().rpartition(")")[2].split()[1])


@thorough
def test_a_worker_killed_in_the_middle_loses_no_grade_and_doubles_none(
    dask, course, monkeypatch, capsys
):
    written, graders, write = [], [], grading.records.write.Book.write
    victims = []

    def kill_first(book, result, *more):
        if not written:  # whoever has graded this one has started what grades
            workers = [worker.pid for worker in dask.workers.values()]
            started = {p: parent for p, parent in relatives(dask).items() if parent in workers}
            victims.append(max(started.values()))
            graders.extend(p for p, parent in started.items() if parent == victims[0])
            os.kill(victims[0], signal.SIGKILL)
        written.append(result.student)
        return write(book, result, *more)

    monkeypatch.setattr(grading.records.write.Book, "write", kill_first)
    monkeypatch.setattr(classroom, "autograde", functools.partial(autograde, course=course))
    command = ["autograde", LAB, "--executor", "dask", "--scheduler", dask.scheduler_address]
    assert main(command) == 0
    said = capsys.readouterr().out
    assert "tiny: 8 graded in" in said
    assert f"{FULL} to {FULL} of {FULL}" in said
    assert sorted(written) == STUDENTS
    assert in_gradebook(course) == dict.fromkeys(STUDENTS, POINTS)
    # What the dead worker had started died with it, and another took its place.
    assert len(graders) == 1
    wait_for(lambda: not relatives(dask).keys() & {*victims, *graders})
    wait_for(lambda: all(w.pid not in (None, *victims) for w in dask.workers.values()))

    assert main(command) == 0
    assert "0 graded" in capsys.readouterr().out


def test_a_worker_with_another_version_of_the_engine_grades_nothing(dask, course, monkeypatch):
    monkeypatch.setattr(classroom, "ENGINE", "another")
    with (
        cluster(dask.scheduler_address) as (executor, jobs),
        pytest.raises(ClassError, match=r"another version of this project.*restart its workers"),
    ):
        autograde(LAB, course=course, executor=executor, jobs=jobs)
    assert jobs == 2
    assert in_gradebook(course) == {}


def test_a_scheduler_that_does_not_answer_is_an_error_that_says_what_to_do():
    with (
        pytest.raises(ClassError, match=r"No Dask scheduler answers at .* `dask scheduler` starts"),
        cluster("tcp://127.0.0.1:1", seconds=0.2),
    ):
        pass


def test_a_scheduler_without_workers_is_an_error_that_says_what_to_do(tmp_path):
    from distributed import LocalCluster

    with (
        LocalCluster(
            n_workers=0,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            local_directory=tmp_path,
        ) as empty,
        pytest.raises(ClassError, match=f"has no worker.*`dask worker {empty.scheduler_address}`"),
        cluster(empty.scheduler_address, seconds=5),  # of which the scheduler's answer needs some
    ):
        pass


def test_without_dask_the_error_says_how_to_install_it(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "distributed", None)
    command = ["autograde", "lab1_dot", "--executor", "dask", "--scheduler", "tcp://127.0.0.1:1"]
    assert main(command) == 1
    assert "pip install -e '.[dask]'" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--executor", "dask"], ["--scheduler", "tcp://127.0.0.1:1"]])
def test_dask_and_its_address_belong_together(option, capsys):
    assert main(["autograde", "lab1_dot", *option]) == 1
    assert "belong together" in capsys.readouterr().err
