"""A made-up class, graded for real: what `make grade` shows.

It has its own folder and is made anew each time; a real class is never touched.
"""

import contextlib
import random
import re
import shutil
import textwrap
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import nbformat

from grading.authoring.release import release
from grading.authoring.source import write_notebook
from grading.classroom.autograde import autograde
from grading.classroom.processes import Graders
from grading.engine.limits import end_with_parent
from grading.labfile import facts, mark_of, out_of_bounds
from grading.pages.feedback import feedback
from grading.pages.report import report
from grading.paths import HERE, lab_names, unknown_lab
from grading.quality.bank import own_solutions, right_solutions, slips
from grading.records.hurried import hurried_gradebooks
from grading.records.points import scores

DEMO = HERE / "demo"


def demo(folder=DEMO, labs=None):
    """Make the demo class in `folder`, grade it, write its pages and print the table.

    Parameters
    ----------
    folder : pathlib.Path
        Removed first, if it is there.
    labs : list of str, optional
        All labs by default.
    """
    start = time.monotonic()
    labs = labs or lab_names()
    for lab in set(labs) - set(lab_names()):
        raise unknown_lab(lab, lab_names())
    shutil.rmtree(folder, ignore_errors=True)
    print("Releasing the labs")
    remarks, written = {}, []
    with (
        contextlib.closing(Graders()) as graders,
        hurried_gradebooks(),
        ProcessPoolExecutor(1, get_context("spawn"), end_with_parent) as pages,
    ):
        # Slow starters start in the background; pages are written while the next lab is graded.
        graders.prepare(out_of_bounds(labs[0]))
        pages.submit(_be_ready)
        release(
            labs, course=folder, notebooks=folder / "notebooks", say=lambda line: print(" ", line)
        )
        kinds = make_class(folder, labs)
        for lab in labs:
            for result in autograde(lab, course=folder, executor=graders).graded:
                remarks[result.student, lab] = " ".join(result.remarks)
            written.append(pages.submit(_write_pages, lab, folder))
        print("Writing feedback and reports")
        for each in written:
            each.result()
    print_table([score for lab in labs for score in scores(lab, folder)], kinds, remarks)
    seconds = time.monotonic() - start
    print(
        f"\n{len(kinds)} submissions graded in {seconds:.0f} s.\n"
        f"A page for each student:     {shown(folder)}/feedback/<student>/<lab>/<lab>.html\n"
        f"A report on each lab:        {shown(folder)}/reports/<lab>.html, and .csv\n"
        f"The same without names:      {shown(folder)}/reports/<lab>_nameless.html, and .csv\n"
        f"The notebooks as handed in:  {shown(folder)}/submitted/"
    )


def _be_ready():
    """Do nothing: to run this, the process has loaded what it needs."""


def _write_pages(lab, folder):
    feedback(lab, course=folder)
    report(lab, course=folder)
    report(lab, course=folder, hide_names=True)


def make_class(folder, labs):
    """Write the submissions; return the kind of each, by (student, lab)."""
    kinds = {}
    for lab in labs:
        own = own_solutions(lab)
        names = list(own)
        other = {name: source for name, _, source in right_solutions(lab)}
        wrong = [slip for slip in slips(lab) if slip.fails == slip.fails_sandboxed]
        random.Random(lab).shuffle(wrong)
        submissions = [
            ("ada", "right", own),
            ("blaise", "right, in another way", own | other),
            ("emmy", "half done", {name: own[name] for name in names[: len(names) // 2]}),
            ("felix", "blank", {}),
        ]
        for student, some in (("carl", wrong[:1]), ("dora", wrong[1:4])):
            answers = own | {slip.name: slip.source for slip in some}
            what = "; ".join(f"{slip.name}: {slip.slip.replace('_', ' ')}" for slip in some)
            submissions.append((student, what or "right", answers))
        for student, kind, answers in submissions:
            # Not every student does every lab: the demo takes some seconds.
            if student in facts(lab).demo:
                hand_in(folder, student, lab, answers)
                kinds[student, lab] = kind
    broken = folder / "submitted" / "grace" / labs[0] / f"{labs[0]}.ipynb"
    broken.parent.mkdir(parents=True)
    broken.write_text('{"cells": [{"cell_type": "code", "sou')
    kinds["grace", labs[0]] = "broken file"
    return kinds


def print_table(rows, kinds, remarks):
    """Print each student, lab, points, what was handed in and what failed."""
    print(f"\n{'student':8} {'lab':16} {'points':>9}  what was handed in / what failed")
    for score in rows:
        pair = score.student, score.lab
        failed = ", ".join(test.removeprefix("test_") for test in score.failed)
        if len(score.failed) > 8:
            failed = f"{len(score.failed)} tests"
        print(
            f"{score.student:8} {score.lab:16} {score.points:>4g}/{score.out_of:<4g}  {kinds[pair]}"
        )
        for line in textwrap.wrap(f"{remarks.get(pair, '')} {failed}".strip(), 62):
            print(f"{'':36}{line}")


def shown(path):
    """A path as the user would type it."""
    return path.relative_to(HERE) if path.is_relative_to(HERE) else path


def hand_in(folder, student, lab, answers):
    """Put a submission into a class: the released notebook with `answers`, by name, filled in."""
    notebook = nbformat.read(folder / "notebooks" / lab / f"{lab}.ipynb", as_version=4)
    for cell in notebook.cells:
        mark = mark_of(cell)
        if mark.kind == "solution" and mark.name in answers:
            cell.source = _as_written(answers[mark.name])
    path = folder / "submitted" / student / lab / f"{lab}.ipynb"
    path.parent.mkdir(parents=True)
    write_notebook(notebook, path)


def _as_written(source):
    """Remove the lab's solution markers and the bank's notes, which no student's cell has."""
    source = re.sub(r"^ *### (BEGIN|END) SOLUTION(\n|\Z)", "", source, flags=re.M).rstrip()
    return re.sub(r'\A"""(?:.|\n)*?"""\s*', "", source)
