"""Folders of students with odd names: each costs itself a remark, and no verb anybody else."""

import csv
import os
import shutil
import zipfile

import pytest
from quick import release
from thorough import thorough
from tiny import LAB, answered, hand_in

from grading.classroom.autograde import autograde
from grading.lms.collect import collect
from grading.lms.send import send
from grading.lms.similar import similar
from grading.lms.similar_page import page as similar_page
from grading.lms.watch import Watch
from grading.pages import status as status_page
from grading.pages.feedback import feedback
from grading.pages.groups import comment
from grading.pages.report import report
from grading.paths import Problem
from grading.records.backup import backup, restore
from grading.records.export import export
from grading.records.forget import forget, left_for_a_person
from grading.records.points import scores
from grading.records.status import status

NOBODYS = [  # no gradebook, page or file can have these names
    b"caf\xe9",
    b"n" * 252,
    b"a\nb",
    b"a\x1b[31mb",
    "\u202eevil".encode(),
    "\u6f22".encode() * 84,  # 84 letters in 252 bytes: no room for an ending
]
ODD = [  # these can be had, by whoever likes
    "*",
    "[ab]*",
    "?nn",
    "-rf",
    "--help",
    "a b",
    "=1+1",
    "@sum",
    "%s{x}",
    "{student_id}",
    "$(id)",
    "it's; drop table student",
    '"quoted"',
    "<b>bold<b>",
    "null",
    "\u6f22" * 60,
    "a\\b",
    "NUL",
    "#",
    "e" * 120,
]


@pytest.fixture(scope="module")
def odd_class(tmp_path_factory):
    course = tmp_path_factory.mktemp("odd") / "class"
    course.mkdir()
    release(course)
    right = answered(course, double="RIGHT", mean="RIGHT", spread="RIGHT", why="Yes")
    for name in ("ann", "zoe", *ODD):
        hand_in(course, name, right)
    for name in NOBODYS:
        folder = os.fsencode(course / "submitted") + b"/" + name + b"/" + LAB.encode()
        os.makedirs(folder)
        shutil.copy(course / "submitted" / "ann" / LAB / f"{LAB}.ipynb", os.fsdecode(folder))
    return course


@pytest.fixture
def course(odd_class, by_hand, tmp_path):
    """The odd class, graded."""
    folder = tmp_path / "class"
    shutil.copytree(odd_class, folder)
    folder.joinpath("nbgrader_config.py").write_text("c = get_config()\n")
    done = autograde(LAB, course=folder, say=lambda line: None)
    assert {r.student for r in done.graded} == {"ann", "zoe", *ODD}
    assert len(done.odd) == len(NOBODYS)
    for each in done.odd:
        str(each).encode()
    return folder


def test_autograde_keeps_what_it_has_graded(course):
    again = autograde(LAB, course=course, say=lambda line: None)
    assert (again.graded, again.skipped) == ([], 2 + len(ODD))


def test_autograde_takes_an_odd_student_by_name(course):
    for name in ODD:
        done = autograde(LAB, course=course, students=[name], force=True, say=lambda line: None)
        assert [result.student for result in done.graded] == [name]


def test_status_scores_report_and_export_tell_of_everybody(course, tmp_path):
    found = status(LAB, course)
    status_page.screen(found).encode()
    status_page.line(found).encode()
    points = {score.student: score.points for score in scores(LAB, course)}
    assert points == dict.fromkeys(["ann", "zoe", *ODD], points["ann"])
    for path in report(LAB, course):
        path.read_text(encoding="utf-8")
    export(tmp_path / "grades.csv", course)
    with open(tmp_path / "grades.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len({row["student_id"] for row in rows}) == 2 + len(ODD)
    cells = [cell.lstrip() for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell[:1] in ("=", "@", "+") and not cell[1:].isdigit()]


def test_feedback_writes_a_page_for_each_and_none_elsewhere(course):
    before = set(course.rglob("*.html"))
    pages = feedback(LAB, course)
    assert len(set(pages)) == 2 + len(ODD)
    assert set(course.rglob("*.html")) - before == set(pages)
    for name in ODD:
        (made,) = feedback(LAB, course, students=[name])
        assert made.parent.parent.name == name


@pytest.mark.parametrize("to", ["csv", "moodle", "canvas", "gradescope"])
def test_return_leaves_out_whom_a_platform_cannot_name_and_says_so(course, to):
    feedback(LAB, course)
    if to in ("moodle", "canvas"):  # nobody has a number there
        with pytest.raises(Problem, match="would be empty"):
            send(LAB, to, course=course)
        return
    made = send(LAB, to, course=course)
    assert made.grades.exists()
    assert made.students <= 2 + len(ODD)


def test_similar_comment_and_gradescope_go_on(course, tmp_path):
    found = similar(LAB, course=course)
    assert similar_page(found).encode()
    with pytest.raises(Problem):
        comment(LAB, "no-such-group", "A sentence.", course=course)


def test_collect_and_watch_take_in_beside_odd_folders(course, tmp_path):
    notebook = (course / "submitted" / "ann" / LAB / f"{LAB}.ipynb").read_bytes()
    source = tmp_path / "s.zip"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr(f"new/{LAB}.ipynb", notebook)
    made = collect(source, course=course)
    assert [taken.student for taken in made.taken] == ["new"]
    inbox = course / "inbox"
    for name in (*NOBODYS[:3], b"later"):
        folder = os.fsencode(inbox) + b"/" + name
        os.makedirs(folder)
        with open(folder + f"/{LAB}.ipynb".encode(), "wb") as file:
            file.write(notebook)
    said = []
    watch = Watch(LAB, inbox, course=course, say=said.append)
    made = collect(inbox, course=course)
    assert "later" in [taken.student for taken in made.taken]
    assert watch.folder == inbox


@thorough
def test_backup_restore_and_forget_are_about_the_one_who_is_named(course):
    path = backup(course)
    restore(path, course)
    names = set(os.listdir(os.fsencode(course / "submitted")))
    for name in ODD:
        forget(name, course)
        left_for_a_person(course, name)
        names -= {name.encode()}
        assert set(os.listdir(os.fsencode(course / "submitted"))) == names
    points = {score.student for score in scores(LAB, course)}
    assert points == {"ann", "zoe"}
