"""The cells of a lab in the gradebook: compare them with a new release, and update them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    GradeCell,
    MissingEntry,
    Notebook,
    SolutionCell,
    SourceCell,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
)
from sqlalchemy import delete, func, inspect, select

from grading.labfile import below_headline, name_tested
from grading.records.tables import ANSWERS, COVERED, POINTS, handed_in, own_points
from grading.records.write import Given, set_aside


@dataclass(frozen=True)
class Cell:
    """A cell that nbgrader knows; points is None if it is not graded."""

    cell_type: str
    source: str
    checksum: str | None
    locked: bool
    points: float | None
    answer: bool


@dataclass(frozen=True)
class LabCells:
    """All cells of a lab's notebook, by name, and its kernel."""

    cells: Mapping[str, Cell]
    kernelspec: str = "{}"


@dataclass(frozen=True)
class Changes:
    """The names of cells that a release changes, and how many grades become stale."""

    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    graded: int = 0

    def __bool__(self) -> bool:
        return bool(self.removed or self.added or self.points or self.edited)

    def __str__(self) -> str:
        said = (
            (self.removed, f"{_cells(self.removed)} removed"),
            (self.added, f"{_cells(self.added)} added"),
            (self.points, f"points of {len(self.points)} changed"),
            (self.edited, f"{_cells(self.edited)} edited"),
        )
        parts = [f"{what} ({', '.join(names)})" for names, what in said if names]
        stale = f"{self.graded} grade{'s become' if self.graded != 1 else ' becomes'} stale"
        return f"{', '.join(parts) or 'nothing'}: {stale}"


def _cells(names: tuple[str, ...]) -> str:
    return f"{len(names)} cell{'s' if len(names) != 1 else ''}"


def read_cells(gradebook: Any, lab: str, name: str | None = None) -> LabCells | None:
    """The cells of a lab's notebook in the gradebook; None if it does not know the lab.

    Points are the lab's own, without the class's policy. `name` is the notebook's, if it is not the
    lab's.
    """
    try:
        notebook = gradebook.find_notebook(name or lab, lab)
    except MissingEntry:
        return None
    own = own_points(gradebook.db) if inspect(gradebook.engine).has_table(POINTS.name) else {}
    points = {cell.name: own.get(cell.id, cell.max_score) for cell in notebook.grade_cells}
    answers = {cell.name for cell in notebook.solution_cells}
    return LabCells(
        {
            cell.name: Cell(
                cell.cell_type,
                cell.source,
                cell.checksum,
                bool(cell.locked),
                points.get(cell.name),
                cell.name in answers,
            )
            for cell in notebook.source_cells
        },
        notebook.kernelspec or "{}",
    )


def changes(old: LabCells | None, new: LabCells, graded: int) -> Changes:
    """Compare two releases of a lab; `graded` is how many students have a grade for the old one."""
    if old is None:
        return Changes()
    before, now = old.cells, new.cells
    both = [name for name in now if name in before]
    other_kind = [n for n in both if _kind(before[n]) != _kind(now[n])]
    removed = [name for name in before if name not in now] + other_kind
    added = [name for name in now if name not in before] + other_kind
    same = [name for name in both if name not in other_kind]
    points = [name for name in same if before[name].points != now[name].points]
    edited = [
        name
        for name in same
        if below_headline(before[name].source) != below_headline(now[name].source)
        or before[name].locked != now[name].locked
    ]
    return Changes(tuple(removed), tuple(added), tuple(points), tuple(edited), graded)


def _kind(cell: Cell) -> tuple[bool, bool, str]:
    return cell.points is not None, cell.answer, cell.cell_type


def count_graded(db: Any, lab: str) -> int:
    """How many students have a grade for a lab."""
    graded = select(func.count(SubmittedAssignment.id)).join(SubmittedAssignment.assignment)
    return db.execute(graded.where(Assignment.name == lab)).scalar()


def write_cells(gradebook: Any, lab: str, new: LabCells) -> None:
    """Set the gradebook's cells to those of a release; does not commit.

    Cells that stay keep their rows, and so every grade and comment. Points and comments given by
    hand to a removed cell are set aside, and return if the cell does.
    """
    db = gradebook.db
    assignment = _row(db, Assignment, name=lab, course_id=gradebook.course_id)
    notebook = _row(db, Notebook, name=lab, assignment_id=assignment.id)
    notebook.kernelspec = new.kernelspec
    _remove(db, lab, notebook, changes(read_cells(gradebook, lab), new, 0).removed)
    grades = {cell.name: cell for cell in notebook.grade_cells}
    answers = {cell.name: cell for cell in notebook.solution_cells}
    sources = {cell.name: cell for cell in notebook.source_cells}
    for name, cell in new.cells.items():
        if cell.points is not None:
            if name in grades:
                grades[name].max_score = cell.points
                db.execute(delete(POINTS).where(POINTS.c.cell_id == grades[name].id))
            else:
                db.add(
                    GradeCell(
                        name=name,
                        notebook_id=notebook.id,
                        max_score=cell.points,
                        cell_type=cell.cell_type,
                    )
                )
        if cell.answer and name not in answers:
            db.add(SolutionCell(name=name, notebook_id=notebook.id))
        row = sources.get(name)
        if row is None:
            row = SourceCell(name=name, notebook_id=notebook.id)
            db.add(row)
        row.cell_type, row.source = cell.cell_type, cell.source
        row.checksum, row.locked = cell.checksum, cell.locked
    db.flush()


def _row(db: Any, table: Any, **values: Any) -> Any:
    """The row with these values, created if missing."""
    row = db.query(table).filter_by(**values).one_or_none()
    if row is None:
        row = table(**values)
        db.add(row)
        db.flush()
    return row


def _remove(db: Any, lab: str, notebook: Any, names: tuple[str, ...]) -> None:
    if not names:
        return
    cells = [c for c in [*notebook.grade_cells, *notebook.solution_cells] if c.name in names]
    _set_aside_all(db, lab, {cell.id: cell.name for cell in cells})
    for cell in cells:
        db.execute(
            delete(COVERED).where(
                COVERED.c.grade_id.in_(select(Grade.id).where(Grade.cell_id == cell.id))
            )
        )
        db.execute(delete(POINTS).where(POINTS.c.cell_id == cell.id))
        db.execute(delete(Grade).where(Grade.cell_id == cell.id))
        db.execute(delete(Comment).where(Comment.cell_id == cell.id))
    db.expire_all()
    for cell in cells:
        db.delete(cell)
    for source in [c for c in notebook.source_cells if c.name in names]:
        db.delete(source)
    db.flush()
    db.expire_all()


def _set_aside_all(db: Any, lab: str, cells: Mapping[str, str]) -> None:
    """Set aside points and comments given by hand to some cells, each with its answer."""
    from_notebook = (
        handed_in(SubmittedNotebook.id, Student.id, ANSWERS.c.answers)
        .outerjoin(ANSWERS, ANSWERS.c.notebook_id == SubmittedNotebook.id)
        .where(Assignment.name == lab)
    )
    students = {
        key: (student, json.loads(answers or "{}"))
        for key, student, answers in db.execute(from_notebook)
    }
    given: dict[tuple[str, str], Given] = {}
    grades = select(
        Grade.notebook_id,
        Grade.cell_id,
        Grade.manual_score,
        Grade.extra_credit,
        COVERED.c.grade_id,
        COVERED.c.manual_score,
        COVERED.c.extra_credit,
    ).outerjoin(COVERED, COVERED.c.grade_id == Grade.id)
    for key, cell, manual, extra, covered, under, under_extra in db.execute(
        grades.where(Grade.cell_id.in_(list(cells)))
    ):
        mine = Given(under, under_extra) if covered else Given(manual, extra)
        given[key, cells[cell]] = mine
    said = select(Comment.notebook_id, Comment.cell_id, Comment.manual_comment)
    for key, cell, comment in db.execute(said.where(Comment.cell_id.in_(list(cells)))):
        before = given.get((key, cells[cell]), Given())
        given[key, cells[cell]] = Given(before.manual, before.extra, comment)
    names = {name for key, name in given}
    answers = {name for _, known in students.values() for name in known}
    about = {n: n if n in answers else name_tested(n, answers) or n for n in names}
    for (key, name), each in given.items():
        if each and key in students:
            student, known = students[key]
            set_aside(db, lab, student, name, known.get(about[name], ""), each)
