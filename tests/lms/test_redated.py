"""Canvas says whether a file was late, and not when it came: a due date that comes later knows."""

from datetime import UTC, datetime, timedelta

import archives
import pytest
import tiny
from archives import PUPILS, in_canvas, make_zip, roster
from quick import grade, release, views
from thorough import sample

from grading.lms.collect import collect
from grading.pages.status import screen
from grading.records.points import scores
from grading.records.status import status
from grading.records.submissions import attempts_of, notebooks_in

LATE_RULE = 'late = {penalty = 1, per = "day"}\n'
DOWNLOADED = (2026, 10, 20, 12, 0, 0)
IN_TIME, LATE, TWICE = PUPILS[:3]


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    folder = tmp_path_factory.mktemp("released")
    release(folder)
    return folder


@pytest.fixture
def course(released, tmp_path, by_hand):
    """A class that was collected from Canvas before it had a due date."""
    names = ("release/tiny/tiny.ipynb", "source/tiny/tiny.ipynb", "gradebook.db")
    course = archives.make_folder(
        tmp_path / "class", {name: (released / name).read_bytes() for name in names}
    )
    collect(archive(course, tmp_path), roster=roster(tmp_path / "r.csv"), course=course)
    return course


def archive(course, folder):
    def work(word="RIGHT"):
        return tiny.answered(course, **dict.fromkeys(("double", "mean", "spread"), word))

    files = {
        in_canvas(IN_TIME, "tiny.ipynb"): work(),
        in_canvas(LATE, "tiny.ipynb", late=True): work(),
        in_canvas(TWICE, "tiny.ipynb", attachment="101"): work("wrong"),
        in_canvas(TWICE, "tiny-1.ipynb", attachment="102"): work(),
    }
    return make_zip(folder / "s.zip", files, time=DOWNLOADED)


def due(course, day, more=""):
    rules = f"[labs.tiny]\ndue = 2026-10-{day:02}T12:00:00Z\n{more}"
    (course / "course.toml").write_text(LATE_RULE + rules)


def penalties(course):
    first, *others = views(course)
    assert others == [first] * len(others)
    return {score.student: score.penalty for score in scores(tiny.LAB, course)}


@pytest.mark.parametrize("day", sample([19, 1, 20, 25], 2))
def test_who_was_in_time_stays_so_and_who_was_late_is_so_by_a_second(course, day):
    """Whatever the date is, and whether it is set before or after grading."""
    due(course, day)
    assert status(tiny.LAB, course).late == {LATE.id: timedelta(seconds=1)}
    assert f"{LATE.id} (1 s)" in screen(status(tiny.LAB, course))
    grade(course)
    assert penalties(course) == {IN_TIME.id: 0, LATE.id: 1, TWICE.id: 0}
    for other in (2, 28, 14):
        due(course, other)
        assert penalties(course) == {IN_TIME.id: 0, LATE.id: 1, TWICE.id: 0}
    (course / "course.toml").write_text(LATE_RULE)
    assert set(penalties(course).values()) == {0}


def test_an_extension_and_a_grace_help_who_was_late(course):
    due(course, 12, f'extensions.{LATE.id} = "2 days"\n')
    grade(course)
    assert set(penalties(course).values()) == {0}
    due(course, 12, 'late = {penalty = 1, grace = "5 min"}\n')
    assert set(penalties(course).values()) == {0}


def test_a_time_that_a_person_writes_counts_as_it_stands(course):
    due(course, 12)
    grade(course)
    for pupil, text in ((LATE, "2026-10-15 09:00:00 UTC"), (IN_TIME, "2026-10-12 12:00:07 UTC")):
        (course / "submitted" / pupil.id / "tiny" / "timestamp.txt").write_text(text)
    assert penalties(course) == {IN_TIME.id: 1, LATE.id: 3, TWICE.id: 0}


@pytest.mark.parametrize("attempts", ["last before the deadline", "best"])
def test_of_several_in_time_the_last_one_counts(course, attempts):
    due(course, 12, f'attempts = "{attempts}"\n')
    grade(course)
    points = {score.student: score.points for score in scores(tiny.LAB, course)}
    assert points == {IN_TIME.id: 9, LATE.id: 8, TWICE.id: 9}


def test_a_date_that_moves_after_a_collect_that_knew_one_makes_nobody_late(
    released, tmp_path, by_hand
):
    names = ("release/tiny/tiny.ipynb", "source/tiny/tiny.ipynb", "gradebook.db")
    course = archives.make_folder(
        tmp_path / "class", {name: (released / name).read_bytes() for name in names}
    )
    due(course, 18, 'attempts = "last before the deadline"\n')
    made = collect(archive(course, tmp_path), roster=roster(tmp_path / "r.csv"), course=course)
    assert [t.student for t in made.taken if t.counts.late] == [LATE.id]
    grade(course)
    assert penalties(course) == {IN_TIME.id: 0, LATE.id: 1, TWICE.id: 0}
    due(course, 12)  # it was a slip of the pen
    found = penalties(course)
    assert (found[IN_TIME.id], found[TWICE.id]) == (0, 0)
    assert found[LATE.id] >= 1
    due(course, 19)
    assert set(penalties(course).values()) == {0}  # it came a second after the 18th


def test_what_a_student_hands_in_is_no_word_of_the_platform(course):
    """A file of that name in a submission says nothing."""
    from grading.records.attempts import SAID

    due(course, 12)
    folder = course / "submitted" / LATE.id / "tiny"
    stamp = datetime(2026, 10, 15, 9, tzinfo=UTC).replace(tzinfo=None)
    (folder / "timestamp.txt").write_text(f"{stamp} UTC")
    (folder / SAID).write_text(f'{{"{stamp.isoformat()}": "in time"}}')
    grade(course)
    assert penalties(course)[LATE.id] == 3


@pytest.mark.parametrize("attempts", ["last", "best", "last before the deadline"])
def test_who_hands_in_again_after_a_collect_is_in_time_as_before_and_the_newest_counts(
    course, tmp_path, attempts
):
    due(course, 10, f'attempts = "{attempts}"\n')  # before the download: all is as old as that
    for number, word in ((5, "wrong"), (6, "RIGHT")):
        work = tiny.answered(course, **dict.fromkeys(("double", "mean", "spread"), word))
        files = {
            in_canvas(IN_TIME, f"tiny-{number}.ipynb", attachment=f"20{number}"): work,
            in_canvas(LATE, f"tiny-{number}.ipynb", attachment=f"30{number}", late=True): work,
        }
        collect(make_zip(tmp_path / f"{number}.zip", files, time=DOWNLOADED), course=course)
    grade(course)
    assert penalties(course) == {IN_TIME.id: 0, LATE.id: 1, TWICE.id: 0}
    points = {score.student: score.points for score in scores(tiny.LAB, course)}
    assert points == {IN_TIME.id: 9, LATE.id: 8, TWICE.id: 9}
    for student in (IN_TIME.id, LATE.id):
        kept = attempts_of(course, tiny.LAB, student)
        assert len(kept) == 3
        assert [b"wrong" in notebooks_in(each)[0].read_bytes() for each in kept] == [0, 1, 0]
