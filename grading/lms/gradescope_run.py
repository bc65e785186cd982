"""Grade one submission on Gradescope: ``python -m grading.lms.gradescope_run ROOT``.

Writes ``ROOT/results/results.json`` in Gradescope's format. Without a sandbox it writes nothing:
Gradescope then says that the autograder failed, instead of giving 0 points.
"""

import json
import secrets
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from grading.classroom.processes import grade_one
from grading.engine.model import Job, Result
from grading.lms.archive import ZIP, Entry, Refused, inside, is_of_the_system, opened
from grading.lms.early import plain, verdicts, waiting
from grading.lms.notebooks import as_utf8, look_at, may_be_notebook, released_labs
from grading.paths import ROOT, Problem
from grading.records.version import ENGINE
from grading.whole import write_whole

LATER = "after_published"
MAX_NOTES = 10
MAX_FILES = 2_000


def run(root: str | Path) -> None:
    """Grade the submission below `root`."""
    root = Path(root)
    about = json.loads((ROOT / "lab.json").read_text(encoding="utf-8"))
    lab = about["lab"]
    data, notes = _notebook(root / "submission", lab)
    files = ((f"{lab}.ipynb", data),) if data is not None else ()
    job = Job(
        lab=lab,
        student="the student",
        files=files,
        teacher=about["teacher"],
        seed=secrets.randbits(32),
        out_of_bounds=tuple(about["out_of_bounds"]),
    )
    content = results(grade_one(job), notes)
    write_whole(root / "results" / "results.json", json.dumps(content, indent=1))


def _notebook(folder: Path, lab: str) -> Any:
    """The notebook handed in, as UTF-8, or None; and remarks about it."""
    labs = {name: known for name, known in released_labs().items() if name == lab}
    names, others, notes = [], [], []
    best: Any = None  # its rank, bytes and look; of the others only the names are kept
    try:
        with opened(folder) as source:
            entries, odd = _files(source.entries[:MAX_FILES])
            notes += odd
            for entry in entries[:MAX_FILES]:
                if not may_be_notebook(entry.name):
                    others.append(entry.name)
                    continue
                try:
                    data = entry.read()
                except Refused as error:
                    notes.append(f"{entry.name} was not read: {error}.")
                    continue
                look = look_at(entry.name, data, labs)
                exact = entry.name == f"{lab}.ipynb"
                if look.lab or exact:
                    names.append(entry.name)
                    rank = (bool(look.lab), look.answered, exact, entry.name)
                    if best is None or rank > best[0]:
                        best = rank, data, look
                else:
                    others.append(entry.name)
    except Refused as error:
        notes.append(f"The submission was not read: {error}.")
    notes[MAX_NOTES:] = ["There are more remarks like these."] * (len(notes) > MAX_NOTES)
    if best is None:
        return None, [*notes, f"There is no notebook of {lab}: hand in {lab}.ipynb."]
    (*_, name), data, look = best
    if name != f"{lab}.ipynb":
        notes.append(f"The notebook is called {name}; {lab}.ipynb was expected.")
    names.remove(name)
    if names:
        several = ", ".join(sorted(names)[:4])
        notes.append(f"There are several notebooks: {name} is graded, not {several}.")
    if others:
        notes.append(f"Only the notebook is graded, not {', '.join(sorted(others)[:4])}.")
    return data if look.plain or not look.lab else as_utf8(data), notes


def _files(entries: Iterable[Entry]) -> tuple[list[Entry], list[str]]:
    """The files of a submission, with those in its zips; and remarks on zips that were not read."""
    files: list[Entry] = []
    notes: list[str] = []
    for entry in entries:
        if is_of_the_system(entry):
            continue
        if not _is_zip(entry):
            files.append(entry)
            continue
        try:
            files += inside(entry)
        except Refused as error:
            notes.append(f"{entry.name} was not read: {error}.")
    return files, notes


def _is_zip(entry: Entry) -> bool:
    """Whether a file is a zip, whatever it is called: an intact one, or one that says so."""
    if not may_be_notebook(entry.name):
        return False
    try:
        data = entry.read()
    except Refused:
        return False  # it will be said
    is_called_one = entry.name.lower().endswith(".zip")
    return data.startswith(ZIP) or (is_called_one and not data.lstrip().startswith(b"{"))


def results(result: Result, notes: Iterable[str] = ()) -> dict[str, Any]:
    """What Gradescope shows: points of each test, why it failed, and the idea behind it."""
    tests, later = [], []
    numbers: dict[str, tuple[int, list[str]]] = {}
    for verdict in verdicts(result):
        number = numbers.setdefault(verdict.exercise, (len(numbers) + 1, []))
        number[1].append(verdict.name)
        hidden = "A hidden part of this test failed." * verdict.hidden
        said = [verdict.message, hidden, verdict.idea]
        tests.append(
            {
                "name": f"{verdict.exercise}: {verdict.name}",
                "number": f"{number[0]}.{len(number[1])}",
                "score": round(verdict.score, 6),
                "max_score": verdict.out_of,
                "status": "passed" if verdict.score >= verdict.out_of else "failed",
                "output": "\n".join(filter(None, said)),
                "output_format": "text",
                "visibility": "visible",
            }
        )
        if verdict.later:
            later.append(
                {
                    "name": f"{verdict.exercise}: a hint, and the smallest case that fails",
                    "number": f"{number[0]}.0",
                    "output": verdict.later,
                    "output_format": "text",
                    "visibility": LATER,
                }
            )
    by_hand = waiting(result)
    lines = [*notes, *result.remarks]
    if by_hand:
        lines.append(f"Written answers are graded by hand: {', '.join(by_hand)}.")
    return {
        "score": round(result.points, 6),
        "output": plain("\n".join(lines)),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [*tests, *later],
        "extra_data": {"seed": result.seed, "grader": ENGINE[:8]},
    }


if __name__ == "__main__":
    try:
        run(sys.argv[1])
    except Problem as problem:
        sys.exit(str(problem))
