"""What platforms hand out ends up with the student who handed it in, and nowhere else."""

import io
import json
import os
import stat
import subprocess
import time
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from unicodedata import normalize

import archives
import pytest
import tiny
from archives import (
    PUPILS,
    in_blackboard,
    in_brightspace,
    in_canvas,
    in_moodle,
    make_folder,
    make_zip,
    metadata,
    roster,
)

from grading.lms import archive
from grading.lms.archive import inside, opened
from grading.lms.collect import collect
from grading.lms.collected import summary_lines
from grading.lms.layouts import Person
from grading.lms.registry import registry
from grading.lms.roster import Matcher, Student, read_roster
from grading.paths import ClassError, Problem
from grading.records.forget import forget
from grading.records.nbgrader import nbgrader_api


@pytest.fixture
def course(released, tmp_path):
    """A class to which the lab has been released, and in which nobody has handed in."""
    make_folder(
        tmp_path / "class",
        {
            name: (released / name).read_bytes()
            for name in ("release/tiny/tiny.ipynb", "gradebook.db")
        },
    )
    return tmp_path / "class"


@pytest.fixture
def work(released):
    """A notebook in which it says whose it is."""

    def made(who="", **answers):
        answers = answers or {"double": f"def double(x):\n    return 2 * x  # {who}"}
        return tiny.answered(released, **answers)

    return made


def blank(released):
    return tiny.handout(released)


def handed_in(course, student):
    return (course / "submitted" / student / "tiny" / "tiny.ipynb").read_text(encoding="utf-8")


def same_for_all(course, pupils=PUPILS):
    """Whether everybody has their own notebook."""
    assert {path.parent.parent.name for path in course.glob("submitted/*/tiny/tiny.ipynb")} == {
        pupil.id for pupil in pupils
    }
    for pupil in pupils:
        assert f"# {pupil.id}" in handed_in(course, pupil.id)


# --- every layout, with every name -----------------------------------------------------------


def canvas_layout(work):
    return {in_canvas(p, "tiny.ipynb", late=p.first == "Late"): work(p.id) for p in PUPILS}


def moodle_layout(work):
    return {in_moodle(p, "tiny.ipynb"): work(p.id) for p in PUPILS} | {
        in_moodle(p, "onlinetext.html", "onlinetext"): "<p>See the file.</p>" for p in PUPILS[:3]
    }


def flat_moodle_layout(work):
    return {in_moodle(p, "tiny.ipynb", flat=True): work(p.id) for p in PUPILS}


def blackboard_layout(work):
    return {in_blackboard(p, "tiny.ipynb"): work(p.id) for p in PUPILS} | {
        in_blackboard(p, "")[:-1] + ".txt": "Name: somebody" for p in PUPILS
    }


def brightspace_layout(work):
    files = {in_brightspace(p, "tiny.ipynb"): work(p.id) for p in PUPILS}
    return files | {"index.html": "<table>"}


def flat_brightspace_layout(work):
    return {in_brightspace(p, "tiny.ipynb", flat=True): work(p.id) for p in PUPILS}


def gradescope_layout(work):
    groups = {1_000 + n: [p] for n, p in enumerate(PUPILS)}
    return {"assignment_7_export/submission_metadata.yml": metadata(groups)} | {
        f"assignment_7_export/submission_{n}/tiny.ipynb": work(p.id) for n, (p,) in groups.items()
    }


def github_layout(work):
    return {f"tiny-submissions/tiny-{p.id}/tiny.ipynb": work(p.id) for p in PUPILS} | {
        f"tiny-submissions/tiny-{p.id}/README.md": "hello" for p in PUPILS
    }


def plain_layout(work):
    return {f"{p.id}/tiny.ipynb": work(p.id) for p in PUPILS}


def flat_layout(work):
    return {f"{p.email}.ipynb": work(p.id) for p in PUPILS}


LAYOUTS = {
    "canvas": canvas_layout,
    "moodle": moodle_layout,
    "gradescope": gradescope_layout,
    "blackboard": blackboard_layout,
    "brightspace": brightspace_layout,
    "github": github_layout,
    "plain": plain_layout,
}


def without_numbers(pupils):
    """A roster in which Moodle's numbers, which are others in each assignment, do not stand."""
    return [archives.Pupil(p.id, p.first, p.last, "") for p in pupils]


@pytest.mark.parametrize(
    "layout", [*LAYOUTS.values(), flat_moodle_layout, flat_brightspace_layout, flat_layout]
)
@pytest.mark.parametrize("form", ["zip", "folder", "folder in a zip"])
def test_every_layout_gives_everybody_their_own_work(course, work, tmp_path, layout, form):
    files, make = layout(work), make_zip if "zip" in form else make_folder
    if form == "folder in a zip":
        files = {f"downloads/{name}": content for name, content in files.items()}
    if form == "folder":
        files = {name: c for name, c in files.items() if len(name.split("/")[0].encode()) < 255}
    pupils = PUPILS
    if "moodle" in layout.__name__:  # two people of one name, and no number to tell them by
        pupils = [p for p in PUPILS if p.first != "Bob"]
    source = make(tmp_path / ("source.zip" if "zip" in form else "source"), files)
    if form == "folder":
        pupils = [p for p in pupils if any(p.id in str(c) for c in files.values())]
    made = collect(source, roster=roster(tmp_path / "roster.csv"), course=course)
    same_for_all(course, pupils)
    assert len(made.new) == len(pupils)
    if layout.__name__.split("_")[0] in LAYOUTS:
        assert made.platform == layout.__name__.split("_")[0].replace("flat", "moodle")


def test_two_students_of_one_name_wait_until_the_roster_tells_them_apart(course, work, tmp_path):
    bobs = [p for p in PUPILS if p.first == "Bob"]
    source = make_zip(tmp_path / "s.zip", {in_moodle(p, "tiny.ipynb"): work(p.id) for p in bobs})
    made = collect(source, "tiny", roster(tmp_path / "roster.csv"), course)
    assert not made.taken
    assert all("s005 or s006" in why for _, why in made.left)
    numbers = [archives.Pupil(p.id, p.first, p.last, str(int(p.number) + 5_000_000)) for p in bobs]
    collect(source, "tiny", roster(tmp_path / "roster.csv", numbers), course)
    same_for_all(course, bobs)


def test_a_namesake_who_is_not_in_the_roster_gets_nobodys_place(course, work, tmp_path):
    ada, *_ = PUPILS
    other = archives.Pupil("nobody", "Ada", "Lovelace", "99999")
    source = make_zip(
        tmp_path / "s.zip", {in_canvas(p, "tiny.ipynb"): work(p.id) for p in (other, ada)}
    )
    made = collect(source, roster=roster(tmp_path / "roster.csv"), course=course)
    same_for_all(course, [ada])
    assert [why for _, why in made.left] == ["nobody in the roster has this name or number"]


def test_a_number_and_a_name_that_disagree_are_nobodys(course, work, tmp_path):
    ada, zofie = PUPILS[0], PUPILS[2]
    mixed = archives.Pupil("x", zofie.first, zofie.last, ada.number)
    source = make_zip(tmp_path / "s.zip", {in_canvas(mixed, "tiny.ipynb"): work("x")})
    made = collect(source, roster=roster(tmp_path / "roster.csv"), course=course)
    assert not made.taken
    assert "s000's" in made.left[0][1]


TITLES = ["", "sep=;\n", "Course 2026 - participants;;;\n;;;\n", '"Lab, spring; 2026"\r\n\r\n']


@pytest.mark.parametrize("title", TITLES)
def test_a_roster_may_have_lines_above_the_names_of_its_columns(tmp_path, title):
    path = tmp_path / "r.csv"
    table = "Last name;ID;Section\nLovelace;ada;A\n.x;.x;A\n"
    path.write_text(title + table.replace("Last name", "last_name"), newline="")
    students, left_out = read_roster(path)
    assert [(s.id, s.last_name, s.section) for s in students] == [("ada", "Lovelace", "A")]
    assert left_out[0].startswith(f"line {3 + title.count(chr(10))} of the roster")


def test_a_roster_that_lists_nobody_is_an_error_not_a_class_of_strangers(course, work, tmp_path):
    source = make_folder(tmp_path / "s", {"ada/tiny.ipynb": work("ada")})
    for text in ("id,last_name\n", "id,last_name\n,Lovelace\n"):
        (tmp_path / "r.csv").write_text(text)
        with pytest.raises(ClassError, match="lists nobody"):
            collect(source, roster=tmp_path / "r.csv", course=course)
    assert not (course / "submitted").exists()


def test_without_a_roster_names_become_ids_the_same_in_every_run(course, work, tmp_path):
    everybody = make_zip(tmp_path / "a.zip", canvas_layout(work))
    collect(everybody, course=course)
    ids = {about["number"]: student for student, about in registry(course, "tiny").items()}
    assert len(ids) == len(PUPILS)
    for pupil in PUPILS:
        assert f"# {pupil.id}" in handed_in(course, ids[pupil.number])
    again = {in_canvas(p, "tiny-1.ipynb", attachment="999999"): work(p.id + "!") for p in PUPILS}
    collect(make_zip(tmp_path / "b.zip", again, time=(2026, 10, 2, 0, 0, 0)), course=course)
    for pupil in PUPILS:
        assert f"# {pupil.id}!" in handed_in(course, ids[pupil.number])


def test_without_a_roster_one_of_a_name_at_moodle_is_one_student_in_all_labs():
    """Its numbers are of one lab. Two of a name are two, and a number alone is nobody's name."""
    claims = {}

    def ids(lab, *people):
        found = Matcher((), claims).match(people, "moodle", lab)
        for person in people:
            claims.setdefault(found[person].student, []).append([f"moodle {lab}", person.number])
        return [found[person].student for person in people]

    ada, bob = Person("Ada Lovelace", "1"), Person("Bob Miller", "2")
    assert ids("lab1", ada, bob) == ids("lab1", ada, bob) == ["Ada_Lovelace", "Bob_Miller"]
    assert ids("lab2", Person("Bob Miller", "1"), Person("Ada Lovelace", "2")) == [
        "Bob_Miller",
        "Ada_Lovelace",
    ]
    assert ids("lab2", Person("Bob Miller", "3")) == ["Bob_Miller-3"]  # in a later download
    assert ids("lab3", Person("Bob Miller", "4"), Person("Bob Miller", "5")) == [
        "Bob_Miller-4",
        "Bob_Miller-5",
    ]
    anonymous = [ids(lab, Person("Participant", "7")) for lab in ("lab1", "lab2")]
    assert anonymous[0] == ["participant-7"] != anonymous[1]


def test_a_groups_work_is_everybodys_of_the_group(course, work, tmp_path):
    files = {
        "submission_metadata.yml": metadata({5: PUPILS[:3]}),
        "submission_5/tiny.ipynb": work("all"),
    }
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r.csv"), course=course
    )
    assert [taken.student for taken in made.taken] == ["s000", "s001", "s002"]


@pytest.mark.parametrize("groups", [["Group - A"], ["Group - A", "B 2"]])
def test_moodles_group_names_stand_before_the_students(course, work, tmp_path, groups):
    files = {}
    for number, p in enumerate(PUPILS[:4]):
        group = groups[number % len(groups)]
        named = archives.Pupil(p.id, f"{group}-{p.first}", p.last, p.number)
        files[in_moodle(named, "tiny.ipynb").replace("'", "")] = work(p.id)
    collect(make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r.csv"), course=course)
    same_for_all(course, PUPILS[:4])


def test_half_a_name_with_a_hyphen_is_nobodys(course, work, tmp_path):
    """Anne-Marie is not in the roster; Marie, who has the same last name, is."""
    marie = archives.Pupil("marie", "Marie", "Smith", "")
    others = [archives.Pupil("x", "Anne-Marie", "Smith", "5"), PUPILS[0]]
    for number, people in enumerate((others[:1], others)):
        files = {in_moodle(p, "tiny.ipynb"): work(p.id) for p in people}
        source = make_zip(tmp_path / f"{number}.zip", files)
        known = roster(tmp_path / "r.csv", [marie, PUPILS[0]])
        made = collect(source, "tiny", known, course, dry_run=True)
        assert "marie" not in [taken.student for taken in made.taken]


# --- attempts, lateness ------------------------------------------------------------------------


def test_the_newest_attempt_counts_and_the_older_ones_are_kept(course, work, tmp_path):
    ada = PUPILS[0]
    files = {
        in_canvas(ada, "tiny-2.ipynb", late=True, attachment="103"): work("third"),
        in_canvas(ada, "tiny.ipynb", attachment="101"): work("first"),
        in_canvas(ada, "tiny-1.ipynb", attachment="102"): work("second"),
    }
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    (taken,) = made.taken
    assert "# third" in handed_in(course, taken.student)
    kept = sorted(course.glob("attempts/*/tiny/*/tiny.ipynb"))
    assert ["# first" in kept[0].read_text(), "# second" in kept[1].read_text()] == [True, True]
    assert len(kept) == 3
    assert taken.notes[0] == "late"
    assert taken.counts.late


def test_canvas_says_who_was_late_and_the_downloads_time_makes_nobody_late(course, work, tmp_path):
    due = datetime(2026, 9, 1, tzinfo=UTC)
    (course / "course.toml").write_text(f"[labs.tiny]\ndue = {due.isoformat()}\n")
    files = {
        in_canvas(PUPILS[0], "tiny.ipynb"): work("a"),
        in_canvas(PUPILS[1], "tiny.ipynb", late=True): work("b"),
    }
    source = make_zip(tmp_path / "s.zip", files)
    made = collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    assert [(t.student, t.counts.late) for t in made.taken] == [("s000", False), ("s001", True)]
    stamp = (course / "submitted/s000/tiny/timestamp.txt").read_text()
    assert stamp == "2026-09-01 00:00:00.000000 UTC"
    # How late is not known: nobody pays for the days until the download.
    stamp = (course / "submitted/s001/tiny/timestamp.txt").read_text()
    assert stamp == "2026-09-01 00:00:01.000000 UTC"
    assert made.taken[1].notes[0] == "late, counted as one second"
    with open(course / "course.toml", "a") as policy:
        policy.write('late = {penalty = 1, per = "day", grace = "15 min"}\n')
    late = collect(source, course=course).taken[1]
    assert "late, counted as one second and within the grace period" in late.notes


def test_a_file_within_the_grace_period_is_not_late(course, work, tmp_path):
    due = datetime(2026, 10, 10, 11, 50).astimezone().isoformat()  # as the zip: in local time
    rules = 'late = {grace = "15 min"}\n' + f"[labs.tiny]\ndue = {due}\n"
    (course / "course.toml").write_text(rules)
    files = {in_moodle(PUPILS[0], "tiny.ipynb"): work()}
    for minute, late in ((0, False), (16, True)):
        source = make_zip(tmp_path / "s.zip", files, time=(2026, 10, 10, 12, minute, 0))
        taken = collect(source, roster=roster(tmp_path / "r.csv"), course=course, dry_run=True)
        assert taken.taken[0].counts.late == late


@pytest.mark.parametrize("due", ["2026-09-01", "2026-12-01"])
@pytest.mark.parametrize("late", [False, True])
def test_a_download_of_canvas_that_is_collected_after_a_later_one_undoes_nothing(
    course, work, tmp_path, due, late
):
    (course / "course.toml").write_text(f"[labs.tiny]\ndue = {due}\n")
    zips = [
        make_zip(
            tmp_path / f"{number}.zip",
            {in_canvas(PUPILS[0], "tiny.ipynb", late, 7_000 + number): work(f"upload {number}")},
            time=(2026, 10, 1 + number, 12, 0, 0),
        )
        for number in range(3)
    ]
    for number, counts in ((1, 1), (0, 1), (2, 2), (0, 2), (1, 2)):
        made = collect(zips[number], roster=roster(tmp_path / "r.csv"), course=course)
        assert f"# upload {counts}" in handed_in(course, "s000")
        assert ("stays the last" in str(made.taken[0].notes)) is (number == 0 and counts == 1)
        assert registry(course, "tiny")["s000"]["upload"] == 7_000 + counts


def test_without_a_due_date_it_is_said_once_that_canvas_knows_no_times(course, work, tmp_path):
    files = {in_canvas(p, "tiny.ipynb"): work(p.id) for p in PUPILS[:3]}
    source, known = make_zip(tmp_path / "s.zip", files), roster(tmp_path / "r.csv")
    said = summary_lines(collect(source, roster=known, course=course, dry_run=True))
    assert sum("tiny has no due date" in line for line in said) == 1
    (course / "course.toml").write_text("[labs.tiny]\ndue = 2026-09-01\n")
    said = summary_lines(collect(source, roster=known, course=course))
    assert not any("no due date" in line for line in said)


def test_the_policy_says_which_attempt_counts(course, work, tmp_path):
    rules = 'due = 2026-10-02T00:00:00Z\nattempts = "last before the deadline"\n'
    (course / "course.toml").write_text(f"[labs.tiny]\n{rules}")
    for number, day in enumerate((1, 3)):
        files = {"s000/tiny.ipynb": work(f"day {day}")}
        source = make_zip(tmp_path / f"{number}.zip", files, time=(2026, 10, day, 0, 0, 0))
        collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    assert "# day 1" in handed_in(course, "s000")
    assert len(list(course.glob("attempts/s000/tiny/*/tiny.ipynb"))) == 2


def test_gradescopes_time_comes_along(course, work, tmp_path):
    files = {
        "submission_metadata.yml": metadata({5: PUPILS[:1]}, "2026-10-03 23:59:58.5 Z"),
        "submission_5/tiny.ipynb": work("a"),
    }
    collect(make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r.csv"), course=course)
    stamp = (course / "submitted/s000/tiny/timestamp.txt").read_text()
    assert stamp == "2026-10-03 23:59:58.500000 UTC"


def commit(folder, time):
    """Make a repository of a folder, with one commit of this time; returns git's environment."""
    env = {"GIT_COMMITTER_DATE": time, "HOME": str(folder), "PATH": "/usr/bin:/bin"}
    env |= {"GIT_CONFIG_NOSYSTEM": "1"}
    say = ["-c", "user.name=x", "-c", "user.email=x@y"]
    for command in (["init", "-q"], ["add", "."], [*say, "commit", "-qm", "done"]):
        subprocess.run(["git", *command], cwd=folder, env=env, check=True)
    return env


@pytest.mark.parametrize("packed", [False, True])
def test_a_repositorys_time_is_its_last_commits_later_changes_are_told_and_no_hook_runs(
    course, work, tmp_path, packed
):
    for number, pupil in enumerate(PUPILS[:2]):
        folder = make_folder(tmp_path / "repos" / f"hw-{pupil.id}", {"tiny.ipynb": work(pupil.id)})
        env = commit(folder, f"2026-10-0{number + 1}T10:00:00Z")
        if packed:
            subprocess.run(["git", "gc", "-q"], cwd=folder, env=env, check=True)
        trap = f"touch {tmp_path}/trap; false"
        with open(folder / ".git" / "config", "a") as file:
            file.write(f'[core]\n\tfsmonitor = "{trap}"\n\tsshCommand = "{trap}"\n')
            file.write(f'[alias]\n\tcat-file = "!{trap}"\n\tls-tree = "!{trap}"\n')
    first, second = (tmp_path / "repos" / f"hw-{p.id}" / "tiny.ipynb" for p in PUPILS[:2])
    first.write_bytes(first.read_bytes().replace(b"\n", b"\r\n"))  # as Windows checks out
    second.write_bytes(second.read_bytes() + b"\n")
    source = tmp_path / "repos"
    if packed:
        files = {
            str(path.relative_to(source)): path.read_bytes()
            for path in source.rglob("*")
            if path.is_file()
        }
        source = make_zip(tmp_path / "repos.zip", files)
    made = collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    assert made.platform == "github"
    assert [(t.student, t.counts.when.isoformat()) for t in made.taken] == [
        ("s000", "2026-10-01T10:00:00+00:00"),
        ("s001", "2026-10-02T10:00:00+00:00"),
    ]
    changed = "changed after the last commit, dated by that commit"
    assert [changed in t.notes for t in made.taken] == [False, True]
    assert not (tmp_path / "trap").exists()


def test_a_clone_without_a_commit_is_told_for_its_files_have_the_time_of_the_download(
    course, work, tmp_path
):
    for pupil in PUPILS[:3]:
        folder = make_folder(tmp_path / "repos" / f"hw-{pupil.id}", {"tiny.ipynb": work(pupil.id)})
        if pupil is not PUPILS[2]:
            commit(folder, "2026-10-01T10:00:00Z")
    made = collect(tmp_path / "repos", roster=roster(tmp_path / "r.csv"), course=course)
    assert len(made.taken) == 3
    (remark,) = made.remarks
    assert remark.startswith("No commit was found in hw-s002: ")


def test_what_is_in_a_committed_zip_did_not_change_after_the_commit(course, work, tmp_path):
    inner = zipped({"tiny.ipynb": work("s000")})
    folder = make_folder(tmp_path / "repos" / "hw-s000", {"work.zip": inner})
    commit(folder, "2026-10-01T10:00:00Z")
    (taken,) = collect(folder.parent, roster=roster(tmp_path / "r.csv"), course=course).taken
    assert taken.notes == []


# --- the content decides -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("tiny.ipynb.txt", lambda data: data),
        ("tiny.json", lambda data: data),
        ("TINY.IPYNB", lambda data: data),
        ("lab2_conv1d.ipynb", lambda data: data),
        ("Untitled", lambda data: data),
        ("tiny.ipynb", lambda data: b"\xef\xbb\xbf" + data),
        ("tiny.ipynb", lambda data: data.decode().encode("utf-16")),
        ("tiny.ipynb", lambda data: data.decode().encode("utf-16-le")),
        ("work.zip", lambda data: zipped({"tiny.ipynb": data})),
        ("work.zip", lambda data: zipped({"a/b/tiny.ipynb": data, "__MACOSX/a/._tiny.ipynb": b""})),
        ("work.zip", lambda data: zipped({"inner.zip": zipped({"x.ipynb": data})})),
        ("tiny.ipynb", lambda data: without_marks(data)),
    ],
)
def test_a_notebook_is_recognised_by_its_cells(course, work, tmp_path, name, change):
    data = change(json.dumps(work("me")).encode())
    made = collect(make_zip(tmp_path / "s.zip", {in_canvas(PUPILS[0], name): data}), course=course)
    (taken,) = made.taken
    assert taken.lab == "tiny"
    assert "# me" in handed_in(course, taken.student)
    json.loads(handed_in(course, taken.student))


def test_the_time_is_the_uploads_and_not_one_that_a_student_writes_into_a_zip(
    course, work, tmp_path
):
    early = zipped({"tiny.ipynb": work("me")}, time=(2026, 9, 1, 0, 0, 0))
    for name, data in (("w.zip", early), ("v.zip", zipped({"u.zip": early}))):
        source = make_zip(
            tmp_path / name, {in_moodle(PUPILS[0], name): data}, time=(2026, 11, 20, 12, 0, 0)
        )
        (taken,) = collect(source, course=course, dry_run=True).taken
        assert taken.counts.when.strftime("%Y-%m") == "2026-11"
    source = make_zip(tmp_path / "n.zip", {"ada/w.zip": early}, time=(1980, 1, 1, 0, 0, 0))
    os.utime(source, (1.8e9, 1.8e9))  # it does not say when: then at the download
    (taken,) = collect(source, course=course, dry_run=True).taken
    assert taken.counts.when.timestamp() == 1.8e9


def zipped(files, **options):
    made = io.BytesIO()
    make_zip(made, files, **options)
    return made.getvalue()


def without_marks(data):
    notebook = json.loads(data)
    for cell in notebook["cells"]:
        cell["metadata"] = {}
    return json.dumps(notebook).encode()


def test_of_a_blank_and_a_filled_one_the_filled_counts_and_it_is_said(
    course, released, work, tmp_path
):
    files = {
        in_moodle(PUPILS[0], "tiny.ipynb"): blank(released),
        in_moodle(PUPILS[0], "tiny (1).ipynb"): work("me"),
    }
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course
    )
    assert "# me" in handed_in(course, "s000")
    said = "\n".join(summary_lines(made))
    assert "renamed from tiny (1).ipynb" in said
    assert "not the blank tiny.ipynb" in said


def test_a_blank_one_alone_is_collected_and_it_is_said(course, released, tmp_path):
    files = {in_canvas(PUPILS[0], "tiny.ipynb"): blank(released)}
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    assert "blank" in "\n".join(summary_lines(made))
    assert made.new


def test_a_damaged_one_is_collected_as_it_is(course, work, tmp_path):
    files = {
        in_canvas(PUPILS[0], "tiny.ipynb"): b'{"cells": [{"cell',
        in_canvas(PUPILS[1], "tiny.ipynb"): work("me"),
    }
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course
    )
    assert handed_in(course, "s000") == '{"cells": [{"cell'
    assert "cannot be read" in "\n".join(summary_lines(made))


def two_labs(course):
    """A class with a second lab."""
    other = tiny.TEXT.replace("double", "twice").replace("spread", "width").replace("mean", "mid")
    return tiny.make_course(course, "second", other)


@pytest.mark.parametrize(
    "name", ["tiny.ipynb", "Tiny (1).ipynb", "my_tiny-2.ipynb", "tiny/x.ipynb"]
)
def test_a_damaged_file_called_after_a_lab_is_not_another_labs(course, work, tmp_path, name):
    """`--lab` is for files that do not say themselves which lab they are."""
    two_labs(course)
    answered = {"twice": "def twice(x):\n    return 2 * x"}
    second = make_folder(
        tmp_path / "second", {"s000/second.ipynb": tiny.answered(course, "second", **answered)}
    )
    names = roster(tmp_path / "r")
    collect(second, course=course, roster=names)
    right = course / "submitted" / "s000" / "second" / "second.ipynb"
    before = right.read_bytes()
    files = {f"s000/{name}": b'{"cells": [{"cell', "s001/second.ipynb": b"{", "s002/x.ipynb": b"{"}
    made = collect(make_zip(tmp_path / "s.zip", files), lab="second", course=course)
    assert [taken.student for taken in made.taken] == ["s001", "s002"]
    assert made.left == [(f"s000/{name}", "it cannot be read, and is called tiny, not second")]
    assert right.read_bytes() == before


@pytest.mark.parametrize("platform", [in_canvas, in_moodle])
@pytest.mark.parametrize("what", ["blank", "empty", "truncated"])
def test_a_blank_or_damaged_one_replaces_no_work_in_a_later_archive_either(
    course, released, work, tmp_path, platform, what
):
    """It is set aside, and the command that is said lets it count."""
    names = roster(tmp_path / "r")
    first = {platform(PUPILS[0], "tiny.ipynb"): work("me")}
    collect(make_zip(tmp_path / "1.zip", first), course=course, roster=names)
    bad = {"blank": json.dumps(blank(released)).encode(), "empty": b"", "truncated": b'{"cells": ['}
    files = {platform(PUPILS[0], "tiny-1.ipynb"): bad[what]}
    source = make_zip(tmp_path / "2.zip", files, time=(2026, 10, 2, 12, 0, 0))
    for dry in (True, False, False):
        made = collect(source, course=course, dry_run=dry)
        (taken,) = made.taken
        assert "# me" in handed_in(course, "s000")
        assert taken.notes[0].startswith("set aside: what was handed in at 2026-")
        assert ("blank" if what == "blank" else "cannot be read") in "; ".join(taken.notes)
        assert "1 matched, 0 new, 1 set aside, 0 late" in "\n".join(summary_lines(made))
    (kept,) = course.glob("collected/originals/tiny/s000/*")
    assert kept.read_bytes() == bad[what]
    (remark,) = (r for r in made.remarks if "cp " in r)
    command = remark[remark.index("cp ") :].replace("FILE", kept.name)
    command = command.replace("ID", "s000").replace("LAB", "tiny")
    subprocess.run(command, shell=True, check=True)
    assert (course / "submitted/s000/tiny/tiny.ipynb").read_bytes() == bad[what]


@pytest.mark.parametrize("platform", [in_canvas, in_moodle])
def test_after_a_damaged_one_the_right_archive_brings_the_work_back(
    course, work, tmp_path, platform
):
    """However the damaged one came to count: here it was the first, and then by hand."""
    names, day = roster(tmp_path / "r"), (2026, 10, 9, 12, 0, 0)
    files = {platform(PUPILS[0], "tiny.ipynb"): b"{"}
    collect(make_zip(tmp_path / "0.zip", files, time=day), "tiny", names, course)
    files = {platform(PUPILS[0], "tiny-1.ipynb"): work("me")}
    source = make_zip(tmp_path / "1.zip", files)
    collect(source, course=course)
    assert "# me" in handed_in(course, "s000")
    tiny.hand_in(course, "s000", b"{")
    (taken,) = collect(source, course=course).taken
    assert taken.notes[0].startswith("counts again")
    assert "# me" in handed_in(course, "s000")
    (taken,) = collect(source, course=course).taken
    assert taken.notes[0] == "as before"


def test_as_before_is_not_said_of_what_does_not_count(course, work, tmp_path):
    names, sources = roster(tmp_path / "r"), []
    for number in range(2):
        files = {in_canvas(PUPILS[0], f"tiny-{number}.ipynb"): work(f"try {number}")}
        sources.append(make_zip(tmp_path / f"{number}.zip", files))
        collect(sources[-1], course=course, roster=names)
    made = collect(sources[0], course=course)
    assert made.taken[0].notes[0].startswith("collected before, but what was handed in at 2026-")
    assert "# try 1" in handed_in(course, "s000")
    (remark,) = (r for r in made.remarks if "cp " in r)
    first = min(course.glob("attempts/s000/tiny/2*"))
    command = remark[remark.index("cp ") :].replace("TIME", first.name)
    command = command.replace("ID", "s000").replace("LAB", "tiny")
    subprocess.run(command, shell=True, check=True)
    assert "# try 0" in handed_in(course, "s000")
    assert collect(sources[0], course=course).taken[0].notes[0] == "as before"


def test_a_folder_that_is_no_download_is_not_listed_to_its_end(course, work, tmp_path):
    files = {f"{n:03}/{n}.conf": "a = 1" for n in range(100)}
    made = collect(make_folder(tmp_path / "etc", files), "tiny", course=course)
    said = list(summary_lines(made))
    assert len(made.left) == 100
    assert len(said) < 30
    assert "  and 80 more" in said
    files["s000/tiny.ipynb"] = work("me")  # of a download, every file is
    made = collect(make_folder(tmp_path / "etc", files), "tiny", course=course)
    assert sum(".conf" in line for line in summary_lines(made)) == 100


def test_in_canvas_each_file_of_a_student_has_a_name_of_its_own(course, work, tmp_path):
    files = {
        in_canvas(PUPILS[0], "tiny.ipynb"): work("me"),
        in_canvas(PUPILS[0], "myutils.py", attachment="7"): "x = 1",
    }
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    assert not made.left
    assert "copy myutils into it" in made.taken[0].notes[0]


def test_of_the_handed_out_files_beside_a_notebook_nothing_is_said(course, work, tmp_path):
    """A repository, or the whole folder in a zip, has `lib` in it: a hundred files."""
    files = {
        "hw-s000/tiny.ipynb": work("me"),
        "hw-s000/README.txt": "Unpack",
        "hw-s000/.github/workflows/classroom.yml": "on: push",
        "hw-s000/lib/checking.py": "def check(): pass",
        "hw-s000/lib/rule_words/inputs.py": "WORDS = {}",
        "hw-s001/work.zip": zipped({"all/n/tiny.ipynb": work("you"), "all/lib/checking.py": "x=1"}),
        "hw-s002/tiny.ipynb": work("other"),
        "hw-s002/lib/my_own.py": "x = 1",
    }
    source = make_folder(tmp_path / "repos", files)
    made = collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    assert not made.left
    assert [taken.notes for taken in made.taken] == [
        [],
        [],
        ["only the notebook is graded, not my_own.py; copy my_own into it"],
    ]


def test_other_files_are_told_once_and_modules_by_name(course, work, tmp_path):
    files = {
        in_moodle(PUPILS[0], "tiny.ipynb"): work("me"),
        in_moodle(PUPILS[0], "myutils.py"): "x = 1",
        in_moodle(PUPILS[0], "photo.png"): b"png",
        in_moodle(PUPILS[1], "essay.pdf"): b"pdf",
        in_moodle(PUPILS[2], "tiny.py"): "# %%\ndef double(x):\n    return 2 * x\n",
    }
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course
    )
    (taken,) = made.taken
    assert taken.notes == [
        "only the notebook is graded, not myutils.py, photo.png; copy myutils into it"
    ]
    assert [why for _, why in made.left] == [
        "it is not a notebook: ask for the .ipynb",
        "it is not a notebook: ask for the .ipynb",
    ]


def test_a_notebook_and_a_zip_of_one_count_whatever_they_are_called(course, work, tmp_path):
    packed = make_zip(tmp_path / "p.zip", {"tiny.ipynb": work("packed")}).read_bytes()
    again = make_zip(tmp_path / "q.zip", {"tiny.ipynb": packed}).read_bytes()
    files = {
        in_moodle(PUPILS[0], "tiny.zip"): work("plain"),
        in_moodle(PUPILS[1], "tiny.ipynb"): packed,
        in_moodle(PUPILS[2], "tiny.ipynb"): again,
        in_moodle(PUPILS[3], "tiny.zip"): b"\0 neither",
    }
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course
    )
    assert "# plain" in handed_in(course, PUPILS[0].id)
    assert "# packed" in handed_in(course, PUPILS[1].id)
    (left,) = made.left
    assert "damaged zip" in left[1]
    (last,) = [taken for taken in made.taken if taken.student == PUPILS[2].id]
    assert "it is a zip archive" in last.notes[0]  # a zip that was renamed, in such a zip


def test_jupyters_copy_is_named_if_the_notebook_is_not_there(course, work, tmp_path):
    copy = ".ipynb_checkpoints/tiny-checkpoint.ipynb"
    files = {
        "ada/tiny.ipynb": work("ada"),
        f"ada/{copy}": work("before"),
        f"bob/{copy}": work("bob"),
        f"__MACOSX/bob/{copy.replace('tiny', '._tiny')}": b"\0",
    }
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    assert [taken.student for taken in made.taken] == ["ada"]
    ((path, why),) = made.left
    assert path == f"bob/{copy}"
    assert "ask for the .ipynb" in why


def test_a_download_without_a_notebook_says_of_each_file_why_it_does_not_count(course, tmp_path):
    files = {
        in_canvas(PUPILS[0], "tiny.html"): "<html>",
        in_canvas(PUPILS[1], "tiny.rar"): b"Rar!",
        in_canvas(PUPILS[2], "other.ipynb"): json.dumps(
            {"cells": [{"cell_type": "code", "source": "x"}]}
        ),
    }
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    assert not made.taken
    assert sorted(why for _, why in made.left) == [
        "it is not a notebook: ask for the .ipynb",
        "it is not a notebook: ask for the .ipynb",
        "its cells are those of no lab",
    ]


def test_a_download_of_damaged_notebooks_says_which_and_asks_for_the_lab(course, tmp_path):
    name = in_canvas(PUPILS[0], "homework.ipynb")
    with pytest.raises(Problem, match="--lab LAB") as error:
        collect(make_zip(tmp_path / "s.zip", {name: "{"}), course=course)
    assert name in str(error.value)


def test_what_is_no_download_at_all_is_told_in_a_sentence(course, work, tmp_path):
    whole = make_zip(tmp_path / "s.zip", {in_canvas(PUPILS[0], "tiny.ipynb"): work("me")})
    half = tmp_path / "half.zip"
    half.write_bytes(whole.read_bytes()[:-200])
    with pytest.raises(Problem, match=r"half\.zip has no end: download it once more"):
        collect(half, course=course)
    (tmp_path / "nothing").mkdir()
    for empty in (make_zip(tmp_path / "empty.zip", {}), tmp_path / "nothing"):
        with pytest.raises(Problem, match=f"{empty.name} is empty"):
            collect(empty, course=course)
    with pytest.raises(Problem, match="save it as CSV"):  # what a spreadsheet saves by itself
        collect(whole, roster=whole, course=course)


@pytest.mark.parametrize("rest", ["", 's3,"Cy",Doe\n'])
def test_a_quotation_mark_that_is_not_closed_swallows_no_student(rest, course, work, tmp_path):
    source = make_zip(tmp_path / "s.zip", {in_canvas(PUPILS[0], "tiny.ipynb"): work("x")})
    names = tmp_path / "roster.csv"
    names.write_text(f'id,first_name,last_name\ns1,"Ada,Lovelace\ns2,Bob,Miller\n{rest}')
    with pytest.raises(Problem, match=r"roster\.csv is not a CSV file: .*closed"):
        collect(source, roster=names, course=course)


def test_a_note_and_a_licence_beside_a_notebook_are_no_damaged_notebooks(course, work, tmp_path):
    files = {
        in_moodle(PUPILS[0], "tiny.ipynb"): work("me"),
        in_moodle(PUPILS[0], "notes.txt"): b"\xef\xbb\xbfPlease read it on the train.",
        in_moodle(PUPILS[0], "LICENSE"): b"MIT License",
    }
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    (taken,) = made.taken
    assert taken.notes == ["only the notebook is graded, not LICENSE, notes.txt"]
    assert "# me" in handed_in(course, taken.student)


def test_what_came_late_and_is_dated_early_is_said_not_to_count(course, work, tmp_path):
    who = in_moodle(PUPILS[0], "tiny.ipynb")
    source = make_zip(tmp_path / "a.zip", {who: work("first")}, time=(2026, 10, 9, 12, 0, 0))
    collect(source, course=course)
    source = make_zip(tmp_path / "b.zip", {who: work("second")}, time=(2026, 10, 2, 12, 0, 0))
    for dry in (True, False):
        (taken,) = collect(source, course=course, dry_run=dry).taken
        assert taken.notes[0].startswith("dated 2026-10-0")
        assert taken.notes[0].endswith("collected earlier, which stays the last")
        assert "# first" in handed_in(course, taken.student)


# --- again -------------------------------------------------------------------------------------


def everything(course):
    return {
        str(path.relative_to(course)): path.read_bytes()
        for path in course.rglob("*")
        if path.is_file() and ".locks" not in path.parts and "gradebook" not in path.name
    }


def test_a_user_name_may_have_the_sign_that_ends_an_assignments_name(course, work, tmp_path):
    pupils = [archives.Pupil(id, "A", id, "") for id in ("ada", "jane_doe", "doe")]
    files = {in_blackboard(p, "my_lab.ipynb"): work(p.id) for p in pupils}
    files[in_blackboard(pupils[0], "b.ipynb", assignment="Other")] = b"{}"  # misplaced
    source = make_zip(tmp_path / "gradebook.zip", files)
    collect(source, roster=roster(tmp_path / "roster.csv", pupils), course=course)
    same_for_all(course, pupils)


def test_an_assignment_and_users_may_be_numbers_as_in_canvas(course, work, tmp_path):
    pupils = [archives.Pupil(f"2021034{n}", "A", str(n), "") for n in range(3)]
    files = {in_blackboard(p, "tiny.ipynb", assignment="Lab_1"): work(p.id) for p in pupils}
    files |= {
        in_blackboard(p, "", assignment="Lab_1")[:-1] + ".txt": f"Name: A ({p.id})" for p in pupils
    }
    source, known = make_zip(tmp_path / "s.zip", files), roster(tmp_path / "r.csv", pupils)
    collect(source, roster=known, course=course)
    same_for_all(course, pupils)


@pytest.mark.parametrize("users", [["s_1", "s_2", "s_3"], ["jane_doe"]])
def test_user_names_may_all_begin_alike(course, work, tmp_path, users):
    pupils = [archives.Pupil(user, "A", user, "") for user in users]
    files = {in_blackboard(p, "tiny.ipynb"): work(p.id) for p in pupils}
    source, known = make_zip(tmp_path / "s.zip", files), roster(tmp_path / "r.csv", pupils)
    collect(source, roster=known, course=course)
    same_for_all(course, pupils)


@pytest.mark.parametrize("name", [in_blackboard, in_brightspace])
def test_of_two_attempts_the_later_one_counts_at_the_time_in_its_name(
    course, work, tmp_path, name, monkeypatch
):
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    early, late = {
        in_blackboard: ("2026-10-01-09-05-00", "2026-10-01-23-59-58"),
        in_brightspace: ("Oct 1, 2026 905 AM", "Oct 1, 2026 1159 PM"),
    }[name]
    try:
        files = {
            name(PUPILS[0], "a.ipynb", late): work("late"),
            name(PUPILS[0], "b.ipynb", early): work("early"),
        }
        source = make_zip(tmp_path / "download.zip", files)
        (taken,) = collect(source, course=course).taken
    finally:
        monkeypatch.undo()
        time.tzset()
    assert taken.counts.piece.file == "a.ipynb"
    assert f"{taken.counts.when:%m-%d %H:%M}" == "10-02 03:59"


@pytest.mark.parametrize(
    "name",
    [
        in_blackboard(PUPILS[0], "tiny.ipynb", "2026-13-41-25-61-61"),
        in_blackboard(PUPILS[0], "tiny.ipynb", "0001-01-01-00-00-00"),
        in_brightspace(PUPILS[0], "tiny.ipynb", "Smarch 40, 2026 9999 PM"),
        in_brightspace(PUPILS[0], "tiny.ipynb", "1 octobre, 2026 1530"),
    ],
)
def test_a_time_that_is_none_is_the_files_own(course, work, tmp_path, name):
    made = collect(make_zip(tmp_path / "download.zip", {name: work("ada")}), course=course)
    assert made.taken[0].counts.when.year == 2026


@pytest.mark.parametrize(
    "in_a_zip",
    [
        in_blackboard(PUPILS[0], "work.zip", "2026-10-01-09-05-00"),
        in_brightspace(PUPILS[0], "work.zip", "Oct 1, 2026 905 AM"),
        "submission_1/work.zip",
    ],
)
def test_what_is_in_a_zip_was_handed_in_when_the_platform_says(course, work, tmp_path, in_a_zip):
    inner = zipped({"u.zip": zipped({"tiny.ipynb": work("me")})}, time=(2026, 12, 1, 0, 0, 0))
    files = {in_a_zip: inner}
    if in_a_zip.startswith("submission"):
        said = metadata({1: [PUPILS[0]]}, when="2026-10-01 09:05:00.000000000 Z")
        files["submission_metadata.yml"] = said
    source = make_zip(tmp_path / "download.zip", files, time=(2026, 11, 1, 0, 0, 0))
    (taken,) = collect(source, course=course).taken
    assert f"{taken.counts.when:%m-%d}" == "10-01"


def test_whose_a_file_is_says_blackboard_and_not_what_a_student_calls_it(course, work, tmp_path):
    eve, ada = PUPILS[3], PUPILS[0]
    of_adas = in_blackboard(ada, "tiny.ipynb", "2026-09-01-12-00-00")
    files = {in_blackboard(eve, of_adas): work(eve.id)}
    files |= {in_blackboard(p, "tiny.ipynb"): work(p.id) for p in PUPILS[4:7]}
    source, known = make_zip(tmp_path / "gradebook.zip", files), roster(tmp_path / "roster.csv")
    collect(source, roster=known, course=course)
    same_for_all(course, PUPILS[3:7])


def test_who_handed_in_only_a_text_at_blackboard_is_listed(course, work, tmp_path):
    files = {in_blackboard(p, "tiny.ipynb"): work(p.id) for p in PUPILS[:2]}
    files |= {in_blackboard(p, "")[:-1] + ".txt": "Name: somebody" for p in PUPILS[:3]}
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r.csv"), course=course
    )
    ((shown, why),) = made.left
    assert PUPILS[2].id in shown
    assert "no file" in why


@pytest.mark.parametrize(
    "when",
    [
        "Oct 1, 2026 3:30 PM",
        "Oct 1, 2026 3_30 PM",
        "01 October 2026 330 PM",
        "1 Oct. 2026 1530",
    ],
)
@pytest.mark.parametrize("flat", [False, True])
def test_brightspace_writes_a_time_in_several_ways(course, work, tmp_path, when, flat):
    files = {in_brightspace(p, "tiny.ipynb", when, flat): work(p.id) for p in PUPILS[:4]}
    source = make_zip(tmp_path / "s.zip", files)
    made = collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    assert made.platform == "brightspace"
    same_for_all(course, PUPILS[:4])
    local = {taken.counts.when.astimezone().strftime("%m-%d %H:%M") for taken in made.taken}
    assert local == {"10-01 15:30"}


@pytest.mark.parametrize(
    "when",
    [
        *("12 octobre 2026 1010", "12 de octubre de 2026 10:10", "den 12 oktober 2026 1010"),
        *("2026年10月12日 1010", "12 أكتوبر, 2026 1010", "12. Okt. 2026 10.10", "12/10/2026 1010"),
        *(
            "12 outubro, 2026 10h10",
            "12 Ekim 2026 10 10",
            "12.10.2026 1010",
            "12 oktober 2026 1010 fm",
        ),
    ],
)
@pytest.mark.parametrize("flat", [True, False])
def test_a_time_of_brightspaces_in_another_language_is_told_and_the_zip_dates_the_file(
    course, work, tmp_path, when, flat
):
    files = {
        in_brightspace(p, "tiny.ipynb", when.replace("/", "-"), flat): work(p.id)
        for p in PUPILS[:4]
    }
    source = make_zip(tmp_path / "s.zip", files)
    made = collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    assert (made.platform, len(made.taken)) == ("brightspace", 4)
    assert {taken.counts.when.date().isoformat() for taken in made.taken} == {"2026-10-01"}
    assert sum("4 files will be dated by the zip" in remark for remark in made.remarks) == 1


@pytest.mark.parametrize("when", ["2026-10-12 1010", "12 oct. 2026 1010", "Oct 12, 2026 10:10 AM"])
def test_a_time_of_brightspaces_that_can_be_read_needs_no_remark(course, work, tmp_path, when):
    files = {in_brightspace(PUPILS[0], "tiny.ipynb", when): work()}
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    assert made.taken[0].counts.when.astimezone().isoformat()[:16] == "2026-10-12T10:10"
    assert made.remarks == []


@pytest.mark.parametrize(
    "called", ["{id} {first} {last}", "{number} {last}", "{id} {last}", "Group 1 - {first} {last}"]
)
def test_brightspace_may_write_an_id_or_a_group_before_the_name(course, work, tmp_path, called):
    pupils = [p for p in PUPILS[:8] if p.first != "Bob"]
    files = {}
    for number, p in enumerate(pupils):
        name = called.format(id=p.id, first=p.first, last=p.last, number=p.number)
        files[f"9{number}-407563 - {name} - Oct 1, 2026 330 PM/tiny.ipynb"] = work(p.id)
    source = make_zip(tmp_path / "s.zip", files)
    collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    same_for_all(course, pupils)


@pytest.mark.parametrize("layout", LAYOUTS.values())
def test_a_second_run_changes_nothing_and_a_dry_run_neither(course, work, tmp_path, layout):
    source, names = make_zip(tmp_path / "s.zip", layout(work)), roster(tmp_path / "r.csv")
    before = everything(course)
    dry = collect(source, roster=names, course=course, dry_run=True)
    assert everything(course) == before
    first = collect(source, roster=names, course=course)
    assert [t.student for t in dry.new] == [t.student for t in first.new]
    before = everything(course)
    again = collect(source, roster=names, course=course)
    assert not again.new
    assert len(again.taken) == len(first.taken)
    assert everything(course) == before


def test_run_again_only_what_is_new_is_added(course, work, tmp_path):
    files = {in_canvas(p, "tiny.ipynb"): work(p.id) for p in PUPILS[:3]}
    names = roster(tmp_path / "r.csv")
    collect(make_zip(tmp_path / "a.zip", files), roster=names, course=course)
    files[in_canvas(PUPILS[5], "tiny.ipynb")] = work(PUPILS[5].id)
    made = collect(make_zip(tmp_path / "b.zip", files), course=course)
    assert [taken.student for taken in made.new] == ["s005"]


def test_an_id_that_changes_in_the_roster_is_told_for_the_grades_stay_under_the_other(
    course, work, tmp_path
):
    files = {in_canvas(p, "tiny.ipynb"): work(p.id) for p in PUPILS[:2]}
    source = make_zip(tmp_path / "a.zip", files)
    collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    renamed = [replace(PUPILS[0], id="married"), *PUPILS[1:]]
    again = roster(tmp_path / "again.csv", renamed)
    made = collect(source, roster=again, course=course, dry_run=True)
    notes = {taken.student: taken.notes for taken in made.taken}
    assert notes == {"married": ["s000 until now"], "s001": ["as before"]}
    assert "give back the id there" in " ".join(made.remarks)
    collect(source, roster=again, course=course)
    forget("married", course)  # as it was said
    made = collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    assert {taken.student: taken.notes for taken in made.taken} == {
        "s000": ["as before"],
        "s001": ["as before"],
    }


def test_what_was_handed_in_by_another_way_is_kept(course, work, tmp_path):
    old = tiny.hand_in(course, "s000", work("by hand"))
    (old.parent / "timestamp.txt").write_text("2026-09-01 00:00:00 UTC")
    files = {in_canvas(PUPILS[0], "tiny.ipynb"): work("new")}
    collect(make_zip(tmp_path / "a.zip", files), roster=roster(tmp_path / "r"), course=course)
    assert "# new" in handed_in(course, "s000")
    assert any("by hand" in p.read_text() for p in course.glob("attempts/s000/tiny/*/tiny.ipynb"))


def test_the_archive_is_kept_as_it_was(course, work, tmp_path):
    source = make_zip(tmp_path / "a.zip", canvas_layout(work))
    data = source.read_bytes()
    collect(source, course=course)
    assert source.read_bytes() == data
    assert [path.read_bytes() for path in course.glob("collected/archives/*.zip")] == [data]


def test_the_gradebook_gets_names_addresses_and_numbers(course, work, tmp_path):
    files = {in_canvas(PUPILS[0], "tiny.ipynb"): work("a")}
    collect(make_zip(tmp_path / "a.zip", files), roster=roster(tmp_path / "r"), course=course)
    with nbgrader_api(course).gradebook as gradebook:
        row = gradebook.find_student("s000")
        said = row.first_name, row.last_name, row.email, row.lms_user_id
    assert said == ("Ada", "Lovelace", "s000@example.org", "70000")


# --- hostile -----------------------------------------------------------------------------------


def link(name, target):
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target


@pytest.mark.parametrize(
    ("name", "kind", "sentence"),
    [
        ("../../../../tmp/evil_1_2_tiny.ipynb", 0, "leads out"),
        ("/etc/evil_1_2_tiny.ipynb", 0, "leads out"),
        ("C:\\evil_1_2_tiny.ipynb", 0, "leads out"),
        ("..\\evil_1_2_tiny.ipynb", 0, "leads out"),
        ("evil_1_2_tiny.ipynb", stat.S_IFLNK, "a link"),
        ("evil_1_2_tiny.ipynb", stat.S_IFCHR, "a device"),
        ("evil_1_2_tiny.ipynb", stat.S_IFBLK, "a device"),
        ("evil_1_2_tiny.ipynb", stat.S_IFIFO, "a pipe"),
    ],
)
def test_a_hostile_entry_gets_a_sentence_and_costs_nobody_else(
    course, work, tmp_path, name, kind, sentence
):
    source = make_zip(
        tmp_path / "s.zip", {in_canvas(p, "tiny.ipynb"): work(p.id) for p in PUPILS[:3]}
    )
    with zipfile.ZipFile(source, "a") as archive:
        info = zipfile.ZipInfo(name)
        info.external_attr = (kind | 0o644) << 16
        archive.writestr(info, json.dumps(work("evil")))
    made = collect(source, roster=roster(tmp_path / "r"), course=course)
    same_for_all(course, PUPILS[:3])
    assert any(sentence in why for _, why in made.left), made.left


@pytest.mark.parametrize("where", ["outside", "inside"])
def test_a_bomb_gets_a_sentence(course, work, tmp_path, where):
    bomb = {"bomb.ipynb": b" " * (90 << 20)}
    name = in_canvas(PUPILS[1], "tiny.ipynb" if where == "outside" else "tiny.zip")
    data = bomb["bomb.ipynb"] if where == "outside" else zipped(bomb)
    files = {in_canvas(PUPILS[0], "tiny.ipynb"): work("s000"), name: data}
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course
    )
    same_for_all(course, PUPILS[:1])
    assert any("bomb" in why for _, why in made.left)


def test_zips_in_zips_without_end_get_a_sentence(course, work, tmp_path):
    data = zipped({"tiny.ipynb": work("deep")})
    for _ in range(6):
        data = zipped({"a.zip": data})
    files = {
        in_canvas(PUPILS[0], "tiny.ipynb"): work("s000"),
        in_canvas(PUPILS[1], "a.zip"): data,
    }
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course
    )
    same_for_all(course, PUPILS[:1])
    assert any("zips in zips" in why for _, why in made.left)


def test_a_large_directory_is_refused_before_it_is_read(course, tmp_path, monkeypatch):
    from grading.lms import archive

    source = make_zip(tmp_path / "s.zip", {"a" * 200: "x"})
    monkeypatch.setattr(archive, "MAX_DIRECTORY", 200)
    monkeypatch.setattr(zipfile, "ZipFile", lambda file: pytest.fail("It was read."))
    with pytest.raises(Problem, match="files"):
        collect(source, course=course)


def test_many_entries_are_refused(course, tmp_path, monkeypatch):
    from grading.lms import archive

    monkeypatch.setattr(archive, "MAX_ENTRIES", 50)
    files = {f"{n}/x": "" for n in range(51)}
    for source in (make_zip(tmp_path / "s.zip", files), make_folder(tmp_path / "s", files)):
        with pytest.raises(Problem, match="more than 50"):
            collect(source, course=course)


def test_an_encrypted_entry_gets_a_sentence(course, work, tmp_path):
    files = {in_canvas(p, "tiny.ipynb"): work(p.id) for p in PUPILS[:2]}
    source = make_zip(tmp_path / "s.zip", files)
    data = bytearray(source.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    source.write_bytes(data)
    made = collect(source, roster=roster(tmp_path / "r"), course=course)
    same_for_all(course, PUPILS[:1])
    assert any("encrypted" in why for _, why in made.left)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no", b"PK\x05\x06" + b"\xff" * 18, b"text"])
def test_what_is_no_zip_is_told(course, tmp_path, content):
    (tmp_path / "s.zip").write_bytes(content)
    with pytest.raises(Problem):
        collect(tmp_path / "s.zip", course=course)


def test_links_devices_and_pipes_in_a_folder_are_not_followed(course, work, tmp_path):
    import os

    source = make_folder(tmp_path / "s", {"s000/tiny.ipynb": work("s000")})
    (source / "s001").mkdir()
    (source / "s001" / "tiny.ipynb").symlink_to(source / "s000" / "tiny.ipynb")
    (source / "s002").symlink_to(source / "s000")
    (source / "s003").mkdir()
    os.mkfifo(source / "s003" / "tiny.ipynb")
    made = collect(source, roster=roster(tmp_path / "r"), course=course)
    same_for_all(course, PUPILS[:1])
    assert sorted(why for _, why in made.left) == [
        "it is a link, not a file",
        "it is a link, not a file",
        "it is a pipe, not a file",
    ]


def test_names_that_are_no_utf8_and_backslashes_are_read(course, work, tmp_path):
    source = tmp_path / "s.zip"
    with zipfile.ZipFile(source, "w") as archive:
        for name in (b"Jos\xe9 Garc\xeda", "Žofie Černá".encode()):
            info = zipfile.ZipInfo("x")
            raw = name + b"_123_assignsubmission_file_\\tiny.ipynb"
            info.filename = raw.decode("cp437")
            archive.writestr(info, json.dumps(work(PUPILS[4 if b"Jos" in name else 2].id)))
    data = source.read_bytes()
    for name in (b"Jos\xe9 Garc\xeda", "Žofie Černá".encode()):
        coded = name.decode("cp437").encode()
        assert coded in data
        padded = name + b"_123_assignsubmission_file_\\tiny.ipynb"
        assert padded
    # zipfile writes UTF-8 and says so; what says nothing is made by hand
    source.write_bytes(
        raw_zip(
            {
                b"Jos\xe9 Garc\xeda_123_assignsubmission_file_\\tiny.ipynb": work("s004"),
                "Žofie Černá_124_assignsubmission_file_\\tiny.ipynb".encode(): work("s002"),
            }
        )
    )
    collect(source, roster=roster(tmp_path / "r"), course=course)
    same_for_all(course, [PUPILS[2], PUPILS[4]])


def raw_zip(files):
    """A zip whose names are bytes in a code that nothing names."""
    made = io.BytesIO()
    stand_ins = {}
    with zipfile.ZipFile(made, "w") as archive:
        for number, (name, content) in enumerate(files.items()):
            stand_in = f"{number}".rjust(len(name), "x")
            stand_ins[stand_in.encode()] = name
            archive.writestr(zipfile.ZipInfo(stand_in), json.dumps(content))
    data = made.getvalue()
    for stand_in, name in stand_ins.items():
        data = data.replace(stand_in, name)
    return data


def test_what_is_printed_steers_no_terminal(course, work, tmp_path):
    from grading.terminal import printable

    name = "evil\x1b[2J\nAll 180 students passed_1_2_tiny.ipynb"
    files = {in_canvas(PUPILS[0], "tiny.ipynb"): work("a"), name: b"\x1b", "\u202ereversed": b"x"}
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course
    )
    for line in summary_lines(made):
        assert printable(line).isprintable()


def test_the_platforms_metadata_can_be_hostile(course, tmp_path):
    for text in ("a: &a [x]\nb: !!python/object/apply:os.system ['true']", "- " * 5_000, ": :"):
        files = {"submission_metadata.yml": text, "submission_5/tiny.ipynb": "{}"}
        try:
            made = collect(make_zip(tmp_path / "s.zip", files), course=course)
        except Problem as problem:
            said = str(problem)
        else:
            assert not made.taken
            ((_, said),) = made.left
        assert "submission_metadata.yml" in said


def test_a_lab_that_there_is_not_is_told(course, tmp_path):
    with pytest.raises(Problem, match="tiny"):
        collect(make_zip(tmp_path / "s.zip", {"a/b": "x"}), "lab99", course=course)


def test_names_compose_the_same_way(course, work, tmp_path):
    files = {f"{normalize('NFD', 'Žofie Černá')}/tiny.ipynb": work("s002")}
    collect(make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course)
    same_for_all(course, [PUPILS[2]])


def test_times_of_folders_are_those_of_the_files(course, work, tmp_path):
    import os

    source = make_folder(tmp_path / "s", {"s000/tiny.ipynb": work("s000")})
    when = datetime(2026, 10, 1, 12, tzinfo=UTC)
    os.utime(source / "s000" / "tiny.ipynb", (when.timestamp(), when.timestamp()))
    made = collect(source, roster=roster(tmp_path / "r"), course=course)
    assert abs(made.taken[0].counts.when - when) < timedelta(seconds=1)


def test_the_matcher_is_tested_for_what_it_must_not_do():
    """The twin: two people who are told apart by nothing are never matched."""
    matcher = Matcher([Student("a", "Bob", "Miller"), Student("b", "Bob", "Miller")], {})
    matches = matcher.match([Person("Bob Miller", "1"), Person("Bob Miller", "2")], "moodle", "x")
    assert not any(match.student for match in matches.values())


def test_a_module_that_was_not_handed_in_is_told_once_where_it_fails(released, tmp_path):
    from grading.classroom.autograde import autograde

    course = tiny.make_course(tmp_path / "class")
    double = "import myutils\n\ndef double(x):\n    return myutils.twice(x)"
    mean = "import myutils\n\ndef mean(x):\n    return sum(x) / len(x)"
    tiny.hand_in(course, "ada", tiny.answered(course, double=double, mean=mean))
    done = autograde(tiny.LAB, course, jobs=1, executor=tiny.graders(), say=lambda line: None)
    (result,) = done.graded
    said = "\n".join(result.remarks)
    assert said.count("The grader has no `myutils`: do without it if it is a package") == 1
    assert "The cell double raised" in said


def test_a_file_without_a_name_is_left_and_costs_nobody_anything(course, work, tmp_path):
    ada = PUPILS[0]
    source = make_zip(
        tmp_path / "s.zip", {in_canvas(ada, "tiny.ipynb"): work(ada.id), "zzzz": "no name"}
    )
    data = source.read_bytes()
    assert data.count(b"zzzz") == 2
    nameless = data.replace(b"zzzz", b"\0zzz")  # zipfile cuts a name where a zero byte is
    source.write_bytes(nameless)
    assert "" in [info.filename for info in zipfile.ZipFile(source).infolist()]
    made = collect(source, roster=roster(tmp_path / "r.csv"), course=course)
    assert [taken.student for taken in made.taken] == [ada.id]
    assert any("zero byte" in why for _, why in made.left)


def test_a_zip_of_many_files_is_unpacked_once_whatever_their_number(tmp_path, monkeypatch):
    """Once for each file, a zip of 400 kB kept the class waiting for an hour."""
    inner = zipped({f"n{number}.ipynb": "{}" for number in range(40)})
    middle = zipped({"a.zip": inner, "b.zip": inner, "c.ipynb": "{}"})
    source = make_zip(tmp_path / "s.zip", {"ada/work.zip": middle})
    unpacked = []
    opened_one = zipfile.ZipFile.open

    def counted(archive, member, *more):
        unpacked.append(getattr(member, "filename", member))
        return opened_one(archive, member, *more)

    monkeypatch.setattr(zipfile.ZipFile, "open", counted)
    with opened(source) as found:
        (outer,) = found.entries
        files = inside(outer)
        for _ in range(2):
            assert {file.read() for file in files} == {b"{}"}
    assert len(files) == 81
    zips = [name for name in unpacked if name.endswith(".zip")]
    assert len(zips) < 10  # and not 2 * 81


def test_canvas_puts_late_before_an_anonymous_student(course, work, tmp_path):
    files = {
        "LATE_anon_Xy12z_90000001_tiny.ipynb": work("late"),
        "anon_Ab3de_90000002_tiny.ipynb": work("in time"),
    }
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    assert [(t.student, t.counts.late) for t in made.taken] == [
        ("anon_Ab3de", False),
        ("anon_Xy12z", True),
    ]


def test_without_a_roster_files_called_after_student_and_lab_are_the_students(
    course, work, tmp_path
):
    """Otherwise ada would be somebody else in each lab."""
    files = {"ada_tiny.ipynb": work("ada"), "tiny-bob.ipynb": work("bob")}
    made = collect(make_folder(tmp_path / "s", files), course=course)
    assert [taken.student for taken in made.taken] == ["ada", "bob"]


@pytest.mark.parametrize("listed", [True, False])
@pytest.mark.parametrize(
    "name",
    [
        "{} - tiny.ipynb",
        "Copy of {} - tiny.ipynb",
        "{} - Copy of tiny.ipynb",
        "{} - tiny(1).ipynb",
        "{} - Kopie von tiny.ipynb",
        "Copie de Copie de {} - tiny.ipynb",
        "「{} - tiny」的副本.ipynb",
        '{} - Копия блокнота "tiny".ipynb',
        "tiny - {} - Copy (2).ipynb",
    ],
)
def test_a_copy_that_has_a_students_name_is_the_students(course, work, tmp_path, name, listed):
    """As Google Classroom, Drive, Colab and Windows name copies, in any language."""
    files = {name.format(f"{p.first} {p.last}"): work(p.id) for p in PUPILS[:3]}
    files |= {f"{PUPILS[0].first} {PUPILS[0].last} - tiny.ipynb": work(PUPILS[0].id)}
    known = roster(tmp_path / "r.csv") if listed else None
    made = collect(make_folder(tmp_path / "s", files), roster=known, course=course)
    names = {p.id if listed else f"{p.first} {p.last}" for p in PUPILS[:3]}
    assert ({taken.student for taken in made.taken}, made.left) == (names, [])


@pytest.mark.parametrize("listed", [True, False])
def test_a_copy_that_has_no_students_name_is_nobodys(course, work, tmp_path, listed):
    names = [
        *("Copy of tiny.ipynb", "Copy_of_tiny.ipynb", "tiny(1).ipynb", "tiny - Copy.ipynb"),
        *("Kopie von tiny.ipynb", "tiny (Kopie).ipynb", "tiny のコピー.ipynb", "tiny-Copy1.ipynb"),
        *(
            "“tiny.ipynb”的副本",
            "“tiny_ipynb”的副本.ipynb",
            "tiny adlı not defterinin kopyası.ipynb",
            *("tiny의 사본.ipynb", "tiny - 사본.ipynb"),
        ),
    ]
    files = {name: work(name) for name in names}
    known = roster(tmp_path / "r.csv") if listed else None
    made = collect(make_folder(tmp_path / "s", files), roster=known, course=course)
    assert (made.taken, {name for name, _ in made.left}) == ([], {*names})
    assert {why.partition(":")[0] for _, why in made.left} == {"its owner is unknown"}


def test_a_title_beside_a_students_name_does_not_hide_it_and_no_part_of_a_name_is_one(
    course, work, tmp_path
):
    files = {f"{p.first} {p.last} - Lab 1 - Dot.ipynb": work(p.id) for p in PUPILS[:3]}
    files[f"Jean - {PUPILS[3].first} {PUPILS[3].last}.ipynb"] = work("another Jean")
    files[f"{PUPILS[4].id} - {PUPILS[5].id} - Lab 1 - Dot.ipynb"] = work("two")
    made = collect(
        make_folder(tmp_path / "s", files), roster=roster(tmp_path / "r.csv"), course=course
    )
    assert {taken.student for taken in made.taken} == {p.id for p in PUPILS[:3]}
    assert len(made.left) == 2


@pytest.mark.parametrize("make", [make_zip, make_folder])
def test_a_notebook_too_large_for_memory_is_taken_without_its_outputs(
    course, work, tmp_path, monkeypatch, make
):
    from grading.lms import archive, matching

    for module in (archive, matching):
        monkeypatch.setattr(module, "MAX_FILE", 20_000)
    notebook = work("s000")
    printed = [f"{number}\n" for number in range(20_000)]
    cell = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": printed}]
    files = {"s000/tiny.ipynb": notebook}
    made = collect(make(tmp_path / "s", files), roster=roster(tmp_path / "r"), course=course)
    same_for_all(course, PUPILS[:1])
    assert "19999" not in handed_in(course, "s000")
    assert any("outputs dropped" in note for note in made.taken[0].notes)


def test_a_damaged_gradebook_is_a_sentence_and_nothing_is_written(course, work, tmp_path):
    (course / "gradebook.db").write_bytes(b"no database" * 500)
    make_folder(tmp_path / "in", {"ada/tiny.ipynb": work("ada")})
    with pytest.raises(Problem, match="gradebook is damaged"):
        collect(tmp_path / "in", course=course)
    assert not (course / "submitted").exists()


@pytest.mark.parametrize(
    "name",
    [
        "a_assignsubmission_file_b.ipynb",
        "a_attempt_2026-10-10-10-10-10_b.ipynb",
        "+tiny+2026-10-10 10:10:10 UTC",
    ],
)
def test_no_students_file_name_makes_the_class_another_platforms(course, work, tmp_path, name):
    files = {in_canvas(pupil, "tiny.ipynb"): work(pupil.id) for pupil in PUPILS[:3]}
    files[in_canvas(PUPILS[3], name)] = work("hostile")
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r"), course=course
    )
    assert made.platform == "canvas"
    assert {taken.student for taken in made.taken} >= {pupil.id for pupil in PUPILS[:3]}


def test_no_students_file_name_makes_folders_another_platforms(course, work, tmp_path):
    files = {f"{pupil.id}/tiny.ipynb": work(pupil.id) for pupil in PUPILS[:3]}
    files["eve/a_assignsubmission_file_b.ipynb"] = work("hostile")
    made = collect(make_folder(tmp_path / "s", files), course=course)
    assert made.platform == "plain"
    assert {taken.student for taken in made.taken} == {"eve", *(p.id for p in PUPILS[:3])}


ADA, EVE, BOB = (
    archives.Pupil(n, n.title(), "Doe", f"{k}7") for k, n in enumerate(["ada", "eve", "bob"], 1)
)
FLAT = [in_canvas, in_blackboard, partial(in_moodle, flat=True), partial(in_brightspace, flat=True)]


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("forged", FLAT)
@pytest.mark.parametrize("real", [*FLAT, in_moodle, in_brightspace])
def test_no_file_name_hands_in_for_somebody_else(course, work, tmp_path, real, forged, alone):
    """Also where no other file says which platform a download comes from."""
    files = {real(EVE, forged(ADA, "tiny.ipynb")): work("eve")}
    files |= {} if alone else {real(BOB, "tiny.ipynb"): work("bob")}
    names = roster(tmp_path / "r", [ADA, EVE, BOB])
    made = collect(make_zip(tmp_path / "s.zip", files), roster=names, course=course)
    taken = {taken.student for taken in made.taken}
    if real is forged and real is FLAT[2]:  # whose display name may be anything
        assert taken == (set() if alone else {"bob"})
        assert "it could be Eve Doe's or Ada Doe's" in "\n".join(summary_lines(made))
    else:
        assert taken == ({"eve"} if alone else {"eve", "bob"})


@pytest.mark.parametrize("folder", ["eve", "Eve Doe", "eve+tiny+2026-10-01 12:00:00 UTC"])
@pytest.mark.parametrize(
    "inner", [*FLAT, in_moodle, in_brightspace, lambda p, name: f"{p.id}/{name}"]
)
@pytest.mark.parametrize("arriving", [True, False])
def test_what_stands_in_a_students_folder_is_the_students(
    course, work, tmp_path, folder, inner, arriving
):
    """Also where nobody else has handed in, and in the folder that `watch` looks at."""
    source = make_folder(tmp_path / "in", {f"{folder}/{inner(ADA, 'tiny.ipynb')}": work("eve")})
    names = roster(tmp_path / "r", [ADA, EVE, BOB])
    made = collect(source, roster=names, course=course, arrived={folder} if arriving else None)
    assert [taken.student for taken in made.taken] == ["eve"]


def test_a_name_with_moodles_format_in_it_is_nobodys(course, work, tmp_path):
    """A display name may end as Moodle ends it for somebody else."""
    files = {in_moodle(ADA, "tiny.ipynb", flat=True): work("ada")}
    eve = in_moodle(EVE, "tiny.ipynb", flat=True)
    files[in_moodle(ADA, eve, flat=True)] = work("eve")
    made = collect(
        make_zip(tmp_path / "s.zip", files), roster=roster(tmp_path / "r", [ADA]), course=course
    )
    assert [len(taken.attempts) for taken in made.taken] == [1]
    assert "# ada" in handed_in(course, "ada")
    assert "it could be Ada Doe's or Eve Doe's" in "\n".join(summary_lines(made))


@pytest.mark.parametrize(
    ("each", "why"),
    [
        ({f"{n}": b"" for n in range(1_000)}, "more than 5,000 files, those in its zips included"),
        ({f"{n}": b" " * 300_000 for n in range(4)}, "unpack to more than 4 MB"),
    ],
)
def test_zips_in_a_zip_share_its_limits(course, work, tmp_path, monkeypatch, each, why):
    """Else 200 kB of zips three deep become millions of files."""
    monkeypatch.setattr("grading.lms.archive.MAX_NESTED_BYTES", 4 << 20)
    small = zipped(each)
    hostile = zipped({f"{n}.zip": small for n in range(6)})
    files = {"eve/s.zip": hostile, "ada/tiny.ipynb": work("ada")}
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    assert [taken.student for taken in made.taken] == ["ada"]
    ((path, said),) = made.left
    assert path == "eve/s.zip"
    assert why in said


def test_no_student_fills_the_summary(course, work, tmp_path):
    files = {f"ada/{n}/tiny.ipynb": work(f"{n}") for n in range(50)}
    files |= {f"eve/{n}.zip": b"PK" for n in range(50)} | {"bob/tiny.txt": b"mine"}
    long = "a" * 60_000  # a zip can hold such a name, though no disk can
    files["bob/long.zip"] = zipped({f"{long}.ipynb": b"", f"../{long}": b"", f"b/{long}/c": b""})
    made = collect(make_zip(tmp_path / "s.zip", files), course=course)
    said = list(summary_lines(made))
    assert len(said) < 30
    assert max(map(len, said)) < 1_000
    assert "  eve: and 30 more files" in said
    assert any(line.startswith("  bob/tiny.txt: ") for line in said)


@pytest.mark.parametrize("odd", [None, "folder", "pipe", "link"])
def test_what_a_student_handed_in_beside_a_notebook_stops_no_later_download(
    course, work, tmp_path, odd
):
    """As through the exchange, or by hand: it stays with that attempt."""
    old = tiny.hand_in(course, "s000", work("first")).parent
    (old / "timestamp.txt").write_text("2026-12-01 00:00:00 UTC")
    if odd == "folder":
        (old / "data").mkdir()
    elif odd == "pipe":
        os.mkfifo(old / "data")
    elif odd == "link":
        (old / "data").symlink_to(tmp_path)
    for upload in ("1", "2"):
        files = {in_canvas(PUPILS[0], "tiny.ipynb", attachment=upload): work(f"upload {upload}")}
        source = make_zip(tmp_path / f"{upload}.zip", files)
        collect(source, roster=roster(tmp_path / "r"), course=course)
    assert "# upload 2" in handed_in(course, "s000")
    assert len(list(course.glob("attempts/s000/tiny/*/tiny.ipynb"))) == 3


@pytest.mark.parametrize("odd", ["/proc/self/mem", "bob", ""])
def test_a_download_follows_no_link_in_the_place_of_a_notebook(course, work, tmp_path, odd):
    """Nor does a file of any size that was put there stop it: all of it is not read."""
    bobs = tiny.hand_in(course, "s001", work("bob"))
    path = tiny.hand_in(course, "s000", work("first"))
    path.unlink()
    if odd:
        path.symlink_to(bobs if odd == "bob" else odd)
    else:
        path.touch()
        os.truncate(path, 1 << 40)
    source = make_zip(tmp_path / "s.zip", {in_canvas(PUPILS[0], "tiny.ipynb"): work("bob")})
    made = collect(source, roster=roster(tmp_path / "r"), course=course)
    assert [taken.student for taken in made.new] == ["s000"]
    assert not path.is_symlink()
    assert "# bob" in handed_in(course, "s000")


@pytest.mark.parametrize("is_github", [True, False])
def test_a_repository_dates_nobody_elses_work(course, work, tmp_path, is_github):
    """One in a student's folder may be called as somebody else's folder, or as that around all."""
    around = tmp_path / "in" / "around"
    tops = [make_folder(around / name, {"tiny.ipynb": work(name)}) for name in "abcd"]
    for top in tops if is_github else ():
        commit(top, "2026-10-01T10:00:00Z")
    for name in ("b", "around"):
        commit(make_folder(tops[0] / name, {"x.txt": name}), "2030-01-01T10:00:00Z")
    made = collect(tmp_path / "in", course=course, dry_run=True)
    assert [taken.student for taken in made.taken] == list("abcd")
    assert {taken.counts.when.year for taken in made.taken} <= {2026, datetime.now(UTC).year}
    assert made.platform == ("github" if is_github else "plain")


def test_what_arrives_is_dated_by_no_commit(course, work, tmp_path):
    folder = make_folder(tmp_path / "in" / "eve", {"tiny.ipynb": work("eve")})
    commit(folder, "2020-01-01T10:00:00Z")
    (taken,) = collect(tmp_path / "in", course=course, arrived={"eve"}).taken
    assert taken.counts.when.year != 2020


@pytest.mark.parametrize("account", ["eve", "ada", "jovyan"])
def test_nobody_hands_in_for_another_through_the_exchange(
    course, work, tmp_path, monkeypatch, account
):
    """All may write there. An account that is no student's, as a hub's, says nothing."""
    source = tmp_path / "inbound"
    folder = "ada+tiny+2020-01-01 12:00:00 UTC+x"
    make_folder(source, {f"{folder}/tiny.ipynb": work("x")})
    monkeypatch.setattr("grading.lms.archive._account", lambda number: account)
    names = roster(tmp_path / "r", [ADA, EVE, BOB])
    made = collect(source, roster=names, course=course, dry_run=True)
    assert [taken.student for taken in made.taken] == ["ada"] * (account != "eve")
    said = "it says that it is ada's, and the account is eve's"
    assert (said in "\n".join(summary_lines(made))) == (account == "eve")


def test_nobody_keeps_another_from_handing_in_through_the_exchange(
    course, work, tmp_path, monkeypatch
):
    source, time = tmp_path / "inbound", "+tiny+2026-10-01 12:00:00 UTC"
    make_folder(source, {f"{name}{time}/tiny.ipynb": work(name) for name in ("ada", "Ada")})
    eves = (source / f"Ada{time}" / "tiny.ipynb").stat().st_ino
    seen = archive._file

    def owned(item, path):
        return replace(seen(item, path), owner="eve" if item.inode() == eves else "ada")

    monkeypatch.setattr(archive, "_file", owned)
    names = roster(tmp_path / "r", [ADA, EVE, BOB])
    (taken,) = collect(source, roster=names, course=course).taken
    assert taken.student == "ada"
    assert "# ada" in handed_in(course, "ada")


@pytest.mark.parametrize(
    "name",
    ["eve+tiny+2020-01-01 12:00:00 UTC/tiny.ipynb", "T_eve_attempt_2020-01-01-12-00-00_tiny.ipynb"],
)
def test_what_arrives_is_dated_by_no_name(course, work, tmp_path, name):
    make_folder(tmp_path / "in", {name: work("eve")})
    (taken,) = collect(tmp_path / "in", course=course, arrived={name.partition("/")[0]}).taken
    assert taken.counts.when.year != 2020
