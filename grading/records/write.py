"""Write results into nbgrader's gradebook: one session for the run, one transaction for each."""

from pathlib import Path

from nbgrader.api import (
    Comment,
    Grade,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import insert, select, update


class Book:
    """The gradebook of a class, open for the submissions to one lab.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab : str
    """

    def __init__(self, api, lab):
        self.api, self.lab = api, lab

    def __enter__(self):
        self.gradebook = self.api.gradebook
        self.db = self.gradebook.db
        self.assignment = self.gradebook.find_assignment(self.lab)
        self.notebook = self.gradebook.find_notebook(self.lab, self.lab)
        self.graded = {cell.id: cell.name for cell in self.notebook.grade_cells}
        self.answers = {cell.id: cell.name for cell in self.notebook.solution_cells}
        return self

    def __exit__(self, *_):
        self.gradebook.close()

    def write(self, result):
        """Write the scores of one submission, as nbgrader's own autograder does, and commit."""
        try:
            submission = self._submission(result)
            notebook = next(n for n in submission.notebooks if n.notebook_id == self.notebook.id)
            self._write_grades(notebook, result)
            self._write_comments(notebook, result)
            notebook.late_submission_penalty = None
            if submission.timestamp is not None and submission.total_seconds_late > 0:
                self.db.flush()
                self.db.expire(notebook)
                self._late(submission, notebook, result.student)
            self.db.commit()
        except BaseException:
            self.db.rollback()
            raise

    def _write_grades(self, notebook, result):
        """A row for each graded cell; all in one statement, for there are dozens."""
        by_hand = select(Grade.cell_id, Grade.id, Grade.manual_score)
        known = {
            cell: (number, manual)
            for cell, number, manual in self.db.execute(
                by_hand.where(Grade.notebook_id == notebook.id)
            )
        }
        new, old = [], []
        for cell, name in self.graded.items():
            number, manual = known.get(cell, (None, None))
            score = _auto_score(name, result)
            row = {"auto_score": score, "needs_manual_grade": manual is not None or score is None}
            if number is None:
                new.append(row | {"cell_id": cell, "notebook_id": notebook.id})
            else:
                old.append(row | {"id": number})
        self._many(Grade, new, old)

    def _write_comments(self, notebook, result):
        known = dict(
            self.db.execute(
                select(Comment.cell_id, Comment.id).where(Comment.notebook_id == notebook.id)
            ).all()
        )
        new, old = [], []
        for cell, name in self.answers.items():
            row = {"auto_comment": None if result.answered.get(name, False) else "No response."}
            if cell in known:
                old.append(row | {"id": known[cell]})
            else:
                new.append(row | {"cell_id": cell, "notebook_id": notebook.id})
        self._many(Comment, new, old)

    def _many(self, table, new, old):
        if new:
            self.db.execute(insert(table), new)
        if old:
            self.db.execute(update(table), old)

    def _submission(self, result):
        coursedir = self.api.coursedir
        folder = coursedir.format_path(coursedir.submitted_directory, result.student, result.lab)
        timestamp = _timestamp(coursedir, folder)
        student = self.db.get(Student, result.student)
        if student is None:
            student = Student(id=result.student)
            self.db.add(student)
        submission = (
            self.db.query(SubmittedAssignment)
            .filter_by(student_id=student.id, assignment_id=self.assignment.id)
            .one_or_none()
        )
        if submission is None:
            submission = self._new_submission(student)
        if timestamp:
            submission.timestamp = timestamp
        return submission

    def _new_submission(self, student):
        with self.db.no_autoflush:
            submission = SubmittedAssignment(assignment_id=self.assignment.id, student=student)
            submission.notebooks.append(SubmittedNotebook(notebook_id=self.notebook.id))
            self.db.add(submission)
        self.db.flush()
        return submission

    def _late(self, submission, notebook, student):
        rule = AssignLatePenalties(parent=self.api)
        rule.init_plugin()
        penalty = rule.plugin_inst.late_submission_penalty(
            student, notebook.score, submission.total_seconds_late
        )
        if penalty is not None:
            notebook.late_submission_penalty = rule._check_late_penalty(notebook, penalty)


def _timestamp(coursedir, folder):
    """When it was handed in, or None: the file lies among the student's and may be anything."""
    path = Path(folder) / "timestamp.txt"
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > 1000:
            return None
        return coursedir.get_existing_timestamp(folder)
    except (OSError, ValueError, OverflowError, AttributeError):  # the last is a slip of nbgrader
        return None


def _auto_score(name, result):
    """Points of a test; of a written answer None, or 0 if nothing was written."""
    if name in result.tests:
        return result.tests[name].score
    return None if result.answered.get(name, False) else 0
