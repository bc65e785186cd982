"""Write results into nbgrader's gradebook: one session per run, one transaction per result.

Points and comments given by hand belong to an answer, and stay with it while it is unchanged. When
it changes they are set aside and shown to the next grader; if the answer returns, so do they.
"""

import contextlib
import json
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Comment, Grade, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import bindparam, delete, insert, select, update

from grading import wording
from grading.engine.model import Result
from grading.labfile import mark_of, name_tested
from grading.records.files import digest
from grading.records.policy import Policy, read_policy
from grading.records.settle import settle_lab, settle_rows, uncover
from grading.records.tables import (
    ANSWERS,
    ASIDE,
    GRADES,
    answers_of,
    as_json,
    commit,
    opened,
    put,
    reserve,
)

EARLIER = "Given to an earlier answer, which has changed since:"
NOTHING = "No response."  # nbgrader's own words
STUDENTS, WORK = Student.__table__, SubmittedAssignment.__table__
COPY = SubmittedNotebook.__table__
# Statements that each submission needs: to make one takes longer than to execute it.
NEW = {each: insert(each) for each in (STUDENTS, WORK, COPY, Grade.__table__, Comment.__table__)}
KNOWN = select(STUDENTS.c.id).where(STUDENTS.c.id == bindparam("student"))
ITS_COPY = (COPY.c.assignment_id == WORK.c.id) & (COPY.c.notebook_id == bindparam("notebook"))
THERE = (
    select(WORK.c.id, COPY.c.id)
    .outerjoin(COPY, ITS_COPY)
    .where(WORK.c.student_id == bindparam("student"))
    .where(WORK.c.assignment_id == bindparam("assignment"))
)
SET_ASIDE = (
    select(ASIDE)
    .where(ASIDE.c.student == bindparam("student"), ASIDE.c.lab == bindparam("lab"))
    .order_by(ASIDE.c.since)
)


class Book:
    """The gradebook of a class, open for the submissions to one lab.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab : str
    policy : Policy, optional
        The class's policy, if it has been read already.
    notebook : str, optional
        The notebook's name, if it is not the lab's.
    """

    def __init__(
        self, api: Any, lab: str, policy: Policy | None = None, notebook: str | None = None
    ) -> None:
        self.api, self.lab, self.name = api, lab, notebook or lab
        self.policy = policy or read_policy(Path(api.coursedir.root))

    def __enter__(self) -> "Book":
        with contextlib.ExitStack() as stack:
            self.gradebook = stack.enter_context(opened(self.api))
            self.db = self.gradebook.db
            # One connection for all of its transactions: to open one takes a fifth of a write.
            self.db.remove()
            self.db.configure(bind=stack.enter_context(self.gradebook.engine.connect()))
            stack.callback(self.db.remove)
            self._read()
            self._open = stack.pop_all()
        return self

    def _read(self) -> None:
        self.assignment = self.gradebook.find_assignment(self.lab)
        notebook = self.gradebook.find_notebook(self.name, self.lab)
        self.keys = self.assignment.id, notebook.id
        self.graded = {cell.id: cell.name for cell in notebook.grade_cells}
        self.answers = {cell.id: cell.name for cell in notebook.solution_cells}
        self.settled = False  # whether what is the same for all students is settled

    def __exit__(self, *error: Any) -> None:
        self._open.__exit__(*error)

    def write(
        self,
        result: Result,
        versions: Mapping[str, str] | None = None,
        folder: Path | None = None,
        grade: str | None = None,
    ) -> dict[str, float | None]:
        """Write the scores of one submission, as nbgrader's own autograder does, and commit.

        Parameters
        ----------
        result : Result
        versions : mapping of str to str, optional
            Digests of the grade's inputs; without them it is graded again in the next run.
        folder : pathlib.Path, optional
            The submission's folder, if not where nbgrader would look.
        grade : str, optional
            The grade's id, which its note has too.

        Returns
        -------
        dict
            The machine's scores until now, by cell; empty if it is graded for the first time.
        """
        grade = grade or uuid.uuid4().hex
        try:
            reserve(self.db)
            notebook, new = self._notebook_of(result.student)
            if not new:
                uncover(self.db, notebook, self.graded)
            before = self._write(notebook, result, new)
            self._write_grade(notebook, grade, versions, result)
            found = self.api.coursedir.format_path(
                self.api.coursedir.submitted_directory, result.student, self.lab
            )
            folders = {result.student: folder or Path(found)}
            if not self.settled:
                settle_lab(self.db, self.assignment, self.policy)
            settle_rows(self.db, self.api, self.keys[0], self.lab, self.policy, folders, notebook)
            commit(self.db)
            self.settled = True
        except BaseException:
            self.db.rollback()
            raise
        return before

    def _write(self, notebook: str, result: Result, new: bool) -> dict[str, float | None]:
        """Write a row for each graded cell and each answer, dozens of them, in few statements."""
        was = {} if new else self._answers_before(notebook, result.student)
        now = answers_in(json.loads(result.notebook)) if result.notebook else {}
        grades = {} if new else self._rows(Grade, notebook)
        comments = {} if new else self._rows(Comment, notebook)
        cells = Cells(self.graded, self.answers)
        aside = self._aside(result.student)
        new_grades, new_comments = {}, {}
        earlier_of: dict[str, list[str]] = {}
        names = sorted({*self.graded.values(), *self.answers.values()})
        for name in names:
            about = cells.about(name)
            then, answer = was.get(about), now.get(about, "")
            given = Given.of(grades.get(name, {}), comments.get(name, {}))
            if given and then != answer:
                set_aside(self.db, self.lab, result.student, name, then or "", given)
                aside.setdefault(name, []).append((then or "", given))
                given = Given()
            again = [each for its, each in aside.get(name, ()) if its == answer]
            if again and not given:
                given = again[-1]
                take_back(self.db, self.lab, result.student, name, answer)
            earlier = [each for its, each in aside.get(name, ()) if its != answer]
            for each in earlier:
                own = each.in_words() if name == about else f"{name}: {each.in_words()}"
                earlier_of.setdefault(about, []).append(own)
            if name in cells.graded:
                score = _auto_score(name, result)
                asked = then != answer or grades.get(name, {}).get("needs_manual_grade", True)
                waits = score is None or (asked and any(each.points for each in earlier))
                new_grades[name] = {
                    "auto_score": score,
                    "manual_score": given.manual,
                    "extra_credit": given.extra,
                    "needs_manual_grade": given.manual is None and waits,
                }
            if name in cells.answers:
                new_comments[name] = {"auto_comment": None, "manual_comment": given.comment}
        for name, row in new_comments.items():
            if not result.answered.get(name, False):
                row["auto_comment"] = NOTHING
            elif name in earlier_of:
                row["auto_comment"] = "\n".join([EARLIER, *earlier_of[name]])
        self._many(Grade, notebook, self.graded, grades, new_grades)
        self._many(Comment, notebook, self.answers, comments, new_comments)
        row = {"notebook_id": notebook, "answers": as_json(now)}
        put(self.db, ANSWERS, "notebook_id", row)
        return {name: row["auto_score"] for name, row in grades.items()}

    def _rows(self, table: Any, notebook: str) -> dict[str, dict[str, Any]]:
        names = self.graded if table is Grade else self.answers
        columns = table.__table__.c
        # By the cells as well: there is an index of both, and none of the notebook alone.
        mine = columns.cell_id.in_(list(names)), columns.notebook_id == notebook
        rows = self.db.execute(select(table.__table__).where(*mine)).mappings()
        return {names[row["cell_id"]]: dict(row) for row in rows}

    def _many(
        self,
        table: Any,
        notebook: str,
        cells: Mapping[str, str],
        there: Mapping[str, dict[str, Any]],
        rows: Mapping[str, dict[str, Any]],
    ) -> None:
        keys = {name: key for key, name in cells.items()}
        new = [
            row | {"cell_id": keys[name], "notebook_id": notebook}
            for name, row in rows.items()
            if name not in there
        ]
        old = [row | {"id": there[name]["id"]} for name, row in rows.items() if name in there]
        if new:  # not as objects: half the time
            self.db.execute(NEW[table.__table__], new)
        if old:
            self.db.execute(update(table), old)

    def _write_grade(
        self, notebook: str, grade: str, versions: Mapping[str, str] | None, result: Result
    ) -> None:
        if versions is None:
            self.db.execute(delete(GRADES).where(GRADES.c.notebook_id == notebook))
            return
        scores = {name: test.score for name, test in result.tests.items()}
        row = {
            "notebook_id": notebook,
            "grade": grade,
            **{name: versions[name] for name in ("submission", "tests", "engine")},
            "graded": datetime.now(UTC).replace(tzinfo=None),
            "scores": as_json(scores),
        }
        put(self.db, GRADES, "notebook_id", row)

    # --- given by hand -------------------------------------------------------------------------

    def _answers_before(self, notebook: str, student: str) -> dict[str, str]:
        """Digests of the answers when they were last graded."""
        known = answers_of(self.db, notebook)
        if known is not None:
            return known
        folder = self.api.coursedir.format_path(
            self.api.coursedir.autograded_directory, student, self.lab
        )
        try:  # an older version of this project graded it, or nbgrader's own engine
            return answers_in(nbformat.read(Path(folder) / f"{self.name}.ipynb", as_version=4))
        except (OSError, ValueError, AttributeError, KeyError, nbformat.ValidationError):
            return {}

    def _aside(self, student: str) -> dict[str, list[tuple[str, "Given"]]]:
        rows = self.db.execute(SET_ASIDE, {"student": student, "lab": self.lab}).mappings()
        found: dict[str, list[tuple[str, Given]]] = {}
        for row in rows:
            given = Given(row["manual_score"], row["extra_credit"], row["comment"])
            found.setdefault(row["cell"], []).append((row["answer"], given))
        return found

    # --- rows ----------------------------------------------------------------------------------

    def _notebook_of(self, student: str) -> tuple[str, bool]:
        """The id of a student's notebook, and whether it is new; what is missing on the way to it
        is made."""
        assignment, notebook = self.keys
        which = {"student": student, "assignment": assignment, "notebook": notebook}
        submission, there = self.db.execute(THERE, which).one_or_none() or (None, None)
        if there is not None:
            return there, False
        if submission is None:
            if self.db.execute(KNOWN, {"student": student}).first() is None:
                self.db.execute(NEW[STUDENTS], {"id": student})
            submission = uuid.uuid4().hex
            row = {"id": submission, "student_id": student, "assignment_id": assignment}
            self.db.execute(NEW[WORK], row)
        there = uuid.uuid4().hex
        row = {"id": there, "assignment_id": submission, "notebook_id": notebook}
        self.db.execute(NEW[COPY], row)
        return there, True


class Given:
    """Given by hand: points that replace the machine's, extra points, a comment."""

    def __init__(
        self, manual: float | None = None, extra: float | None = None, comment: str | None = None
    ) -> None:
        self.manual, self.extra, self.comment = manual, extra, comment or None

    @classmethod
    def of(cls, grade: Mapping[str, Any], comment: Mapping[str, Any]) -> "Given":
        return cls(
            grade.get("manual_score"), grade.get("extra_credit"), comment.get("manual_comment")
        )

    def __bool__(self) -> bool:
        return bool(self.points or self.comment)

    @property
    def points(self) -> bool:
        return self.manual is not None or bool(self.extra)

    def in_words(self) -> str:
        """As "2 points, 1 extra point: well done"."""
        parts = [] if self.manual is None else [wording.points(self.manual)]
        parts += [wording.points(self.extra, "extra")] if self.extra else []
        return ": ".join(filter(None, [", ".join(parts), self.comment]))


def take_back(db: Any, lab: str, student: str, cell: str, answer: str) -> None:
    """Drop what was set aside of an answer; does not commit."""
    its = {"student": student, "lab": lab, "cell": cell, "answer": answer}
    db.execute(delete(ASIDE).filter_by(**its))


def set_aside(db: Any, lab: str, student: str, cell: str, answer: str, given: Any) -> None:
    """Keep points and comments given to an answer that is gone; does not commit."""
    take_back(db, lab, student, cell, answer)
    db.execute(
        insert(ASIDE).values(
            id=uuid.uuid4().hex,
            student=student,
            lab=lab,
            cell=cell,
            answer=answer,
            manual_score=given.manual,
            extra_credit=given.extra,
            comment=given.comment,
            since=datetime.now(UTC).replace(tzinfo=None),
        )
    )


class Cells:
    """The answer that a graded cell belongs to: a written one itself, a test the name it tests."""

    def __init__(self, graded: Mapping[str, str], answers: Mapping[str, str]) -> None:
        self.graded, self.answers = set(graded.values()), set(answers.values())

    def about(self, name: str) -> str:
        if name in self.answers:
            return name
        return name_tested(name, self.answers - self.graded) or name


def answers_in(notebook: Mapping[str, Any]) -> dict[str, str]:
    """Digests of the answers in a graded notebook, pictures included, by cell.

    Texts may be strings, or lists of lines as in a file.
    """
    found = {}
    for cell in notebook["cells"]:
        mark = mark_of(cell)
        if mark.answer:
            pictures = {
                name: {kind: _whole(value) for kind, value in picture.items()}
                for name, picture in (cell.get("attachments") or {}).items()
            }
            parts = _whole(cell["source"]), as_json(pictures)
            found[mark.name] = digest(*(part.encode() for part in parts))
    return found


def _whole(text: Any) -> Any:
    lines = isinstance(text, list) and all(isinstance(line, str) for line in text)
    return "".join(text) if lines else text


def _auto_score(name: str, result: Result) -> float | None:
    """Points of a test; None for a written answer, or 0 if nothing was written."""
    if name in result.tests:
        return result.tests[name].score
    return None if result.answered.get(name, False) else 0.0
