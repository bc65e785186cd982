"""A collect that is killed at any moment is finished by the next: nothing lost, nothing twice."""

import os
import random
import sys
import warnings
from pathlib import Path

import archives
import pytest
import quick
import tiny
from archives import PUPILS, in_canvas, make_zip

from grading.lms.collect import collect
from grading.records.status import status

sys.path.append(str(Path(__file__).parents[1] / "records"))

from test_machine import die_after

CLASS = PUPILS[:5]


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    folder = tmp_path_factory.mktemp("released")
    quick.release(folder)
    return folder


def files_in(course):
    """All that a class has but locks and the gradebook, which is compared by what it says."""
    return {
        str(path.relative_to(course)): path.read_bytes()
        for path in course.rglob("*")
        if path.is_file() and ".locks" not in path.parts and "gradebook" not in path.name
    }


def a_class(released, folder):
    names = ("release/tiny/tiny.ipynb", "source/tiny/tiny.ipynb", "gradebook.db")
    files = {name: (released / name).read_bytes() for name in names}
    course = archives.make_folder(folder, files)
    tiny.hand_in(course, CLASS[0].id, tiny.answered(released, double="by hand"))
    stamp = course / "submitted" / CLASS[0].id / "tiny" / "timestamp.txt"
    stamp.write_text("2026-09-01 00:00:00 UTC")
    return course


@pytest.fixture(scope="module")
def source(released, tmp_path_factory):
    """Two attempts of each student."""
    files = {}
    for number, pupil in enumerate(CLASS):
        for again, name in enumerate(("tiny.ipynb", "tiny-1.ipynb")):
            work = tiny.answered(released, double=f"RIGHT # {pupil.id} {again}")
            files[in_canvas(pupil, name, attachment=str(2 * number + again + 1))] = work
    return make_zip(tmp_path_factory.mktemp("downloaded") / "s.zip", files)


@pytest.fixture(scope="module")
def uninterrupted(released, source, tmp_path_factory):
    folder = tmp_path_factory.mktemp("reference")
    course = a_class(released, folder / "class")
    collect(source, roster=archives.roster(folder / "r.csv"), course=course)
    return files_in(course)


@pytest.mark.parametrize("moment", [0, 1, 2, 3, 5, 8, 13, 21, random.Random(17).randrange(40)])
def test_what_a_killed_collect_left_is_done_by_the_next(
    released, source, uninterrupted, tmp_path, moment
):
    course, known = a_class(released, tmp_path / "class"), archives.roster(tmp_path / "r.csv")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a progress bar has a thread; the child needs it not
        child = os.fork()
    if child == 0:
        die_after(moment)
        try:
            collect(source, roster=known, course=course)
        finally:
            os._exit(0)
    killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert killed or moment > 21
    collect(source, roster=known, course=course)
    assert files_in(course) == uninterrupted
    assert not collect(source, course=course).new
    found = status(tiny.LAB, course)
    assert set(found.handed_in) == {pupil.id for pupil in CLASS}
    assert not found.odd
