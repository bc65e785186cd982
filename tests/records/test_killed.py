"""A release, or the choice of an attempt, that is killed at any moment has happened or has not."""

import os
import warnings
from itertools import count

import pytest
from quick import grade, release, views
from test_machine import die_after
from thorough import sample
from tiny import LAB, TEXT

from grading.records import files
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_lab
from grading.records.submissions import put_forward

NEW = TEXT.replace('test_double" points=2', 'test_double" points=3')


@pytest.mark.parametrize("moment", sample(range(1, 25, 6), 2))
def test_after_a_killed_release_the_lab_is_the_old_or_the_new_one_and_the_next_command_goes_on(
    course, moment
):
    grade(course)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a progress bar has a thread; the child needs it not
        child = os.fork()
    if child == 0:
        die_after(moment)
        try:
            release(course, NEW, yes=True)
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    grade(course)
    points = read_lab(nbgrader_api(course), LAB).points
    assert points in (10, 11)
    text = (course / "notebooks" / LAB / f"{LAB}.ipynb").read_text()
    assert ("3 points" in text.split("test_mean")[0]) == (points == 11)
    assert not (course / ".release").exists()
    assert views(course)[0]["ann"] == points - 1
    release(course, NEW, yes=True)
    grade(course)
    assert views(course)[0] == {"ann": 10, "bob": 3}


def test_a_killed_choice_of_an_attempt_leaves_the_one_before_or_the_chosen_one(tmp_path):
    folders = [tmp_path / "attempts" / "ann" / LAB / name for name in ("1", "2")]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / f"{LAB}.ipynb").write_text(folder.name)
    put_forward(tmp_path, LAB, "ann", folders[0])
    submitted = tmp_path / "submitted" / "ann" / LAB / f"{LAB}.ipynb"
    for moment in count():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # whatever has a thread, the child needs it not
            child = os.fork()
        if child == 0:
            die_after(moment, (files, "_exchanged"))
            try:
                put_forward(tmp_path, LAB, "ann", folders[1 - moment % 2])
            finally:
                os._exit(0)
        killed = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
        assert submitted.read_text() in ("1", "2")
        if not killed:
            break
    assert moment > 2
    assert submitted.read_text() == folders[1 - moment % 2].name
    assert [path.name for path in submitted.parents[1].iterdir()] == [LAB]


@pytest.mark.parametrize("can", [True, False])
def test_a_file_system_that_cannot_exchange_folders_is_enough(tmp_path, monkeypatch, can):
    if not can:
        monkeypatch.setattr(files, "_exchanged", lambda *_: False)
    for text in ("old", "new"):
        files.replace_folder(tmp_path / "it", lambda new, text=text: (new / text).touch())
        assert [path.name for path in (tmp_path / "it").iterdir()] == [text]
    assert [path.name for path in tmp_path.iterdir()] == ["it"]
