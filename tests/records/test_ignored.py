"""Nothing that a verb writes about a class is ever a file that git would take."""

import re
import shutil
import subprocess

import pytest
from quick import give, grade
from tiny import LAB, answered

from grading.pages.feedback import feedback
from grading.pages.report import report
from grading.paths import COURSE, ROOT
from grading.records.backup import backup, restore
from grading.records.export import export
from grading.records.points import scores
from grading.records.status import status
from grading.records.submissions import add_attempt


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_every_file_that_any_verb_writes_is_ignored(course, tmp_path):
    import json
    from datetime import UTC, datetime

    given = {path for path in course.rglob("*") if "labs" in path.parts}
    (course / "course.toml").write_text('labs.tiny = {due = 2026-10-01, attempts = "best"}')
    (course / "downloaded" / LAB).mkdir(parents=True)
    (course / "downloaded" / LAB / "class.zip").write_text("x")
    notebook = json.dumps(answered(course)).encode()
    add_attempt(course, LAB, "ann", {f"{LAB}.ipynb": notebook}, datetime(2026, 9, 1, tzinfo=UTC))
    grade(course)
    give(course, "ann", "why", 1)
    feedback(LAB, course)
    report(LAB, course)
    report(LAB, course, hide_names=True)
    scores(LAB, course)
    status(LAB, course)
    export(course / "grades.csv", course)
    restore(backup(course), course)
    (course / ".release" / LAB).mkdir(parents=True)  # what a killed command leaves
    (course / ".release" / LAB / "release.json").write_text("{}")
    (course / ".restore.ready").mkdir()
    (course / ".restore.ready" / "gradebook.db").write_text("x")

    written = [p for p in course.rglob("*") if p.is_file() and p not in given]
    written = [p for p in written if "notebooks" not in p.relative_to(course).parts]
    assert len(written) > 20
    names = [str(COURSE.relative_to(ROOT) / p.relative_to(course)) for p in written]
    answer = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],
        cwd=ROOT, input="\n".join(names), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert sorted(set(names) - set(answer.stdout.splitlines())) == []


def test_a_backup_puts_back_the_class_as_it_was(course):
    grade(course)
    give(course, "ann", "why", 1, comment="Good.")
    before = scores(LAB, course)
    path = backup(course)
    shutil.rmtree(course / "submitted" / "ann")
    give(course, "ann", "why", 0)
    (course / "course.toml").write_text("attempts = 'best'")
    restore(path, course)
    assert scores(LAB, course) == before
    assert not (course / "course.toml").read_text()
    assert grade(course).skipped == 2


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_what_the_pages_have_you_put_into_the_projects_folder_is_ignored():
    """An archive, a roster: they name people, and `git add .` must not take them."""
    pages = [ROOT / "docs" / "instructors.md", *(ROOT / "docs" / "platforms").glob("*.md")]
    text = "\n".join(page.read_text() for page in pages)
    lines = re.findall(r"^python -m grading (.*?)(?: +#.*)?$", text, re.M)
    words = {word for line in lines for word in line.split() if "://" not in word}
    names = {word for word in words if word.endswith((".zip", ".csv"))}
    names |= {"inbox/ada.ipynb", "lab1-submissions/lab1-ada/lab1_dot.ipynb"}
    assert {"submissions.zip", "roster.csv", "worksheet.csv"} < names
    answer = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],
        cwd=ROOT, input="\n".join(names), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert names == set(answer.stdout.splitlines())
