"""What happens to a class in a term: everything that has been earned stays right."""

import errno
import functools
import json
import os
import re
import shutil
import sqlite3
import tarfile
import threading
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from unittest.mock import Mock

import nbformat
import pytest
from quick import give, grade, release, views
from tiny import LAB, TEXT, answered, hand_in

import grading.records.backup
from grading.__main__ import main
from grading.authoring.release import NeedsYes
from grading.labfile import mark_of
from grading.paths import ClassError
from grading.records.attempts import IN_TIME, note_lateness
from grading.records.backup import backup, restore
from grading.records.export import export_rows
from grading.records.forget import forget
from grading.records.lock import Locked, holder, lock
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_works, scores
from grading.records.policy import PolicyError
from grading.records.settle import settle
from grading.records.status import status, still_to_grade
from grading.records.submissions import (
    add_attempt,
    attempts_of,
    find_submissions,
    put_forward,
)
from grading.records.tables import GradebookError

RIGHT = {"double": "RIGHT", "mean": "RIGHT", "spread": "RIGHT", "why": "Yes"}
MEAN = TEXT[TEXT.index('# %% test="test_mean"') : TEXT.index('# %% solution="spread"')]


def totals(course, db=None):
    found = views(course, db)
    assert all(view == found[0] for view in found), found
    return found[0]


def graded(done):
    return sorted(result.student for result in done.graded)


def policy(course, text):
    (course / "course.toml").write_text(text)


def stamp(course, student, text):
    (course / "submitted" / student / LAB / "timestamp.txt").write_text(text)


# --- release -----------------------------------------------------------------------------------


def with_another_test(points=5):
    other = MEAN.replace("test_mean", "test_mean_other").replace("points=3", f"points={points}")
    return TEXT.replace(MEAN, MEAN + other)


def test_a_release_that_makes_grades_stale_says_what_would_change_and_changes_nothing(course):
    grade(course)
    before = {p: p.read_bytes() for p in sorted(course.rglob("*.ipynb"))}
    text = with_another_test().replace('test_spread" points=4', 'test_spread" points=6')
    with pytest.raises(NeedsYes, match=r"1 cell added \(test_mean_other\), points of 1 changed"):
        release(course, text)
    assert {p: p.read_bytes() for p in sorted(course.rglob("*.ipynb"))} == before
    assert graded(grade(course)) == []
    assert totals(course) == {"ann": 9, "bob": 2}


def test_a_release_of_several_labs_names_all_that_need_yes_and_changes_none(course):
    from grading.authoring.release import release_notebooks
    from grading.authoring.source import source_notebook

    release(course, TEXT, lab="other")
    paths = [course / "notebooks" / lab / f"{lab}.ipynb" for lab in ("other", LAB)]
    for path in paths:
        path.write_bytes(path.read_bytes() + b"\n")
    (course / "labs" / "first.py").write_text(TEXT)
    made = {lab: source_notebook(lab, course / "labs") for lab in ("first", "other", LAB)}
    said = []
    with pytest.raises(NeedsYes) as needs:
        release_notebooks(made, course, course / "notebooks", said.append)
    for path in paths:
        assert f"{path} is not as last released" in str(needs.value)
    assert not (course / "notebooks" / "first").exists()
    assert not (course / ".release").exists()
    release_notebooks(made, course, course / "notebooks", said.append, yes=True)
    assert [line.partition(":")[0] for line in said] == ["first", "other", LAB]


@pytest.mark.parametrize(("where", "kind"), [("notebooks", "solution"), ("source", "test")])
def test_what_was_written_into_a_released_notebook_is_undone_only_with_yes(course, where, kind):
    path = course / where / LAB / f"{LAB}.ipynb"
    released = path.read_bytes()
    notebook = nbformat.read(path, as_version=4)
    next(cell for cell in notebook.cells if mark_of(cell).kind == kind).source += "\n# by hand"
    nbformat.write(notebook, path)
    edited = path.read_bytes()
    with pytest.raises(NeedsYes, match=f"{re.escape(str(path))} is not as last released") as said:
        release(course, TEXT)
    assert f"belongs into labs/{LAB}.py. To release anyway" in str(said.value)
    assert path.read_bytes() == edited
    release(course, TEXT, yes=True)
    assert path.read_bytes() == released
    release(course, TEXT)


def test_a_notebook_that_came_with_an_update_is_not_changed_by_hand(course):
    text = TEXT.replace("points=3", "points=5")
    path = course / "notebooks" / LAB / f"{LAB}.ipynb"
    release(course, text)
    updated = path.read_bytes()
    release(course, TEXT)
    path.write_bytes(updated)
    release(course, text)


def test_a_test_is_dropped_and_added_again_and_what_was_given_by_hand_is_kept(course):
    grade(course)
    give(course, "bob", "test_mean", 2.5)
    give(course, "ann", "why", 1, comment="Good.")
    release(course, TEXT.replace('test="test_mean"', 'test="test_mean_new"'), yes=True)
    assert status(LAB, course).stale.keys() == {"ann", "bob"}
    grade(course)
    assert totals(course) == {"ann": 10, "bob": 2}
    release(course, TEXT, yes=True)
    grade(course)
    assert totals(course) == {"ann": 10, "bob": 4.5}
    assert read_works(nbgrader_api(course), LAB)[0].comments["why"] == "Good."


def test_when_points_have_changed_everybody_whose_grade_is_of_the_old_ones_is_stale(course):
    grade(course)
    release(course, TEXT.replace('test_double" points=2', 'test_double" points=3'), yes=True)
    grade(course, students=["ann"])
    assert status(LAB, course).stale == {"bob": ["tests"]}


def test_a_slip_in_a_labs_text_stops_the_release_before_anything_is_changed(course):
    grade(course)
    with pytest.raises(Exception, match="tests none of"):
        release(course, TEXT.replace('test="test_mean"', 'test="test_nothing"'), yes=True)
    assert graded(grade(course)) == []


# --- kept --------------------------------------------------------------------------------------


def test_unchanged_and_kept_is_said_of_grades_that_this_gradebook_holds(course, tmp_path):
    grade(course)
    older = tmp_path / "older.db"
    shutil.copy(course / "gradebook.db", older)
    with nbgrader_api(course).gradebook as gradebook:
        gradebook.remove_student("bob")
    assert graded(grade(course)) == ["bob"]

    other = f"sqlite:///{tmp_path}/other.db"
    shutil.copy(older, tmp_path / "other.db")
    hand_in(course, "bob", answered(course, **RIGHT))
    grade(course)
    assert graded(grade(course, db=other)) == ["bob"]
    assert totals(course, other) == totals(course) == {"ann": 9, "bob": 9}

    shutil.copy(older, course / "gradebook.db")
    assert "bob" in graded(grade(course))
    assert totals(course) == {"ann": 9, "bob": 9}


def test_a_score_that_another_command_wrote_is_no_grade_of_ours(course):
    grade(course)
    with nbgrader_api(course).gradebook as gradebook:
        gradebook.find_grade("test_double", LAB, LAB, "ann").auto_score = 1
        gradebook.db.commit()
    assert status(LAB, course).stale == {"ann": ["scores in the gradebook"]}
    assert graded(grade(course)) == ["ann"]


# --- points ------------------------------------------------------------------------------------


def test_points_by_hand_overrides_and_extra_credit_count_in_every_view(course):
    grade(course)
    give(course, "ann", "why", 0.5, comment="Nearly.")
    give(course, "bob", "test_mean", 1.5, extra=2)
    assert totals(course) == {"ann": 9.5, "bob": 5.5}
    assert status(LAB, course).by_hand == {}


def test_points_given_to_an_answer_wait_for_it_when_it_has_changed(course):
    grade(course)
    give(course, "ann", "why", 1, comment="Good.")
    give(course, "ann", "test_mean", 2)
    hand_in(course, "ann", answered(course, **RIGHT | {"why": "No", "mean": "RIGHT other"}))
    grade(course)
    assert totals(course)["ann"] == 9  # the machine's points for the test, none for the words
    assert status(LAB, course).by_hand == {"why": 1, "test_mean": 1}
    with nbgrader_api(course).gradebook as gradebook:
        said = gradebook.find_comment("why", LAB, LAB, "ann").comment
        assert "1 point: Good." in said
        assert "2 points" in gradebook.find_comment("mean", LAB, LAB, "ann").comment
    assert "why" not in read_works(nbgrader_api(course), LAB)[0].comments  # not for the student

    hand_in(course, "ann", answered(course, **RIGHT))
    grade(course)
    assert totals(course)["ann"] == 9  # 2 + 2 + 4 + 1
    assert status(LAB, course).by_hand == {}


# --- policy ------------------------------------------------------------------------------------


def test_void_tests_and_bonuses_count_as_the_policy_says_and_leave_nothing_behind(course):
    grade(course)
    give(course, "bob", "test_mean", 1)
    before = totals(course)
    policy(course, '[labs.tiny.void.test_mean]\npoints = "all"\nreason = "It was wrong."')
    assert totals(course) == {"ann": 9, "bob": 5}
    policy(course, '[labs.tiny.void.test_mean]\npoints = "none"\nreason = "It was wrong."')
    assert totals(course) == {"ann": 6, "bob": 2}
    assert {score.out_of for score in scores(LAB, course)} == {7}
    policy(course, '[labs.tiny]\nbonus = ["test_double"]')
    assert totals(course) == before
    assert {score.out_of for score in scores(LAB, course)} == {8}
    policy(course, "")
    assert totals(course) == before
    assert {score.out_of for score in scores(LAB, course)} == {10}
    assert graded(grade(course)) == []


LATE = """
time_zone = "Europe/Vienna"
late = {grace = "15 min", penalty = "10 %", per = "day", cap = "50 %"}
labs.tiny.due = 2026-10-25T12:00:00
"""


@pytest.mark.parametrize(
    ("handed_in", "taken"),
    [
        ("2026-10-25 11:00:00 UTC", 0),  # Vienna has left summer time that night
        ("2026-10-25 11:15:00 UTC", 0),
        ("2026-10-25 11:15:01 UTC", 0.9),
        ("2026-10-26 11:00:00 UTC", 0.9),
        ("2026-10-26 11:00:01 UTC", 1.8),
        ("2026-12-24 00:00:00 UTC", 4.5),
    ],
)
def test_lateness_costs_what_the_policy_says(course, handed_in, taken):
    policy(course, LATE)
    stamp(course, "ann", handed_in)
    grade(course)
    assert totals(course)["ann"] == pytest.approx(9 - taken)


@pytest.mark.parametrize(("minute", "late"), [(14, []), (16, ["ann"])])
def test_within_the_grace_period_nobody_is_called_late_in_any_view(course, minute, late):
    from grading.pages.report import report

    policy(course, LATE)
    stamp(course, "ann", f"2026-10-25 11:{minute}:00 UTC")
    assert list(status(LAB, course).late) == late  # before there is a grade
    grade(course)
    assert list(status(LAB, course).late) == late
    assert [score.student for score in scores(LAB, course) if score.late] == late
    page, _ = report(LAB, course)
    assert (f"{minute} min" in page.read_text()) == bool(late)


@pytest.mark.parametrize(
    "words",
    [["status"], ["status", LAB], ["scores", LAB], ["export"], ["feedback", LAB], ["report", LAB]],
)
def test_a_roster_that_is_no_table_is_told_by_what_uses_sections(
    course, monkeypatch, capsys, tmp_path, words
):
    for room in ("records", "pages"):
        monkeypatch.setattr(f"grading.{room}.verbs.COURSE", course)
    for module in ("feedback", "report"):
        monkeypatch.setattr(f"grading.pages.{module}.{module}", lambda *a, **k: [])
    monkeypatch.chdir(tmp_path)
    grade(course)
    for text, many in (("Dear colleague,\nhere is the list.\n", 1), ("id,section\nann,A\n", 0)):
        (course / "roster.csv").write_text(text)
        capsys.readouterr()
        assert main(words) == 0
        said = capsys.readouterr().out
        assert said.count("has no column `id`") == many
        assert said.count("its sections do not count") == many


def test_a_date_of_a_section_that_the_unreadable_roster_had_names_the_roster(course):
    (course / "roster.csv").write_text("Dear colleague,\n")
    policy(course, "[labs.tiny]\ndue = 2026-10-12\nsections.A = 2026-10-13\n")
    with pytest.raises(PolicyError, match=r"no section 'A'.*roster\.csv has no column `id`"):
        status(LAB, course)


def test_a_lab_with_other_bounds_is_graded_again(course, monkeypatch):
    grade(course)
    assert graded(grade(course)) == []
    monkeypatch.setattr("grading.records.results.out_of_bounds", lambda lab: ("scipy",))
    assert status(LAB, course).stale == {"ann": ["tests"], "bob": ["tests"]}
    assert graded(grade(course)) == ["ann", "bob"]
    assert status(LAB, course).stale == {}


def test_dates_extensions_and_timestamps_are_applied_without_grading_again(course):
    policy(course, LATE)
    stamp(course, "ann", "2026-10-26 12:00:00 UTC")
    grade(course)
    assert totals(course)["ann"] == pytest.approx(7.2)
    policy(course, LATE + 'labs.tiny.extensions.ann = "2 days"')
    settled = settle(nbgrader_api(course), LAB, course).changed
    assert settled == {"ann": (pytest.approx(7.2), 9)}
    assert settle(nbgrader_api(course), LAB, course).changed == {}
    policy(course, LATE.replace("10-25", "10-26"))
    assert totals(course)["ann"] == pytest.approx(8.1)
    stamp(course, "ann", "2026-10-20 12:00:00 UTC")
    done = grade(course)
    assert (graded(done), totals(course)["ann"]) == ([], 9)


SLIPS = {
    "due = 3": "'due' is not a setting",
    '[labs.tiny]\ndue = "soon"': "labs.tiny.due: expected a date and time",
    '[labs.tiny.extensions]\nann = "2 days"': "need a `due`",
    '[labs.tiny.void.test_mean]\npoints = "all"': "and a reason",
    '[labs.tiny]\nbonus = ["test_men"]': "has no such test. Its tests are: test_double",
    'time_zone = "Vienna"': "no time zone 'Vienna'",
    "late = {penalty = '200 %'}": "expected points",
    'labs.tiny.attempts = "first"': 'expected one of "last", "best"',
    "[labs": "is not TOML",
}


def test_a_slip_in_the_policy_is_named_and_nothing_is_changed(course):
    grade(course)
    before = totals(course)
    for text, says in SLIPS.items():
        policy(course, text)
        with pytest.raises(PolicyError, match=says):
            grade(course, force=True)
    (course / "course.toml").unlink()
    assert totals(course) == before


# --- two at once, odd ones, old ones -----------------------------------------------------------


def test_the_second_run_is_told_who_is_at_it_and_a_dead_holders_lock_is_free(course):
    with lock(course, LAB, "autograde tiny"):
        assert holder(course, LAB).verb == "autograde tiny"
        with pytest.raises(Locked, match=r"`autograde tiny` of .* since 20\d\d-") as error:
            grade(course)
        assert error.value.status == 3
        assert status_in_a_thread(course).holder is not None
    assert holder(course, LAB) is None
    (course / ".locks" / f"{LAB}.lock").write_text('{"verb": "x", "user": "y"')  # it died writing
    assert graded(grade(course)) == ["ann", "bob"]


def status_in_a_thread(course):
    found = []
    thread = threading.Thread(target=lambda: found.append(status(LAB, course)))
    thread.start()
    thread.join()
    return found[0]


def test_one_odd_folder_costs_the_class_nothing(course):
    (course / "submitted" / "x").mkdir()
    parent = str(course / "submitted").encode()
    for name in (b"caf\xe9", b"n" * 252, b"a\nb"):
        path = parent + b"/" + name + b"/" + LAB.encode()
        os.makedirs(path)
    done = grade(course)
    assert graded(done) == ["ann", "bob"]
    assert len(done.odd) == 3
    assert all("Rename it" in str(each) for each in done.odd)


def test_a_name_in_other_code_points_is_the_same_student(course):
    composed, apart = "Zo\u00eb", "Zoe\u0308"
    with nbgrader_api(course).gradebook as gradebook:
        gradebook.add_student(composed)
    hand_in(course, apart, answered(course, **RIGHT))
    found, odd = find_submissions(course, LAB, [composed])
    assert (composed in found, odd) == (True, [])
    grade(course)
    assert totals(course) == {"ann": 9, "bob": 2, composed: 9}
    with nbgrader_api(course).gradebook as gradebook:
        assert sorted(s.id for s in gradebook.students) == ["Zo\u00eb", "ann", "bob"]


@pytest.mark.parametrize("at", [0, 8192])  # its head, which tells what it is, or a page
def test_what_a_restore_replaces_is_in_a_backup_even_with_a_damaged_gradebook(course, at):
    grade(course)
    kept = backup(course, course / "kept.tar.gz")
    hand_in(course, "eve", answered(course, **RIGHT))  # since then
    book = course / "gradebook.db"
    content = book.read_bytes()
    book.write_bytes(content[:at] + b"x" * 8192 + content[at + 8192 :])
    restore(kept, course)
    assert totals(course) == {"ann": 9, "bob": 2}
    (before,) = course.glob("backups/before-restore-*")
    with tarfile.open(before) as archive:
        assert b"x" * 8192 in archive.extractfile("gradebook.db").read()
        assert f"submitted/eve/{LAB}/{LAB}.ipynb" in archive.getnames()


def test_a_backup_has_all_students_whatever_they_are_called(course):
    names = ["smith.new", "old.tmp", "x.old"]
    for name in names:
        hand_in(course, name, answered(course, **RIGHT))
    grade(course)
    (course / "submitted" / ".ann.new").mkdir()  # a copy on its way
    kept = backup(course)
    shutil.rmtree(course / "submitted")
    restore(kept, course)
    assert sorted(os.listdir(course / "submitted")) == sorted(["ann", "bob", *names])
    assert graded(grade(course)) == []


@pytest.mark.parametrize("what", ["backup", "unpacking"])
def test_a_backup_or_restore_that_takes_long_shows_how_far_it_is(course, monkeypatch, capsys, what):
    grade(course)
    at_once = functools.partial(grading.records.backup.tqdm, mininterval=0)
    monkeypatch.setattr(
        grading.records.backup, "tqdm", lambda *a, **more: at_once(*a, **more | {"delay": 0})
    )
    path = backup(course)
    if what == "unpacking":
        capsys.readouterr()
        restore(path, course)
    assert re.search(rf"{what}: .*[1-9]\d*(/\d+ \[|file)", capsys.readouterr().err)


def test_forget_takes_no_lab_for_a_student(course):
    with pytest.raises(ClassError, match="is a lab, not a student"):
        forget(LAB, course)


def test_without_room_for_that_backup_nothing_is_restored(course, monkeypatch):
    grade(course)
    kept = backup(course, course / "kept.tar.gz")
    hand_in(course, "eve", answered(course, **RIGHT))
    full = OSError(errno.ENOSPC, "No space left on device")
    with monkeypatch.context() as patch:
        patch.setattr(tarfile.TarFile, "add", Mock(side_effect=full))
        with pytest.raises(ClassError, match="No space left"):
            restore(kept, course)
    assert (course / "submitted" / "eve").is_dir()
    assert not list(course.glob(".restore*"))
    with monkeypatch.context() as patch:
        patch.setattr(tarfile.TarFile, "extractall", Mock(side_effect=full))
        with pytest.raises(ClassError) as said:
            restore(kept, course)
    assert "damaged" not in str(said.value)  # the backup is well
    kept.write_bytes(kept.read_bytes()[:2000] + b"x" * 500 + kept.read_bytes()[2500:])
    with pytest.raises(ClassError, match="is damaged, nothing was changed"):
        restore(kept, course)


def test_grades_whose_submission_is_not_there_any_more_are_named(course):
    grade(course)
    assert status(LAB, course).odd == ()
    shutil.move(course / "submitted" / "bob", course / "elsewhere")
    assert status(LAB, course).odd == ("in the gradebook, but not in submitted/: bob",)
    assert totals(course) == {"ann": 9, "bob": 2}  # they stay


def test_an_old_or_damaged_gradebook_is_a_sentence(course):
    grade(course)
    with closing(sqlite3.connect(course / "gradebook.db")) as db:
        db.execute("alter table student rename column lms_user_id to other")
    with pytest.raises(GradebookError, match="nbgrader db upgrade"):
        scores(LAB, course)
    (course / "gradebook.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(GradebookError, match="damaged"):
        scores(LAB, course)


def test_forget_removes_a_student_everywhere(course):
    from grading.pages.feedback import feedback
    from grading.pages.report import report
    from grading.records.backup import backup

    grade(course)
    give(course, "ann", "why", 1, comment="Good.")
    hand_in(course, "ann", answered(course, **RIGHT | {"why": "other"}))
    grade(course)
    feedback(LAB, course)
    report(LAB, course)
    backup(course)
    removed = forget("ann", course)
    assert any("gradebook" in line for line in removed)
    left = [
        path
        for path in course.rglob("*")
        if "ann" in path.name
        or (path.is_file() and path.suffix != ".gz" and b'"ann"' in path.read_bytes())
    ]
    assert left == []
    raw = (course / "gradebook.db").read_bytes()
    with closing(sqlite3.connect(course / "gradebook.db")) as db:
        db.execute("vacuum")
        text = "\n".join(db.iterdump())
    assert raw
    assert "'ann'" not in text
    assert forget("ann", course) == []
    assert totals(course) == {"bob": 2}
    with pytest.raises(ClassError, match="not a student's id"):
        forget("../x", course)


def test_of_an_id_that_nobody_has_nothing_is_forgotten_and_that_is_said(course):
    from grading.pages.report import report
    from grading.records.backup import backup

    grade(course)
    report(LAB, course, hide_names=True)
    backup(course)
    assert forget("anne", course) == []
    assert len(list(course.glob("reports/tiny_nameless.*"))) == 2
    assert any("tiny_nameless" in line for line in forget("ann", course))
    assert not list(course.glob("reports/tiny_nameless.*"))


# --- attempts ----------------------------------------------------------------------------------


def attempt(course, student, day, **answers):
    notebook = json.dumps(answered(course, **answers)).encode()
    when = datetime(2026, 10, day, 12, tzinfo=UTC)
    return add_attempt(course, LAB, student, {f"{LAB}.ipynb": notebook}, when)


@pytest.mark.parametrize(
    ("which", "points"),
    [("last", 2), ("last before the deadline", 4), ("best", 9)],
)
def test_the_attempt_that_the_policy_says_counts(course, which, points):
    shutil.rmtree(course / "submitted")
    assert attempt(course, "ann", 1, **RIGHT)
    assert attempt(course, "ann", 3, spread="RIGHT")
    assert attempt(course, "ann", 5, double="RIGHT")
    assert not attempt(course, "ann", 5, double="RIGHT")  # it was collected before
    policy(course, f'[labs.tiny]\ndue = 2026-10-04\nattempts = "{which}"')
    grade(course)
    assert totals(course) == {"ann": points}
    assert graded(grade(course)) == []
    assert attempt(course, "ann", 6, mean="RIGHT")
    grade(course)
    assert totals(course) == {"ann": {2: 3}.get(points, points)}


@pytest.mark.parametrize("new", [False, True])
def test_the_half_made_attempt_of_a_killed_run_goes_with_the_next_that_arrives(course, new):
    attempt(course, "ann", 1, mean="RIGHT")
    made = attempts_of(course, LAB, "ann")[-1]
    for half in made.name, "20261001T115900.000000Z", f".{made.name}.new":
        shutil.copytree(made, made.with_name(f".{half}"))
    assert attempt(course, "ann", 2 if new else 1, mean="RIGHT") is new
    left = sorted(path for path in made.parent.iterdir() if path.is_dir())
    assert left == attempts_of(course, LAB, "ann")


@pytest.mark.parametrize("by_hand", [False, True])
def test_an_attempt_that_was_stopped_anywhere_on_its_way_is_taken_the_next_time(
    course, monkeypatch, tmp_path, by_hand
):
    """As by kill -9: each change of the folders is the last one in turn."""
    if not by_hand:
        shutil.rmtree(course / "submitted")
        attempt(course, "ann", 1, **RIGHT)
    state = tmp_path / "before"
    shutil.copytree(course, state)
    attempt(course, "ann", 3, spread="RIGHT")
    names = [f"submitted/ann/{LAB}", f"attempts/ann/{LAB}"]
    changes, really = count(), {"replace": os.replace, "mkdir": os.mkdir, "rmdir": os.rmdir}

    def contents():
        found = (path for name in names for path in sorted((course / name).rglob("*")))
        return {str(p.relative_to(course)): p.read_bytes() for p in found if p.is_file()}

    def stop_at(number):
        for name, do in really.items():

            def one(*args, do=do, **options):
                if next(changes) == number:
                    raise Killed
                return do(*args, **options)

            monkeypatch.setattr(os, name, one)

    wanted = contents()
    for number in count():
        shutil.rmtree(course)
        shutil.copytree(state, course)
        changes, stopped = count(), False
        stop_at(number)
        try:
            attempt(course, "ann", 3, spread="RIGHT")
        except Killed:
            stopped = True
        monkeypatch.undo()
        attempt(course, "ann", 3, spread="RIGHT")
        assert contents() == wanted, number
        if not stopped:
            break
    assert number > 5


class Killed(BaseException):
    """Nothing more is done."""


@pytest.mark.parametrize("which", ["last before the deadline", "best"])
def test_where_the_last_attempt_counts_again_it_is_the_last_that_counts(course, which):
    attempt(course, "ann", 1, **RIGHT)
    attempt(course, "ann", 5, double="RIGHT")
    due = "[labs.tiny]\ndue = 2026-10-04\n"
    policy(course, f'{due}attempts = "{which}"')
    grade(course)
    assert totals(course)["ann"] == 9
    policy(course, f'{due}attempts = "last"')
    assert status(LAB, course).stale == {"ann": ["submission"]}
    grade(course)
    assert totals(course)["ann"] == 2
    # What a person puts in its place is no choice of a rule's, and stays.
    first = course / "attempts" / "ann" / LAB / "20261001T120000.000000Z"
    put_forward(course, LAB, "ann", first)
    grade(course)
    assert totals(course)["ann"] == 9


def dated(course):
    """What the gradebook and the page say of when ann handed in, and what that costs."""
    total = totals(course)["ann"]
    (work,) = read_works(nbgrader_api(course), LAB, ["ann"])
    return work.handed_in.day, work.penalty, total


def test_points_keep_the_date_of_the_attempt_that_they_were_given_for(course):
    shutil.rmtree(course / "submitted")
    policy(course, LATE)  # due on October 25
    attempt(course, "ann", 20, **RIGHT)
    grade(course)
    assert dated(course) == (20, 0, 9)
    attempt(course, "ann", 30, **RIGHT | {"why": "No"})  # and nobody has graded it yet
    assert dated(course) == (20, 0, 9)
    found = status(LAB, course)
    assert (found.stale, list(found.late)) == ({"ann": ["submission"]}, ["ann"])
    policy(course, LATE.replace("10-25", "10-19"))  # a rule that changes is of the old one, too
    assert dated(course) == (20, pytest.approx(1.8), pytest.approx(7.2))
    policy(course, LATE)
    grade(course)
    assert dated(course)[0] == 30
    assert dated(course)[1] > 0


def test_a_platforms_word_for_the_graded_attempt_counts_until_the_next_is_graded(course):
    shutil.rmtree(course / "submitted")
    attempt(course, "ann", 28, **RIGHT)
    note_lateness(course, LAB, "ann", datetime(2026, 10, 28, 12, tzinfo=UTC), IN_TIME)
    grade(course)
    attempt(course, "ann", 30, **RIGHT | {"why": "No"})
    policy(course, LATE)  # not known when these were collected
    for _ in range(2):
        assert dated(course) == (25, 0, 9)
    policy(course, LATE.replace("10-25", "10-27"))
    assert dated(course) == (27, 0, 9)
    grade(course)
    assert dated(course)[0] == 30


def test_the_rosters_sections_count_where_the_policy_names_no_other(course):
    (course / "roster.csv").write_text("id,section\nann,tue\nbob,tue\n")
    policy(course, LATE + 'labs.tiny.sections.tue = 2026-10-27\n[sections]\nwed = ["bob"]')
    stamp(course, "ann", "2026-10-26 12:00:00 UTC")
    grade(course)
    assert totals(course)["ann"] == 9
    rows = export_rows(nbgrader_api(course), course)
    assert {row["student_id"]: row["section"] for row in rows} == {"ann": "tue", "bob": "wed"}
    policy(course, LATE + "labs.tiny.sections.thu = 2026-10-27")
    with pytest.raises(PolicyError, match=r"no section 'thu'.* in the roster are: tue"):
        status(LAB, course)
    policy(course, "")
    assert export_rows(nbgrader_api(course), course)[1]["section"] == "tue"
    (course / "course.toml").unlink()
    assert export_rows(nbgrader_api(course), course)[1]["section"] == "tue"
    (course / "roster.csv").write_bytes(b"\xff\x00id;section\n")
    assert export_rows(nbgrader_api(course), course)[1]["section"] == ""


def test_a_class_that_cannot_be_written_can_be_read(course, monkeypatch, capsys):
    grade(course)

    def refused(path, lab):
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr("grading.records.lock._take", refused)
    policy(course, LATE)
    assert totals(course) == {"ann": 9, "bob": 2}
    assert status(LAB, course).graded == ("ann", "bob")
    assert "cannot be written: all points are as" in capsys.readouterr().err
    with pytest.raises(ClassError, match="cannot be written"):
        grade(course)


def test_what_its_points_do_not_show_yet_is_told(course):
    shutil.rmtree(course / "submitted" / "bob")
    grade(course)
    assert still_to_grade(LAB, course) == []
    hand_in(course, "bob", answered(course))
    hand_in(course, "ann", answered(course))
    said = "tiny: 1 not graded yet, 1 stale. `python -m grading autograde tiny` grades them."
    assert still_to_grade(LAB, course) == [said]


def test_ids_in_the_policy_that_nobody_has_are_told(course):
    grade(course)
    policy(
        course,
        'sections.early = ["ann", "bbo"]\n[labs.tiny]\ndue = 2026-10-04\n'
        'extensions = {ann = "1 day", "ann b" = "2 days"}',
    )
    assert status(LAB, course).odd == (
        "course.toml, labs.tiny.extensions: there is no student 'ann b' so far",
        "course.toml, sections.early: there is no student 'bbo' so far",
    )
    policy(course, '[labs.tiny]\ndue = 2026-10-04\nextensions = {ann = "1 day"}')
    assert status(LAB, course).odd == ()


def test_a_lab_in_the_policy_that_is_none_is_told(course):
    grade(course)
    policy(course, "[labs.tinny]\ndue = 2026-10-04\n[labs.lab2_conv1d]\ndue = 2026-10-04")
    assert status(LAB, course).odd == ("course.toml, labs.tinny: there is no such lab",)


def test_a_file_replaced_under_the_time_of_an_earlier_one_takes_nothing_from_that(course):
    policy(course, '[labs.tiny]\nattempts = "best"')
    attempt(course, "ann", 1, **RIGHT)
    grade(course)
    folder = course / "submitted" / "ann" / LAB
    (folder / f"{LAB}.ipynb").write_text(json.dumps(answered(course, spread="RIGHT")))
    grade(course)
    assert totals(course)["ann"] == 9
    assert len(attempts_of(course, LAB, "ann")) == 2
    (folder / f"{LAB}.ipynb").write_text(json.dumps(answered(course, double="RIGHT")))
    grade(course)
    assert graded(grade(course)) == []
    assert totals(course)["ann"] == 9
    assert len(attempts_of(course, LAB, "ann")) == 3


def test_what_was_put_in_by_hand_is_not_lost_when_an_attempt_is_collected(course):
    policy(course, '[labs.tiny]\nattempts = "best"')
    attempt(course, "ann", 1, double="RIGHT")
    grade(course)
    assert totals(course)["ann"] == 9
