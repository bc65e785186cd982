"""What `collect` read, `return` writes back, name for name; and no cell of it is a formula."""

import csv
import io
import re
import shutil
import zipfile

import archives
import pytest
import tiny
from archives import PUPILS, make_zip, roster
from test_collect import canvas_layout, flat_moodle_layout, gradescope_layout, moodle_layout

from grading.classroom.autograde import autograde
from grading.lms.collect import collect
from grading.lms.registry import registry
from grading.lms.roster import Student
from grading.lms.send import PLATFORMS, Row, _as_csv, page_name, send
from grading.pages.feedback import feedback
from grading.paths import ClassError
from grading.records.points import Score
from grading.records.spreadsheet import defused

EVIL = archives.Pupil("evil", '=cmd|" /C calc"!A0', "x;\t=1+1\r\n@SUM(1)", "80001")


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Three students, graded; what a platform calls them comes later."""
    course = tiny.make_course(tmp_path_factory.mktemp("course"))
    for pupil in PUPILS[:3]:
        tiny.hand_in(course, pupil.id, tiny.answered(course))
    autograde(tiny.LAB, course, jobs=1, executor=tiny.graders(), say=lambda line: None)
    feedback(tiny.LAB, course)
    return course


def read(path):
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline="")))


def rows_of(pupils, platform, label="x"):
    return [
        Row(
            Student(p.id, p.first, p.last, p.email, "A", p.number),
            Score(p.id, "tiny", 5.0, 10.0, 0.0, ()),
            {"platform": platform, "number": p.number, "label": label, "name": p.first},
        )
        for p in pupils
    ]


def table(platform, pupils):
    left = []
    text = _as_csv(PLATFORMS[platform](rows_of(pupils, platform), "tiny", left))
    return list(csv.reader(io.StringIO(text, newline=""))), left


def test_canvas_gets_its_columns_its_points_possible_row_and_its_ids(graded, tmp_path):
    roster(graded / "roster.csv")
    made = send("tiny", "canvas", course=graded, title="Tiny (4711)", into=tmp_path)
    head, possible, *students = read(made.grades)
    assert head == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Tiny (4711)"]
    assert "Points Possible" in possible[0]
    assert possible[-1] == "10"
    assert [row[1] for row in students] == [p.number for p in PUPILS[:3]]
    assert students[0][0] == "Lovelace, Ada"
    assert {row[-1] for row in students} == {"9"}


def test_moodle_gets_its_worksheet_with_its_participants(graded, tmp_path):
    head, first, *_ = table("moodle", PUPILS)[0]
    assert head[:6] == [
        "Identifier", "Full name", "Email address", "Status", "Grade", "Maximum grade"
    ]  # fmt: skip
    assert "Last modified (grade)" in head
    assert first[0] == "Participant 70000"
    assert first[4:6] == ["5", "10"]


def test_only_a_section_is_returned(graded, tmp_path):
    roster(graded / "roster.csv")
    made = send("tiny", "csv", section="A", course=graded, into=tmp_path)
    assert [row[0] for row in read(made.grades)[1:]] == ["s001"]
    with pytest.raises(ClassError, match="section C"):
        send("tiny", "csv", section="C", course=graded, into=tmp_path)


def test_the_wide_table_has_a_row_a_student_and_all_is_quoted(graded, tmp_path):
    made = send("tiny", "csv", course=graded, into=tmp_path)
    text = made.grades.read_bytes().decode()
    assert len(read(made.grades)) == 4
    assert all(line.startswith('"') and line.endswith('"') for line in text.split("\r\n") if line)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_no_cell_is_a_formula_at_its_begin_or_in_its_middle(platform):
    rows, _ = table(platform, [*PUPILS, EVIL])
    assert len(rows) > len(PUPILS)
    for cell in (cell for row in rows for cell in row):
        for piece in re.split(r"[\t\r\n;]", cell):
            assert not re.match(r"\s*[=+@-](?!$)", piece), cell


def test_keys_are_written_as_they_came_or_not_at_all():
    strange = archives.Pupil("s9", "A", "B", "=1")
    rows, left = table("canvas", [PUPILS[0], strange])
    assert [row[1] for row in rows[2:]] == [PUPILS[0].number]
    assert "formula" in left[0]
    assert defused("O'Neill-Smith, Jean-Luc") == "O'Neill-Smith, Jean-Luc"


def names_in(path):
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize(
    "layout", [canvas_layout, moodle_layout, flat_moodle_layout, gradescope_layout]
)
def test_pages_go_back_under_the_names_that_the_work_came_by(graded, tmp_path, layout):
    """Round trip: collected from the platform's zip, returned in a zip of the platform's names."""

    def work(who):
        return tiny.answered(graded, double=f"def double(x):\n    return 2 * x  # {who}")

    course = tmp_path / "class"
    archives.make_folder(
        course,
        {
            name: (graded / name).read_bytes()
            for name in ("release/tiny/tiny.ipynb", "source/tiny/tiny.ipynb", "gradebook.db")
        },
    )
    files = layout(work)
    collect(make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course)
    noted = registry(course, "tiny")
    assert len(noted) > 10
    for student, about in noted.items():
        name = page_name(about, student, "tiny", about["platform"])
        expected = about["path"].removesuffix(".ipynb") + ".html"
        short = len(expected.split("/")[0].encode()) <= 250
        assert not short or name == expected
    platform = next(iter(noted.values()))["platform"]
    for pupil in PUPILS[:3]:
        page = course / "feedback" / pupil.id / "tiny" / "tiny.html"
        page.parent.mkdir(parents=True)
        page.write_text(f"page of {pupil.id}")
    made = send("tiny", platform, course=course, into=tmp_path / "out")
    assert made.handed == 3
    with zipfile.ZipFile(made.pages) as archive:
        for pupil in PUPILS[:3]:
            name = page_name(noted[pupil.id], pupil.id, "tiny", platform)
            assert archive.read(name).decode() == f"page of {pupil.id}"


@pytest.mark.parametrize(
    ("platform", "layout"), [("canvas", canvas_layout), ("moodle", moodle_layout)]
)
def test_a_later_attempt_from_elsewhere_does_not_lose_the_platforms_names(
    graded, tmp_path, platform, layout
):
    def work(who):
        return tiny.answered(graded, double=f"def double(x):\n    return 2 * x  # {who}")

    course = tmp_path / "class"
    shutil.copytree(graded, course)
    names = archives.roster(tmp_path / "roster.csv")
    collect(make_zip(tmp_path / "s.zip", layout(work)), roster=names, course=course)
    first = send("tiny", platform, course=course, into=tmp_path / "1")
    for where in ("folder", "other"):
        files = {f"{p.id}/tiny.ipynb": work(f"{where} {p.id}") for p in PUPILS[:2]}
        collect(archives.make_folder(tmp_path / where, files), course=course)
    again = send("tiny", platform, course=course, into=tmp_path / "2")
    assert names_in(again.pages) == names_in(first.pages)
    assert read(again.grades) == read(first.grades)
    assert first.students == again.students == 3


def test_who_has_no_name_on_the_platform_is_not_counted_and_is_told(graded, tmp_path):
    """Only the first was collected from Moodle, which numbers the others as nobody knows."""
    course = tmp_path / "class"
    shutil.copytree(graded, course)
    one = {archives.in_moodle(PUPILS[0], "tiny.ipynb"): tiny.answered(graded)}
    names = archives.roster(tmp_path / "roster.csv")
    collect(make_zip(tmp_path / "s.zip", one), roster=names, course=course)
    made = send("tiny", "moodle", course=course, into=tmp_path / "out")
    assert made.students == len(read(made.grades)) - 1 == 1
    pages = [line for line in made.left if "named after students" in line]
    assert pages
    assert pages[0].startswith("Nothing of s001, s002 was collected from this platform")
    assert sum("Moodle number is not known" in line for line in made.left) == 2


def test_a_table_that_nobody_would_be_in_is_an_error_in_words(graded, tmp_path):
    with pytest.raises(ClassError, match="moodle's table would be empty") as said:
        send("tiny", "moodle", course=graded, into=tmp_path / "out")
    assert "s000: left out, the Moodle number is not known. Collect what they" in str(said.value)
    assert not (tmp_path / "out").exists()


def test_two_returns_write_the_same_bytes(graded, tmp_path):
    made = [send("tiny", "gradescope", course=graded, into=tmp_path / str(n)) for n in range(2)]
    assert made[0].pages.read_bytes() == made[1].pages.read_bytes()
    assert made[0].grades.read_bytes() == made[1].grades.read_bytes()


def test_who_has_no_page_yet_is_told(graded, tmp_path):
    page = graded / "feedback" / "s002" / "tiny" / "tiny.html"
    kept = page.read_bytes()
    page.unlink()
    made = send("tiny", "canvas", course=graded, into=tmp_path)
    page.write_bytes(kept)
    assert made.handed == 2
    assert any("s002" in sentence and "feedback tiny" in sentence for sentence in made.left)


def test_without_grades_nothing_is_returned(tmp_path):
    course = tiny.make_course(tmp_path)
    with pytest.raises(ClassError, match="grade it first"):
        send("tiny", "csv", course=course)


def test_the_table_says_when_the_attempt_came_that_the_points_are_of(graded, tmp_path):
    """Not what `collect` saw: rules change, and another attempt than the last one may count."""
    course = tmp_path / "class"
    shutil.copytree(graded, course)
    ada = PUPILS[0]
    files = {
        archives.in_blackboard(ada, f"{n}.ipynb", f"2026-10-{n}-12-00-00"): tiny.answered(
            course, double=f"def double(x):\n    return 2 * x  # {n}"
        )
        for n in ("10", "20")
    }
    shutil.rmtree(course / "submitted" / ada.id)
    rules = "time_zone = 'UTC'\n[labs.tiny]\ndue = 2026-10-{}\nattempts = '{}'\n"
    (course / "course.toml").write_text(rules.format(15, "last"))
    names = archives.roster(tmp_path / "roster.csv")
    collect(make_zip(tmp_path / "s.zip", files), roster=names, course=course)

    def said(day, attempts):
        (course / "course.toml").write_text(rules.format(day, attempts))
        autograde(tiny.LAB, course, jobs=1, executor=tiny.graders(), say=lambda line: None)
        made = send("tiny", "csv", course=course, into=tmp_path / "out")
        (row,) = [row for row in read(made.grades) if row[0] == ada.id]
        return row[-2], row[-1][:10]

    assert said(15, "last") == ("yes", "2026-10-20")
    assert said(15, "last before the deadline") == ("", "2026-10-10")
    assert said(25, "last") == ("", "2026-10-20")
