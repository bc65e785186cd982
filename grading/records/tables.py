"""This project's own tables in the gradebook, written in the same transactions as nbgrader's.

nbgrader neither reads nor writes these tables; its own tables keep their schema.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from functools import cache
from typing import Any

from nbgrader.api import Base, Gradebook, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import (
    Column,
    DateTime,
    Float,
    Insert,
    MetaData,
    Select,
    String,
    Table,
    Text,
    bindparam,
    inspect,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateTable

from grading.paths import Problem
from grading.whole import undisturbed

METADATA = MetaData()
OURS = 736_177_433  # PostgreSQL's advisory lock under which our tables are created

#: A grade from `python -m grading autograde`: its inputs, and which files belong to it.
GRADES = Table(
    "autograder_grade",
    METADATA,
    Column("notebook_id", String(32), primary_key=True),  # of submitted_notebook
    Column("grade", String(32), nullable=False),  # also in its note in results/
    Column("submission", String(64), nullable=False),  # digests
    Column("tests", String(64), nullable=False),
    Column("engine", String(64), nullable=False),
    Column("graded", DateTime, nullable=False),  # UTC
    Column("scores", Text, nullable=False),  # JSON: points of each test
)

#: Digests of the answers when the submission was last graded: JSON, by cell.
ANSWERS = Table(
    "autograder_answers",
    METADATA,
    Column("notebook_id", String(32), primary_key=True),
    Column("answers", Text, nullable=False),
)

#: The grade of a void test as it would be without the policy.
COVERED = Table(
    "autograder_covered",
    METADATA,
    Column("grade_id", String(32), primary_key=True),  # of grade
    Column("auto_score", Float),
    Column("manual_score", Float),
    Column("extra_credit", Float),
    Column("needs", String(1), nullable=False),
)

#: The lab's own points of a cell, if the policy changes them in nbgrader's table.
POINTS = Table(
    "autograder_points",
    METADATA,
    Column("cell_id", String(32), primary_key=True),
    Column("max_score", Float, nullable=False),
)

#: Points and comments given by hand to an answer that has changed since, or whose cell is gone.
ASIDE = Table(
    "autograder_aside",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("student", String(128), nullable=False),
    Column("lab", String(128), nullable=False),
    Column("cell", String(128), nullable=False),
    Column("answer", String(64), nullable=False),  # digest of what they were given to
    Column("manual_score", Float),
    Column("extra_credit", Float),
    Column("comment", Text),
    Column("since", DateTime, nullable=False),
)

#: Facts about a lab: whether its due date comes from the policy, and the release of its files.
LABS = Table(
    "autograder_lab",
    METADATA,
    Column("lab", String(128), primary_key=True),
    Column("due_from", String(16)),
    Column("release", String(32)),
)


class GradebookError(Problem):
    """The gradebook cannot be opened, or is invalid."""


@contextlib.contextmanager
def opened(api: Any) -> Iterator[Gradebook]:
    """The gradebook, with our tables in it, closed at the end.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
        Or any object with a ``gradebook``.

    Raises
    ------
    GradebookError
        If it is damaged, of an old version, or cannot be written.
    """
    with translated():
        gradebook = api.gradebook
        try:
            _check_tables(gradebook)
        except BaseException:
            gradebook.close()
            raise
    try:
        with translated():
            yield gradebook
    finally:
        gradebook.close()


@contextlib.contextmanager
def translated() -> Iterator[None]:
    """Turn database errors into a `GradebookError` with a sentence."""
    try:
        yield
    except (DBAPIError, sqlite3.DatabaseError) as error:
        raise GradebookError(_as_sentence(getattr(error, "orig", error))) from error


def _as_sentence(error: Any) -> str:
    """What a driver's error means for the class."""
    text = str(error).strip()
    if "no such column" in text or "no such table" in text or "UndefinedColumn" in text:
        return (
            f"The gradebook is from another version of nbgrader ({text}). "
            "`nbgrader db upgrade` keeps a copy and brings it up to date."
        )
    if "locked" in text:
        return f"The gradebook is in use ({text}). Wait until the other command is done."
    if getattr(error, "sqlite_errorname", "") == "SQLITE_READONLY_DBMOVED":
        return (
            "The gradebook's file was moved or replaced while this command worked with it. "
            "Run the command again: it grades what the file that is there now does not have."
        )
    if "readonly" in text or "unable to open" in text:
        return f"The gradebook cannot be written ({text}). May you write into the class's folder?"
    if "not a database" in text or "malformed" in text:
        return f"The gradebook is damaged ({text}). `python -m grading restore` restores a backup."
    return f"The gradebook does not work: {text}"


_CHECKED: set[str] = set()  # full text of SQLite schemas that passed the check


def _check_tables(gradebook: Gradebook) -> None:
    """Check nbgrader's tables and make ours; a schema seen before is not checked again."""
    schema = _schema(gradebook)
    if schema is None or schema not in _CHECKED:
        _check_columns(gradebook)
        _make_tables(gradebook)
        _CHECKED.add(_schema(gradebook) or "")


def _make_tables(gradebook: Gradebook) -> None:
    """Make those of our tables that are missing; two commands may do this at once."""
    if METADATA.tables.keys() <= set(inspect(gradebook.engine).get_table_names()):
        return
    with gradebook.engine.begin() as connection:
        if gradebook.engine.dialect.name == "postgresql":  # "if not exists" is not enough there
            connection.execute(text(f"SELECT pg_advisory_xact_lock({OURS})"))
        for table in METADATA.sorted_tables:
            connection.execute(CreateTable(table, if_not_exists=True))


def _schema(gradebook: Gradebook) -> str | None:
    """The definitions of an SQLite file's tables; None if it is not SQLite."""
    if gradebook.engine.dialect.name != "sqlite":
        return None
    with gradebook.engine.connect() as connection:
        rows = connection.execute(text("SELECT sql FROM sqlite_master ORDER BY type, name"))
        return "\n".join(row[0] or "" for row in rows)


def _check_columns(gradebook: Gradebook) -> None:
    """Check that every column nbgrader asks for exists: otherwise its queries fail later."""
    found = inspect(gradebook.engine)
    for table in Base.metadata.sorted_tables:
        there = {column["name"] for column in found.get_columns(table.name)}
        if missing := {column.name for column in table.columns} - there:
            raise GradebookError(
                f"The gradebook is from an older version of nbgrader: its table {table.name} lacks "
                f"{', '.join(sorted(missing))}. `nbgrader db upgrade` keeps a copy and brings it "
                "up to date."
            )


# Built once, a statement costs half as much. In SQLite any write locks the whole file.
ALONE = (
    LABS.delete().where(LABS.c.lab == ""),
    text("LOCK TABLE grade, comment IN SHARE ROW EXCLUSIVE MODE"),
)
ANSWER = select(ANSWERS.c.answers).where(ANSWERS.c.notebook_id == bindparam("notebook"))


def reserve(db: Any) -> None:
    """Lock the grades for writing until the end of the transaction; other writers wait.

    Formgrader may save a grader's input at any time. Grades read before such a save and written
    after it would undo it.
    """
    db.execute(ALONE[db.get_bind().dialect.name == "postgresql"])
    db.expire_all()


def commit(db: Any) -> None:
    """End a transaction. Ctrl-C waits: a session stopped within a commit cannot roll back."""
    with undisturbed():
        db.commit()


def handed_in(*columns: Any) -> Select:
    """A query of submitted notebooks, each with its submission, its student and its lab."""
    return (
        select(*columns)
        .select_from(SubmittedNotebook)
        .join(SubmittedNotebook.assignment)
        .join(SubmittedAssignment.student)
        .join(SubmittedAssignment.assignment)
    )


def put(db: Any, table: Table, key: str, row: dict[str, Any]) -> None:
    """Insert or replace a row of one of our tables by its key."""
    db.execute(_put(db.get_bind().dialect.name == "postgresql", table, key, *row), row)


@cache
def _put(server: bool, table: Table, key: str, *columns: str) -> Insert:
    insert = (postgresql if server else sqlite).insert(table)
    new = {name: insert.excluded[name] for name in columns}
    return insert.on_conflict_do_update(index_elements=[key], set_=new)


def own_points(db: Any) -> dict[str, float]:
    """The lab's own points of cells whose points the policy changes, by cell id."""
    return dict(db.execute(select(POINTS.c.cell_id, POINTS.c.max_score)).all())


def answers_of(db: Any, notebook: str) -> dict[str, str] | None:
    """Digests of a submission's answers when last graded, by cell; None if unknown."""
    known = db.execute(ANSWER, {"notebook": notebook}).scalar()
    return None if known is None else json.loads(known)


def as_json(value: Any) -> str:
    """Canonical JSON: equal values give equal text."""
    return json.dumps(value, sort_keys=True)
