"""How long do the verbs of a large class take? Collect, status, scores, and a due date moved.

    python benchmarks/classes.py [--students 1000] [--lab lab1_dot]

A class is made up and collected from a Canvas archive; its grades are written without running any
code, for what is measured is everything around that. Printed are CPU seconds of this process, which
say the same on a busy machine, and the seconds that each may take for 1,000 students.
"""

import argparse
import csv
import json
import sys
import tempfile
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import quick

import grading.classroom.processes
from grading.authoring.release import release_notebook
from grading.authoring.source import source_notebook
from grading.classroom.autograde import autograde
from grading.lms.collect import collect
from grading.records.points import scores
from grading.records.status import status

POLICY = """late = {{penalty = "10 %", per = "day"}}
[labs.{lab}]
due = 2026-09-{day}T23:59:00
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--students", type=int, default=1000)
    parser.add_argument("--lab", default="lab1_dot")
    options = parser.parse_args()
    by_hand = lambda graders, job: quick.grade_by_hand(job)  # noqa: E731
    grading.classroom.processes.Graders.grade = by_hand
    with tempfile.TemporaryDirectory(prefix="class-") as folder:
        measure(Path(folder), options.lab, options.students)


def measure(folder, lab, students):
    course = folder / "class"
    source = source_notebook(lab)
    release_notebook(lab, source, course, course / "notebooks", say=lambda _: None, yes=True)
    archive, roster = handed_in(folder, course, lab, students)
    measured("collect", 10, lambda: collect(archive, roster=roster, course=course))
    measured("collect again", 10, lambda: collect(archive, roster=roster, course=course))
    autograde(lab, course=course, jobs=1)
    measured("status", 2, lambda: status(lab, course))
    measured("scores", 2, lambda: scores(lab, course))
    for day in (20, 22):
        (course / "course.toml").write_text(POLICY.format(lab=lab, day=day))
        measured("a due date moved", 5, lambda: status(lab, course))


def handed_in(folder, course, lab, students):
    """A Canvas archive of the class, each notebook another one, and its roster."""
    notebook = json.loads((course / "release" / lab / f"{lab}.ipynb").read_text())
    answers = [c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("solution")]
    archive, roster = folder / "submissions.zip", folder / "roster.csv"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed, open(roster, "w") as file:
        rows = csv.writer(file)
        rows.writerow(["id", "first_name", "last_name", "lms_id"])
        for number in range(students):
            for cell in answers:
                cell["source"] = f"# RIGHT\ndef answer():\n    return {number}"
            name = f"lovelace{number}ada_{70_000 + number}_{number}_{lab}.ipynb"
            packed.writestr(name, json.dumps(notebook))
            rows.writerow([f"s{number:05}", "Ada", f"Lovelace {number}", 70_000 + number])
    return archive, roster


def measured(name, most, work):
    since = time.process_time()
    work()
    print(f"{name:20} {time.process_time() - since:6.2f} s of CPU  (at most {most})", flush=True)


if __name__ == "__main__":
    main()
