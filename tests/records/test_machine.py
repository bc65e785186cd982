"""A small class through anything that can happen to it: totals are what the rules say.

The model below knows the rules only: what was handed in, what a person gave to which answer, what
the policy says. It asks the gradebook nothing.
"""

import copy
import os
import shutil
import tempfile
import warnings
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
import quick
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from nbgrader.api import MissingEntry
from sqlalchemy import select
from tiny import LAB, TEXT, answered, hand_in

import grading.authoring.release
import grading.classroom.autograde
from grading.records.nbgrader import nbgrader_api
from grading.records.points import scores
from grading.records.questions import Changed
from grading.records.saved import answers_shown, save_points
from grading.records.tables import ASIDE, opened

STUDENTS = ("ann", "bob", "eve")
MEAN = TEXT[TEXT.index('# %% test="test_mean"') : TEXT.index('# %% solution="spread"')]
DUE = datetime(2026, 10, 12, 12, tzinfo=UTC)
CODE = (None, "RIGHT", "RIGHT other", "wrong")
WORDS = (None, "Yes", "No")
ABOUT = {"test_double": "double", "test_mean": "mean", "test_mean_other": "mean",
         "test_spread": "spread", "why": "why"}  # fmt: skip
STEPS = int(os.environ.get("STEPS", 2000 if "CI" in os.environ else 80))  # of the machine, about


def text_of(variant):
    points, other = variant
    mean = MEAN.replace("points=3", f"points={points}")
    more = mean.replace("test_mean", "test_mean_other") if other else ""
    return TEXT.replace(MEAN, mean + more)


def points_of(variant):
    points, other = variant
    found = {"test_double": 2, "test_mean": points, "test_spread": 4, "why": 1}
    return found | ({"test_mean_other": points} if other else {})


class Machine(RuleBasedStateMachine):
    @initialize()
    def start(self):
        self.course = Path(tempfile.mkdtemp(prefix="class-"))
        self.urls = {"main": None, "other": f"sqlite:///{self.course}/other.db"}
        self.books = {name: {"students": {}, "aside": {}} for name in self.urls}
        self.submitted, self.files, self.stamps, self.on_disk = {}, {}, {}, {}
        self.tokens = count()  # of grades, each another one
        self.page = None  # of formgrader, open: whose, its rows, the answers that it shows
        self.to_see, self.looked = True, False  # whether anything changed since the views' rule
        self.variant, self.void, self.due, self.extended, self.saved = (
            (3, False),
            {},
            None,
            {},
            None,
        )
        self.release()

    def teardown(self):
        if hasattr(self, "course"):
            shutil.rmtree(self.course)

    # --- what the class and its teachers do ----------------------------------------------------

    @rule(
        student=st.sampled_from(STUDENTS),
        code=st.tuples(*[st.sampled_from(CODE)] * 3),
        words=st.sampled_from(WORDS),
    )
    def hands_in(self, student, code, words):
        answers = dict(zip(("double", "mean", "spread", "why"), (*code, words), strict=True))
        given = {name: text for name, text in answers.items() if text is not None}
        hand_in(self.course, student, answered(self.course, **(given or {"none": ""})))
        self.submitted[student] = answers
        self.files[student] = answers, self.variant  # made from the lab as it is now
        self.stamp(student, self.stamps.get(student, 0))

    @precondition(lambda self: self.submitted)
    @rule(data=st.data(), hours=st.sampled_from([-5, 0, 1, 30, 200]))
    def has_another_timestamp(self, data, hours):
        self.stamp(data.draw(st.sampled_from(sorted(self.submitted))), hours)

    def stamp(self, student, hours):
        path = self.course / "submitted" / student / LAB / "timestamp.txt"
        path.write_text(f"{DUE + timedelta(hours=hours):%Y-%m-%d %H:%M:%S} UTC")
        self.stamps[student] = hours

    @rule(book=st.sampled_from(["main", "main", "other"]), force=st.booleans())
    def grades(self, book, force):
        done = quick.grade(self.course, db=self.urls[book], force=force)
        stale = {s for s in self.submitted if force or self.is_stale(book, s)}
        assert {result.student for result in done.graded} == stale
        assert done.skipped == len(self.submitted) - len(stale)
        for student in stale:
            self.is_graded(book, student)

    @rule(after=st.integers(0, 25))
    def grading_is_killed_and_begun_again(self, after):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a progress bar has a thread; the child needs it not
            child = os.fork()
        if child == 0:
            die_after(after)
            try:
                quick.grade(self.course)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        done = quick.grade(self.course)
        stale = {s for s in self.submitted if self.is_stale("main", s)}
        assert {result.student for result in done.graded} <= stale
        for student in stale:
            self.is_graded("main", student)
        assert not [p for p in self.course.rglob("*") if p.name.endswith((".tmp", ".new", ".old"))]

    @precondition(lambda self: self.books["main"]["students"])
    @rule(
        data=st.data(),
        points=st.sampled_from([None, 0, 0.5, 2]),
        extra=st.sampled_from([None, None, 1]),
    )
    def gets_points_by_hand(self, data, points, extra):
        there = self.books["main"]["students"]
        student = data.draw(st.sampled_from(sorted(there)))
        cell = data.draw(st.sampled_from(sorted(there[student]["machine"])))
        comment = "Read." if cell == "why" else None
        quick.give(self.course, student, cell, points, extra, comment)
        there[student]["given"][cell] = (points, extra, comment)

    @precondition(lambda self: self.books["main"]["students"])
    @rule(data=st.data())
    def formgraders_page_is_opened(self, data):
        student = data.draw(st.sampled_from(sorted(self.books["main"]["students"])))
        with nbgrader_api(self.course).gradebook as gradebook:
            found = gradebook.find_submission_notebook(LAB, LAB, student)
            shown = answers_shown(gradebook.db, found)
            rows = {g.name: g.to_dict() | {"answer": shown[g.name]} for g in found.grades}
        answers = dict(self.books["main"]["students"][student]["answers"])
        self.page = student, rows, answers

    @precondition(lambda self: self.page is not None)
    @rule(data=st.data(), points=st.sampled_from([None, 0, 2]), extra=st.sampled_from([None, 1]))
    def an_open_page_saves(self, data, points, extra):
        """What it gives goes to the answer that it shows, or nowhere."""
        student, rows, answers = self.page
        cell = data.draw(st.sampled_from(sorted(rows)))
        if (points, extra) == (None, None) and self.void.get(cell):
            return  # a void test shows nothing that could be taken back
        said = rows[cell] | {"manual_score": points, "extra_credit": extra}
        work = self.books["main"]["students"].get(student, {"answers": {}})
        same = work["answers"].get(ABOUT[cell], "?") == answers[ABOUT[cell]]
        with nbgrader_api(self.course).gradebook as gradebook:
            try:
                save_points(gradebook, rows[cell]["id"], said)
            except MissingEntry:  # the row has gone with its student, or with its cell
                return
            except Changed:
                assert not same
                return
        assert same
        work["given"][cell] = points, extra, work["given"].get(cell, (None, None, None))[2]

    @rule(points=st.sampled_from([3, 5]), other=st.booleans())
    def changes_the_lab(self, points, other):
        self.variant = (points, other)
        self.release()

    def release(self):
        for name, url in self.urls.items():
            (self.course / "labs").mkdir(exist_ok=True)
            (self.course / "labs" / f"{LAB}.py").write_text(text_of(self.variant))
            source = grading.authoring.source.source_notebook(LAB, self.course / "labs")
            grading.authoring.release.release_notebooks(
                {LAB: source}, self.course, self.course / "notebooks", lambda _: None, url, True
            )
            book = self.books[name]
            for student, work in book["students"].items():
                for cell in set(work["machine"]) - set(points_of(self.variant)):
                    del work["machine"][cell]
                    self.set_aside(book, student, cell)

    @rule(
        cell=st.sampled_from(["test_double", "test_mean"]),
        how=st.sampled_from([None, "all", "none", "bonus"]),
    )
    def voids_a_test(self, cell, how):
        self.void[cell] = how
        self.write_policy()

    @rule(due=st.sampled_from([None, -48, 0, 48]))
    def moves_the_due_date(self, due):
        self.due = due
        self.write_policy()

    @rule(student=st.sampled_from(STUDENTS), days=st.sampled_from([0, 1, 10]))
    def grants_an_extension(self, student, days):
        self.extended[student] = days
        self.write_policy()

    def write_policy(self):
        lines = ['late = {penalty = "10 %", per = "day", cap = "30 %"}', "[labs.tiny]"]
        if self.due is not None:
            lines.append(f"due = {(DUE + timedelta(hours=self.due)).isoformat()}")
            lines += [f'extensions.{s} = "{d} days"' for s, d in self.extended.items() if d]
        for cell, how in self.void.items():
            if how in ("all", "none"):
                lines.append(f'void.{cell} = {{points = "{how}", reason = "It was wrong."}}')
        lines.append(f"bonus = {[c for c, how in self.void.items() if how == 'bonus']}")
        (self.course / "course.toml").write_text("\n".join(lines))

    @precondition(lambda self: self.books["main"]["students"])
    @rule(data=st.data())
    def is_removed_from_the_gradebook(self, data):
        student = data.draw(st.sampled_from(sorted(self.books["main"]["students"])))
        with nbgrader_api(self.course).gradebook as gradebook:
            gradebook.remove_student(student)
        del self.books["main"]["students"][student]

    @rule()
    def the_gradebook_is_saved(self):
        shutil.copy(self.course / "gradebook.db", self.course / "older.db")
        self.saved = copy.deepcopy(self.books["main"])

    @precondition(lambda self: self.saved is not None)
    @rule()
    def an_older_gradebook_is_put_back(self):
        shutil.copy(self.course / "older.db", self.course / "gradebook.db")
        self.books["main"] = copy.deepcopy(self.saved)
        self.release()

    # --- the rules -----------------------------------------------------------------------------

    def is_stale(self, name, student):
        work = self.books[name]["students"].get(student)
        return (
            work is None
            or work["file"] != self.files[student]
            or work["variant"] != self.variant
            or work["machine"].keys() != points_of(self.variant).keys()  # one went, and came back
            or work["token"] != self.on_disk.get(student)
        )

    def is_graded(self, name, student):
        book, answers = self.books[name], self.submitted[student]
        work = book["students"].setdefault(student, {"given": {}, "answers": {}})
        machine = {
            cell: (points if "RIGHT" in (answers[ABOUT[cell]] or "") else 0)
            if cell != "why"
            else None if answers["why"] else 0
            for cell, points in points_of(self.variant).items()
        }  # fmt: skip
        for cell in machine:
            if work["answers"].get(ABOUT[cell], "?") != answers[ABOUT[cell]]:
                self.set_aside(book, student, cell)
            key = student, cell, answers[ABOUT[cell]]
            if key in book["aside"] and not self.is_given(work, cell):
                work["given"][cell] = book["aside"].pop(key)
        token = self.on_disk[student] = next(self.tokens)
        work |= {"answers": dict(answers), "variant": self.variant, "machine": machine}
        work |= {"token": token, "file": self.files[student], "stamp": self.stamps[student]}

    def is_given(self, work, cell):
        points, extra, comment = work["given"].get(cell, (None, None, None))
        return points is not None or bool(extra) or bool(comment)

    def set_aside(self, book, student, cell):
        work = book["students"][student]
        if self.is_given(work, cell):
            key = student, cell, work["answers"].get(ABOUT[cell])
            book["aside"][key] = work["given"][cell]
        work["given"].pop(cell, None)

    def total(self, name, student):
        work = self.books[name]["students"][student]
        earned = 0.0
        for cell, score in work["machine"].items():
            how = self.void.get(cell)
            points, extra, _ = work["given"].get(cell, (None, None, None))
            if how in ("all", "none"):
                earned += points_of(self.variant)[cell] if how == "all" else 0
            elif points is not None or score is not None:
                earned += (score if points is None else points) + (extra or 0)
        if work["file"] == self.files[student]:  # else its points are not of this one
            work["stamp"] = self.stamps[student]
        if self.due is not None:
            late = work["stamp"] - self.due - 24 * self.extended.get(student, 0)
            if late > 0:
                earned -= min(-(-late // 24) * 0.1 * earned, 0.3 * earned)
        return pytest.approx(earned)

    # --- what always holds ---------------------------------------------------------------------

    @invariant()
    def totals_are_what_the_rules_say(self):
        if not hasattr(self, "course"):
            return
        if self.looked:  # by the step itself: nothing has changed since these totals held
            self.looked = False
            return
        self.to_see = True
        for name in ("main", "other"):
            if name == "other" and not self.books[name]["students"]:
                continue
            found = {
                score.student: score.points for score in scores(LAB, self.course, self.urls[name])
            }
            there = self.books[name]["students"]
            assert found == {student: self.total(name, student) for student in there}

    @precondition(lambda self: self.to_see)
    @rule()
    def all_views_agree_and_nothing_given_by_hand_is_lost(self):
        first, *others = quick.views(self.course)
        self.to_see, self.looked = False, True
        assert first == {s: self.total("main", s) for s in self.books["main"]["students"]}
        assert all(view == pytest.approx(first) for view in others)
        with opened(nbgrader_api(self.course)) as gradebook:
            rows = gradebook.db.execute(select(ASIDE)).mappings().all()
        found = sorted((r["student"], r["cell"], r["manual_score"] or 0.0) for r in rows)
        aside = self.books["main"]["aside"]
        assert found == sorted((s, c, given[0] or 0.0) for (s, c, _), given in aside.items())


def die_after(count, *more):
    """Let this process end, as by `kill -9`, at one of the moments when it changes a file.

    `more` are other functions that do, each as its owner and name.
    """
    from sqlalchemy.orm import Session

    left = [count]

    def dying(real):
        def change(*arguments, **named):
            if left[0] <= 0:
                os._exit(9)
            left[0] -= 1
            return real(*arguments, **named)

        return change

    for owner, name in ((os, "replace"), (os, "unlink"), (shutil, "rmtree"), (shutil, "copyfile"),
                        (Session, "commit"), (Session, "flush"), *more):  # fmt: skip
        setattr(owner, name, dying(getattr(owner, name)))


@pytest.fixture
def staged_once(monkeypatch):
    """nbgrader makes each version of the lab once; then the files are copied."""
    stage, made = grading.authoring.release._stage, {}
    keep = Path(tempfile.mkdtemp(prefix="staged-"))

    def again(staged, lab, notebook):
        key = str(notebook)
        if key not in made:
            cells = stage(staged, lab, notebook)
            made[key] = cells, keep / str(len(made))
            shutil.copytree(staged.folder, made[key][1])
        else:
            shutil.copytree(made[key][1], staged.folder, dirs_exist_ok=True)
        return made[key][0]

    monkeypatch.setattr(grading.authoring.release, "_stage", again)
    yield
    shutil.rmtree(keep)


def test_a_class_through_anything_has_the_totals_that_the_rules_say(by_hand, staged_once):
    from hypothesis.stateful import run_state_machine_as_test

    each = 40
    run_state_machine_as_test(
        Machine,
        settings=settings(
            max_examples=max(1, STEPS // each),
            stateful_step_count=each,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
