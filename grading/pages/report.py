"""The class report of a lab, for the instructor: scores, tests, misconceptions, who needs help.

Two files in ``<course>/reports/``: ``<lab>.html``, a page without script or network, and
``<lab>.csv``, one row per student. With names hidden they end in ``_nameless``, and omit whatever
could reveal a name (ids, remarks, comments).
"""

import csv
import hashlib
import hmac
import io
import os
import secrets
from base64 import b32encode
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from statistics import median

import numpy as np

from grading import wording
from grading.diagnosis.clusters import groups
from grading.pages import svg
from grading.pages.groups import source_of
from grading.pages.rendering import duration, templates
from grading.paths import COURSE, ClassError
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_absent, read_lab, read_works
from grading.records.policy import read_policy
from grading.records.settle import settle
from grading.records.spreadsheet import defused
from grading.records.submissions import find_submissions
from grading.records.write import NOTHING
from grading.whole import whole, write_whole
from lib.diagnosis import SAME

MOST_GROUPS = 20
MAX_CODE = 4_000  # characters of an answer that are shown
FEW = 10  # below this many students a discrimination says little
HELP_SHARE = 0.5  # students with a smaller share of the points are listed
HELP_ZEROS = 2  # students who tried so many exercises without a point are listed too
STAGES = {  # others go by their own names
    "plan": "reading the file",
    "start": "starting its process",
    "cells": "the student's cells",
    "tests": "the tests",
    "diagnosis": "the diagnosis",
}


def report(lab, course=COURSE, hide_names=False, db=None):
    """Write the report of a lab.

    Parameters
    ----------
    lab : str
    course : pathlib.Path
    hide_names : bool
        For showing in class: pseudonyms, the same in every report of this class.
    db : str, optional
        URL of the gradebook, if it is not the class's own file.

    Returns
    -------
    tuple of pathlib.Path
        The page and the CSV file.
    """
    api = nbgrader_api(course, db)
    policy = read_policy(course)
    settle(api, lab, course, policy)
    about, works = read_lab(api, lab), read_works(api, lab)
    if not works:
        raise ClassError(
            f"Nobody has a grade for {lab}. Grade first: `python -m grading autograde {lab}`."
        )
    absent, waiting = read_absent(api, lab), _not_graded(course, lab, works)
    folder = course / "reports"
    names = {work.student: work.student for work in works} | {s: s for s in [*absent, *waiting]}
    if hide_names:
        folder.mkdir(parents=True, exist_ok=True)
        key = _key(folder / "pseudonyms.key")
        names = {student: pseudonym(student, key) for student in names}
        works = [_nameless(work, names) for work in works]
        absent, waiting = ([names[s] for s in group] for group in (absent, waiting))
        works.sort(key=lambda work: work.student)  # otherwise the order would reveal names
        absent, waiting = sorted(absent), sorted(waiting)
    end = "_nameless" if hide_names else ""
    page, table = folder / f"{lab}{end}.html", folder / f"{lab}{end}.csv"
    write_whole(table, csv_of(about, works))
    codes = {} if hide_names else _codes(course, lab, works)
    late = {work.student: _late(work) for work in works if work.is_late(policy.lab(lab))}
    write_whole(page, page_of(about, works, absent, waiting, late, table.name, hide_names, codes))
    return page, table


def _codes(course, lab, works):
    """The code of one answer from each group, by the group's key."""
    return {
        group.key: source_of(course, group.students[0], lab, group.name)[:MAX_CODE]
        for group in groups(works)[:MOST_GROUPS]
    }


def _not_graded(course, lab, works):
    """Students with a folder in ``submitted/`` and no grade yet."""
    graded = {work.student for work in works}
    found, _ = find_submissions(course, lab, graded)
    return sorted(found.keys() - graded)


# --- names -------------------------------------------------------------------------------------


def pseudonym(student, key):
    """A name that only the holder of the class's key can trace back to the student."""
    mark = hmac.digest(key, student.encode("utf-8", "surrogateescape"), hashlib.sha256)
    return f"student {b32encode(mark)[:7].decode()}"


def _key(path):
    if not path.exists():
        private = partial(os.open, mode=0o600)
        with whole(path) as temporary, open(temporary, "wb", opener=private) as file:
            file.write(secrets.token_bytes(32))
    return path.read_bytes()


def _nameless(work, names):
    """The work without text that may reveal a name: remarks quote file names and code."""
    many = len(work.remarks)
    left_out = [f"{many} remark{'s' if many > 1 else ''}, left out with the names"] if many else []
    work.student, work.full_name, work.remarks = names[work.student], "", left_out
    work.comments = {name: text for name, text in work.comments.items() if text == NOTHING}
    return work


# --- numbers -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Statistics:
    """Statistics of an exercise or a test: mean points, share of points earned, discrimination.

    many is the number of students; full and none count those with all points and with no points;
    discrimination is None if it is not defined.
    """

    name: str
    out_of: float
    many: int
    mean: float
    share: float
    full: int
    none: int
    discrimination: float | None


def statistics(name, points, out_of, totals):
    """Describe one item over a class.

    Parameters
    ----------
    name : str
    points : sequence of float
        Each student's points for it.
    out_of : float
    totals : sequence of float
        Each student's points for everything, including this item.
    """
    points, totals = np.asarray(points, float), np.asarray(totals, float)
    mean = points.mean() if points.size else 0.0
    return Statistics(
        name=name,
        out_of=out_of,
        many=points.size,
        mean=float(mean),
        share=float(mean / out_of) if out_of else 0.0,
        full=int((points >= out_of).sum()),
        none=int((points <= 0).sum()),
        discrimination=discrimination(points, totals - points),
    )


def discrimination(points, rest):
    """Correlation of an item's points with the points for all the rest (corrected item-total).

    Returns
    -------
    float or None
        Pearson's r; None for fewer than three students, or if either does not vary.
    """
    if len(points) < 3 or np.ptp(points) < 1e-9 or np.ptp(rest) < 1e-9:
        return None
    return float(np.clip(np.corrcoef(points, rest)[0, 1], -1, 1))


def items_of(about, works):
    """Statistics of each exercise, and of its tests: pairs of (Statistics, list of Statistics).

    Over students whose files could be read. An exercise that is not yet graded for all of them has
    None for its statistics, and does not count in the totals.
    """
    works = [work for work in works if not is_broken(work)]
    ready = [e for e in about.exercises if not any(work.waits(e) for work in works)]
    totals = [sum(work.score(e) for e in ready) for work in works]
    found = []
    for exercise in about.exercises:
        if exercise not in ready:
            found.append((exercise, None, []))
            continue
        whole = [work.score(exercise) for work in works]
        tests = [
            statistics(
                item.name, [w.points.get(item.name) or 0 for w in works], item.points, totals
            )
            for item in exercise.items
            if not item.written
        ]
        of_all = statistics(exercise.name, whole, exercise.points, totals)
        found.append((exercise, of_all, tests))
    return found


def is_broken(work):
    """Whether the submission was unusable: it has no answers, and the grader says why.

    If a test has met what was given in place of an answer, the file could be read.
    """
    found = any(why.startswith("NotImplementedError") for why in work.reasons.values())
    return bool(work.remarks) and _has_nothing(work) and not found


def is_blank(work):
    """Whether it was handed in without any answer."""
    return _has_nothing(work) and not is_broken(work)


def _has_nothing(work):
    return bool(work.answered) and not any(work.answered.values())


def misconceptions(works):
    """Misconceptions: {(exercise, slip): list of (student, diagnosis)}, the most frequent first."""
    found = defaultdict(list)
    for work in works:
        for name, diagnosis in work.diagnoses.items():
            if not diagnosis.unknown:
                found[name, diagnosis.slip].append((work.student, diagnosis))
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def needs_help(about, works):
    """Students who may need help, and why: list of (Work, reason).

    The rule: less than `HELP_SHARE` of the points graded so far, or at least `HELP_ZEROS` exercises
    tried without a single point.
    """
    found = []
    for work in works:
        if is_broken(work):
            continue
        graded = [e for e in about.exercises if not work.waits(e)]
        points, out_of = sum(map(work.score, graded)), sum(e.points for e in graded)
        zeros = [
            e.name
            for e in graded
            if not e.written and work.answered.get(e.name) and work.score(e) <= 0
        ]
        if out_of and points / out_of < HELP_SHARE:
            found.append((work, f"{points:g} of {wording.points(out_of)}"))
        elif len(zeros) >= HELP_ZEROS:
            found.append((work, f"tried without a point: {', '.join(zeros)}"))
    return found


# --- the page ----------------------------------------------------------------------------------


def page_of(about, works, absent, waiting, late, table, nameless, codes=None):
    """The report as an HTML file; see `report`."""
    scores = [work.total for work in works if not is_broken(work)]
    known = misconceptions(works)
    tried = Counter(n for w in works for n, filled in w.answered.items() if filled)
    unknown = Counter(
        name for work in works for name, diagnosis in work.diagnoses.items() if diagnosis.unknown
    )
    timed = [work for work in works if _seconds(work)]
    template = templates().get_template("report.html")
    return template.render(
        lab=about,
        works=works,
        scores=scores,
        median=median(scores) if scores else 0,
        mean=sum(scores) / len(scores) if scores else 0,
        histogram=svg.histogram(scores, about.points) if scores and about.points else "",
        items=items_of(about, works),
        uncounted={i.name: why for e in about.exercises for i in e.items if (why := _uncounted(i))},
        late=late,
        known=[_as_shown(name, slip, those, tried) for (name, slip), those in known.items()],
        unknown=sorted(unknown.items()),
        groups=groups(works)[:MOST_GROUPS],
        codes=codes or {},
        diagnosed=any(work.diagnoses for work in works),
        help=needs_help(about, works),
        broken=[work for work in works if is_broken(work)],
        blank=[work for work in works if is_blank(work)],
        absent=absent,
        waiting=waiting,
        stages=_stages(works),
        slowest=sorted(timed, key=_seconds, reverse=True)[:3],
        seconds=_seconds,
        stopped=[(w, many) for w in works if (many := _stopped(w))],
        table=table,
        nameless=nameless,
        few=FEW,
        help_share=HELP_SHARE,
        help_zeros=HELP_ZEROS,
    )


def _uncounted(item):
    """Why a test does not count normally, in a few words; "" if it does."""
    if item.void is not None:
        given = "everybody gets its points" if item.points else "nobody gets its points"
        return f"void, {given}: {item.void}"
    return f"a bonus. {item.bonus}".rstrip(" .") if item.bonus is not None else ""


def _late(work):
    """How late a submission was, and what that cost."""
    taken = f", −{wording.number(work.penalty)}" if work.penalty else ""
    return f"{duration(work.handed_in - work.due)}{taken}"


def _as_shown(name, slip, those, tried):
    """A misconception as the page shows it."""
    first = those[0][1]
    what = first.idea.removeprefix(f"{SAME} ").removesuffix(".")  # a headline needs no more
    return {
        "name": name,
        "slip": slip.replace("_", " ") if first.kind in ("", "bank") else what,
        "students": [student for student, _ in those],
        "of": max(tried[name], len(those)),
        "idea": first.idea[:2000] if first.kind in ("", "bank") else "",
        "hint": first.hint[:2000],
        "alike": [other.replace("_", " ") for other in first.alike],
    }


def _seconds(work):
    return sum(work.seconds.values())


def _stages(works):
    """(stage, median, largest, sum) of the CPU seconds over all submissions."""
    found = defaultdict(list)
    for work in works:
        for stage, seconds in work.seconds.items():
            found[STAGES.get(stage, stage)].append(seconds)
    return [(stage, median(s), max(s), sum(s)) for stage, s in found.items()]


def _stopped(work):
    """How many tests were stopped: time, memory, a process that died."""
    return sum(str(why).startswith("Stopped") for why in work.reasons.values())


# --- the table ---------------------------------------------------------------------------------


def csv_of(about, works):
    """One row for each student: points by exercise, total, misconceptions, remarks."""
    mine = defaultdict(list)
    for (name, slip), those in misconceptions(works).items():
        for student, _ in those:
            mine[student].append(f"{name}: {slip}")
    file = io.StringIO()
    rows = csv.writer(file, lineterminator="\r\n")
    exercises = [exercise.name for exercise in about.exercises]
    last = ["late penalty", "total", "out of", "to grade by hand", "misconceptions", "remarks"]
    rows.writerow(["student", *map(plain, exercises), *last])
    for work in works:
        points = ["" if work.waits(e) else f"{work.score(e):g}" for e in about.exercises]
        end = [f"{work.penalty:g}", f"{work.total:g}", f"{about.points:g}", len(work.all_waiting)]
        texts = [plain("; ".join(mine[work.student])), plain(" ".join(work.remarks))]
        rows.writerow([plain(work.student), *points, *end, *texts])
    return file.getvalue()


def plain(text):
    """A text that no spreadsheet reads as a formula: a stranger may have chosen it."""
    return defused(" ".join(str(text).split()))  # one line: a line end would begin a new cell
