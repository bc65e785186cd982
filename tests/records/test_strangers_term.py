"""A term of thirty students and three labs, added up on paper: every view shows what paper says.

What a student earns is computed here from the dates, answers and rules alone, in plain Python that
knows nothing of the gradebook.
"""

import csv
import html
import json
import math
import os
import re
from datetime import UTC, datetime, timedelta
from unicodedata import normalize
from zoneinfo import ZoneInfo

import pytest
from quick import release
from thorough import thorough
from tiny import TEXT, answered

from grading.classroom.autograde import autograde
from grading.pages.feedback import feedback
from grading.pages.report import report
from grading.records.backup import backup, restore
from grading.records.export import export
from grading.records.forget import forget
from grading.records.lock import Locked, lock
from grading.records.nbgrader import nbgrader_api
from grading.records.points import scores
from grading.records.status import status
from grading.records.submissions import add_attempt

ZONE = ZoneInfo("Europe/Vienna")
LABS = ("alpha", "beta", "gamma")
WORTH = {"double": 2, "mean": 3, "spread": 4}
ODD = ["Zoë", "o'neill", "李明", "Ana María", "x.y-z"]
CLASS = [*ODD, *(f"s{number:02}" for number in range(25))]
DUE = {
    "alpha": datetime(2026, 10, 12, 23, 59, tzinfo=ZONE),
    "beta": datetime(2026, 10, 24, 12, 0, tzinfo=ZONE),  # clocks go back in the night after
    "gamma": datetime(2026, 11, 9, 8, 0, tzinfo=ZONE),
}
RULES = """
time_zone = "Europe/Vienna"
late = {grace = "15 min", penalty = "10 %", per = "day", cap = "50 %"}
[sections]
evening = ["s20", "s21"]
"""


class Paper:
    """What a teacher would write on paper: who handed in what when, and what was promised."""

    def __init__(self):
        self.attempts = {}  # by lab and student: (when, right, answer)
        self.worth = {lab: dict(WORTH) for lab in LABS}
        self.extensions, self.sections_due, self.void, self.bonus = {}, {}, {}, set()
        self.by_hand = {}  # by lab and student: (answer, points)
        self.best = {"beta"}

    def due(self, lab, student):
        due = DUE[lab]
        if student in ("s20", "s21"):
            due = self.sections_due.get(lab, due)
        return due + self.extensions.get((lab, student), timedelta(0))  # the same hour of the day

    def tests(self, lab, right):
        void = self.void.get(lab, {})
        return sum(
            points if (void.get(name) == "all" or (name in right and name not in void)) else 0
            for name, points in self.worth[lab].items()
        )

    def less(self, lab, student, when, points):
        late = when - self.due(lab, student).astimezone(UTC)
        if late <= timedelta(minutes=15):
            return points
        return points * (1 - min(0.5, 0.1 * math.ceil(late / timedelta(days=1))))

    def total(self, lab, student):
        attempts = sorted(self.attempts[lab, student])
        if lab in self.best:
            tried = [self.less(lab, student, w, self.tests(lab, r)) for w, r, _ in attempts]
            most = max(tried)
            attempts = [a for a, points in zip(attempts, tried, strict=True) if points == most]
        when, right, answer = attempts[-1]
        points = self.tests(lab, right)
        given_to, given = self.by_hand.get((lab, student), (None, 0))
        return self.less(lab, student, when, points + (given if given_to == answer else 0))

    def out_of(self, lab):
        void = self.void.get(lab, {})
        counted = [n for n in WORTH if void.get(n) != "none" and (lab, n) not in self.bonus]
        return sum(self.worth[lab][name] for name in counted) + 1

    def toml(self):
        lines = [RULES]
        for lab in LABS:
            lines += [f"[labs.{lab}]", f"due = {DUE[lab]:%Y-%m-%dT%H:%M:%S}"]
            lines += ['attempts = "best"'] * (lab in self.best)
            if lab in self.sections_due:
                lines.append(f"sections.evening = {self.sections_due[lab]:%Y-%m-%dT%H:%M:%S}")
            for (of, student), more in self.extensions.items():
                if of == lab:
                    lines.append(f'extensions."{student}" = "{more.days} days"')
            for name, points in self.void.get(lab, {}).items():
                void = f"[labs.{lab}.void.test_{name}]"
                lines += [void, f'points = "{points}"', 'reason = "It asked for another thing."']
            for of, name in self.bonus:
                if of == lab:
                    lines += [f"[labs.{lab}.bonus]", f'test_{name} = "Announced as a bonus."']
        return "\n".join(lines)


class Term:
    def __init__(self, course):
        self.course, self.paper, self.gone = course, Paper(), set()

    def write_rules(self):
        (self.course / "course.toml").write_text(self.paper.toml(), encoding="utf-8")

    def work(self, lab, right, answer):
        answers = {name: f"RIGHT {name}" for name in right} | {"why": answer}
        return answered(self.course, lab, **answers)

    def hand_in(self, lab, student, after, right, answer="Because."):
        """By a file in the folder where nbgrader expects it, in decomposed letters as on a Mac."""
        when = (DUE[lab].astimezone(UTC) + after).replace(microsecond=0)
        folder = self.course / "submitted" / normalize("NFD", student) / lab
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(self.work(lab, right, answer))
        (folder / f"{lab}.ipynb").write_text(text)
        (folder / "timestamp.txt").write_text(f"{when:%Y-%m-%d %H:%M:%S} UTC")
        if lab in self.paper.best:
            self.paper.attempts.setdefault((lab, student), []).append((when, right, answer))
        else:
            self.paper.attempts[lab, student] = [(when, right, answer)]

    def again(self, lab, student, after, right, answer="Because."):
        """By what `collect` does."""
        when = (DUE[lab].astimezone(UTC) + after).replace(microsecond=0)
        files = {f"{lab}.ipynb": json.dumps(self.work(lab, right, answer)).encode()}
        add_attempt(self.course, lab, student, files, when)
        self.paper.attempts.setdefault((lab, student), []).append((when, right, answer))

    def give(self, lab, student, points, comment=None):
        with nbgrader_api(self.course).gradebook as gradebook:
            grade = gradebook.find_grade("why", lab, lab, student)
            grade.manual_score, grade.needs_manual_grade = points, False
            if comment:
                gradebook.find_comment("why", lab, lab, student).manual_comment = comment
            gradebook.db.commit()
        self.paper.by_hand[lab, student] = (
            sorted(self.paper.attempts[lab, student])[-1][2],
            points,
        )

    def grade(self, lab):
        return autograde(lab, course=self.course, jobs=1, say=lambda line: None)

    def check(self, lab, pages=True):
        """Every view says what paper says; each student's page takes longest."""
        there = [s for of, s in self.paper.attempts if of == lab and s not in self.gone]
        paper = {s: pytest.approx(self.paper.total(lab, s), abs=1e-6) for s in there}
        found = scores(lab, self.course)
        assert {score.student: score.points for score in found} == paper
        assert {score.out_of for score in found} == {self.paper.out_of(lab)}
        export(self.course / "grades.csv", self.course)
        with open(self.course / "grades.csv", encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["assignment"] == lab]
        exported = {row["student_id"]: float(row["score"]) for row in rows}
        assert {name: exported[name] for name in there} == paper
        report(lab, self.course)
        with open(self.course / "reports" / f"{lab}.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["student"].removeprefix("'"): float(row["total"]) for row in rows} == paper
        page = (self.course / "reports" / f"{lab}.html").read_text(encoding="utf-8")
        row = r'<th scope="row">([^<]+)</th><td class="number"><strong>([\d.]+)</strong>'
        shown = {html.unescape(name): float(total) for name, total in re.findall(row, page)}
        assert shown == {
            name: pytest.approx(self.paper.total(lab, name), abs=1e-4) for name in there
        }
        api = nbgrader_api(self.course)
        listed = {row["student"]: row["score"] for row in api.get_submissions(lab)}
        assert {name: listed[name] for name in there} == paper
        if pages:
            feedback(lab, self.course)
        for student in there if pages else ():
            page = self.course / "feedback" / student / lab / f"{lab}.html"
            shown = re.search(r"<strong>([\d.]+) of ([\d.]+) points", page.read_text("utf-8"))
            assert float(shown[1]) == pytest.approx(self.paper.total(lab, student), abs=1e-4)


ANSWERS = [(), ("double",), ("double", "mean"), ("double", "mean", "spread"), ("spread",)]
LATE = [-50, -1, 0.1, 0.2, 0.3, 24.2, 24.3, 100, 500]  # hours


@thorough
def test_a_term_adds_up_as_on_paper(tmp_path, by_hand):
    course = tmp_path / "class"
    for lab in LABS:
        release(course, lab=lab)
    term = Term(course)
    paper = term.paper
    term.write_rules()

    # October: the first lab, two folders that are nobody's, two who hand in nothing
    for number, student in enumerate(CLASS[:-2]):
        after = timedelta(hours=LATE[number % len(LATE)])
        term.hand_in("alpha", student, after, ANSWERS[number % len(ANSWERS)])
    for name in (b"\xff\xfe odd", b"long" * 40):
        odd = os.fsencode(course / "submitted") + b"/" + name
        os.makedirs(odd + b"/alpha")
    before = status("alpha", course)
    assert len(before.handed_in) == len(before.ungraded) == 28
    assert len(before.odd) == 2
    term.grade("alpha")
    assert status("alpha", course).late == before.late
    term.check("alpha")

    # An extension afterwards, a section that meets later, a second try, points by hand
    paper.extensions["alpha", "Zoë"] = timedelta(days=3)
    paper.extensions["alpha", "s03"] = timedelta(days=1)
    paper.sections_due["alpha"] = DUE["alpha"] + timedelta(days=1)
    term.write_rules()
    term.check("alpha", pages=False)
    for student, points in (("s00", 1), ("s01", 0.5), ("s02", 1), ("Ana María", 0.25)):
        term.give("alpha", student, points, "Well said.")
    term.check("alpha", pages=False)
    term.hand_in("alpha", "s00", timedelta(hours=30), WORTH, "Another answer.")
    term.hand_in("alpha", "s01", timedelta(hours=30), WORTH)  # the same words
    term.hand_in("alpha", "s05", timedelta(hours=-3), WORTH)
    assert set(status("alpha", course).stale) == {"s00", "s01", "s05"}
    term.grade("alpha")
    term.check("alpha")
    assert status("alpha", course).by_hand["why"] == 25

    # Clocks go back: the second lab, of which the best attempt counts
    for number, student in enumerate(CLASS[2:]):
        term.again("beta", student, timedelta(hours=-5), ANSWERS[number % 5], f"first {number}")
        if number % 3:
            late = timedelta(hours=25 if number % 2 else 10)
            term.again("beta", student, late, ANSWERS[(number + 2) % 5], f"second {number}")
    paper.extensions["beta", "s04"] = timedelta(days=1)
    term.write_rules()
    term.grade("beta")
    term.check("beta", pages=False)
    paper.extensions["beta", "s02"] = timedelta(days=2)
    term.write_rules()
    term.grade("beta")
    term.check("beta")

    # A test of the first lab is worth more; one is void; a backup is made in between
    kept = backup(course)
    changed = TEXT.replace('test_mean" points=3', 'test_mean" points=5')
    release(course, changed, yes=True, lab="alpha")
    paper.worth["alpha"]["mean"] = 5
    paper.void["alpha"] = {"spread": "all"}
    paper.void["beta"] = {"double": "none"}
    term.write_rules()
    term.grade("alpha")
    term.grade("beta")
    for lab in ("alpha", "beta"):
        term.check(lab)
    page = (course / "feedback" / "s02" / "alpha" / "alpha.html").read_text("utf-8")
    assert "It asked for another thing." in page
    assert "Well said." in page

    # November: the third lab, while somebody else is at it; a bonus; one drops out
    paper.bonus.add(("gamma", "double"))
    term.write_rules()
    for number, student in enumerate(CLASS):
        term.hand_in("gamma", student, timedelta(hours=-1), ANSWERS[number % 5])
    with lock(course, "gamma", "something else"), pytest.raises(Locked, match="something else"):
        term.grade("gamma")
    term.grade("gamma")
    forget("s07", course)
    term.gone.add("s07")
    for lab in LABS:
        term.check(lab)
    assert not list(course.rglob("*s07*"))

    # A slip: the old backup comes back, and the term is done again from there
    newest = backup(course)
    restore(kept if kept.exists() else newest, course)
    restore(newest, course)
    for lab in LABS:
        assert term.grade(lab).graded == []
        term.check(lab, pages=False)
