"""The feedback page: points, what failed and why, hints, and the notebook as it ran.

It is one file that opens anywhere, without script or network. Strangers wrote its contents, so the
template escapes everything, texts go through `untrusted_html`, and only text and PNG outputs are
shown. Of a hidden test it shows only the name and the general part of the message.
"""

import contextlib
import json
import os
import re
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from nbconvert.exporters import HTMLExporter
from tqdm import tqdm

from grading.engine.limits import end_with_parent
from grading.labfile import mark_of
from grading.pages import svg
from grading.pages.cells import ANSI, shown_cells, source_of
from grading.pages.failures import MAX_MESSAGE, failure_of
from grading.pages.rendering import templates
from grading.paths import COURSE, ClassError
from grading.records.nbgrader import InApplication, nbgrader_api
from grading.records.points import read_lab, read_works
from grading.records.settle import settle
from grading.records.write import NOTHING
from grading.whole import write_whole
from lib.messages import MISSING, is_left_over

CHECK = re.compile("Check · (.+) · [^·]+")  # a check's title, before its points
MANY = 100  # pages; from here on starting processes, one second, pays off


# --- the class ---------------------------------------------------------------------------------


def feedback(lab, course=COURSE, students=None, db=None):
    """Write the feedback pages of a lab, one for each student who has a grade.

    Parameters
    ----------
    lab : str
    course : pathlib.Path
    students : list of str, optional
        Only these.
    db : str, optional
        URL of the gradebook, if it is not the class's own file.

    Returns
    -------
    list of pathlib.Path
        ``<course>/feedback/<student>/<lab>/<lab>.html``, where nbgrader's own would be.
    """
    api = nbgrader_api(course, db)
    settle(api, lab, course)
    about = read_lab(api, lab)
    works = read_works(api, lab, students)
    if not works:
        raise ClassError(f"Nobody has a grade for {lab}: run `python -m grading autograde {lab}`.")
    places = [
        (
            _place(api.coursedir, api.coursedir.feedback_directory, work.student, lab, "html"),
            _place(api.coursedir, api.coursedir.autograded_directory, work.student, lab, "ipynb"),
        )
        for work in works
    ]
    tasks = (repeat(about), works, *zip(*places, strict=True))
    with _processes(len(works)) as each_of:
        done = each_of(_write_page, *tasks)
        bar = tqdm(done, f"{lab}: feedback", len(works), unit="page", delay=1, leave=False)
        return list(bar)


@contextlib.contextmanager
def _processes(count):
    """A `map` function: the built-in one, or a pool's if there is enough work."""
    if count < MANY:
        yield map
        return
    context = get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), context, end_with_parent) as pool:
        try:
            yield partial(pool.map, chunksize=8)
        except BaseException:  # Ctrl-C above all: drop what has not begun
            pool.shutdown(cancel_futures=True)
            raise


def _write_page(about, work, path, graded):
    write_whole(path, page(about, work, _read_notebook(graded)))
    return path


def _place(coursedir, folder, student, lab, ending):
    return Path(coursedir.format_path(folder, student, lab)) / f"{lab}.{ending}"


def _read_notebook(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"cells": []}


class FeedbackExporter(InApplication, HTMLExporter):
    """The same page for `nbgrader generate_feedback` and formgrader's button.

    Its parent is nbgrader's `GenerateFeedback`; of nbconvert's exporter only the name is left.
    """

    def from_filename(self, filename, resources=None, **_):
        lab, name = resources["nbgrader"]["assignment"], resources["nbgrader"]["notebook"]
        student = resources["nbgrader"]["student"]
        (work,) = read_works(self, lab, [student], name)
        folder = self.coursedir.autograded_directory
        graded = _place(self.coursedir, folder, student, lab, "ipynb").with_stem(name)
        made = page(read_lab(self, lab, name), work, _read_notebook(graded))
        return made, resources | {"output_extension": ".html"}


# --- one page ----------------------------------------------------------------------------------


@dataclass
class Verdict:
    """The result of an exercise, as the page shows it."""

    name: str
    points: float
    out_of: float
    written: bool
    waits: bool
    blank: bool
    passed: list = field(default_factory=list)  # of Item
    failures: list = field(default_factory=list)  # of (Failure, list of (Item, points))
    comment: str = ""
    void: list = field(default_factory=list)  # of Item, with the reason why they do not count
    bonus: list = field(default_factory=list)  # of Item
    by_hand: bool = False
    stopped: str = ""  # the error that stopped the answer's own cell
    left_over: bool = False  # the stub's line has stayed, and ended what was written
    diagnosis: dict | None = None  # as the template shows it

    @property
    def state(self):
        if self.waits:
            return "waits"
        if self.points >= self.out_of:
            return "full"
        return "none" if self.points <= 0 else "part"


def page(about, work, notebook):
    """Make a student's page.

    Parameters
    ----------
    about : grading.records.points.Lab
    work : grading.records.points.Work
    notebook : dict
        The graded notebook, as JSON.

    Returns
    -------
    str
        A whole HTML file.
    """
    cells = {name: c for c in notebook["cells"] if (name := mark_of(c).name)}
    items = [item for exercise in about.exercises for item in exercise.items]
    verdicts = [_verdict(exercise, work, cells) for exercise in about.exercises]
    reasons = {
        item.name: failure
        for verdict in verdicts
        for failure, items in verdict.failures
        for item, _ in items
    }
    shown = shown_cells(notebook, work, reasons)
    template = templates().get_template("feedback.html")
    return template.render(
        read=_was_found(notebook, work, shown),
        lab=about,
        work=work,
        verdicts=verdicts,
        waiting=sum(item.points for item in items if item.name in work.all_waiting),
        remarks=work.remarks or _remarks_in(notebook),
        cells=shown,
        places={cell["name"]: number for number, cell in enumerate(shown) if cell["name"]},
        titles={cell["name"]: said for cell in shown if (said := _looked_at(cell))},
    )


def _looked_at(cell):
    """What a check looks at, from the title under which the notebook folds it."""
    said = CHECK.fullmatch(cell["title"])
    return said[1] if said and said[1] != cell["name"] else ""


# --- what passed, what failed, why -------------------------------------------------------------


def _verdict(exercise, work, cells):
    verdict = Verdict(
        name=exercise.name,
        points=work.score(exercise),
        out_of=exercise.points,
        written=exercise.written,
        waits=work.waits(exercise),
        blank=_is_blank(exercise.name, work),
        comment=work.comments.get(exercise.name, ""),
        stopped=_text(failure_of(cells.get(exercise.name, {})).message),
    )
    if verdict.blank and verdict.comment == NOTHING:
        verdict.comment = ""
    verdict.bonus = [item for item in exercise.items if item.bonus is not None]
    verdict.by_hand = any(item.name in work.by_hand for item in exercise.items)
    groups = {}
    for item in () if exercise.written else exercise.items:
        points = work.points.get(item.name) or 0
        if item.void is not None:
            verdict.void.append(item)
        elif points >= item.worth:
            verdict.passed.append(item)
        else:
            why = failure_of(cells.get(item.name, {}))
            groups.setdefault(why, []).append((item, points))
    verdict.failures = list(groups.items())
    if any(failure.message.endswith(MISSING) for failure in groups):
        lines = source_of(cells.get(exercise.name, {})).splitlines()
        stubs = (n for n, line in enumerate(lines, 1) if MISSING in line)
        verdict.left_over = any(is_left_over(lines, n) for n in stubs)
    if groups and _is_of_this_run(exercise, work, cells):
        verdict.diagnosis = _diagnosis(work.diagnoses.get(exercise.name))
    return verdict


def _was_found(notebook, work, shown):
    """Whether the student's work was found in the notebook; True if there is no notebook.

    A missing written answer was filled in as it was given, so it does not count.
    """
    own = (c["kind"] == "own" or (c["kind"] == "answer" and c["type"] == "code") for c in shown)
    return not notebook["cells"] or any(work.answered.values()) or any(own)


def _is_blank(name, work):
    """Whether nothing was written for this name."""
    if name in work.answered:
        return not work.answered[name]
    return work.comments.get(name) == NOTHING


def _is_of_this_run(exercise, work, cells):
    """Whether the engine's notes belong to this notebook: nbgrader may have graded since."""
    for item in exercise.items:
        errors = [o for o in cells.get(item.name, {}).get("outputs", ()) if "evalue" in o]
        noted = work.reasons.get(item.name)
        if noted is None or bool(noted) != bool(errors):
            return False
        if errors and not noted.endswith(str(errors[-1]["evalue"])):
            return False
    return True


def _diagnosis(noted):
    """The engine's `Diagnosis`, as the page shows it; None if it is empty."""
    if noted is None:
        return None
    case = noted.case
    made = {
        "idea": _text(noted.idea) if noted.slip else "",
        "hint": _text(noted.hint) if noted.slip else "",
        "known": noted.kind in ("", "bank"),
        "also": [(_text(n.idea), _text(n.hint), n.kind == "bank") for n in noted.also],
        "where": "" if noted.slip else _text(noted.where),
        "case": None,
        "pictures": [],
    }
    if case is not None:
        made["case"] = {key: _text(getattr(case, key)) for key in ("call", "expected", "got")}
        for key in ("expected", "got"):  # one row per line
            made["case"][key] = made["case"][key].replace("], [", "],\n [")
        made["pictures"] = svg.maps(case.expected_values, case.got_values)
    return made if made["idea"] or made["hint"] or made["case"] else None


def _text(value):
    return ANSI.sub("", str(value or ""))[:MAX_MESSAGE]


def _remarks_in(notebook):
    """The grader's remarks from the notebook's first cell, if there are no notes of the engine."""
    first = notebook["cells"][0] if notebook["cells"] else {}
    if first.get("id") != "remarks":
        return []
    lines = [line[2:] for line in source_of(first).splitlines() if line.startswith("- ")]
    return [re.sub(r"\\(.)", r"\1", line) for line in lines]
