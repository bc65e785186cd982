"""nbgrader's API, configured for a class's files and gradebook."""

import contextlib
import json
import os
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import Any

import nbgrader.api
import nbgrader.nbgraderformat.common
from alembic.script import ScriptDirectory
from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import create_engine, make_url
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.pool import NullPool
from traitlets.config import PyFileConfigLoader

from grading.paths import CONFIG, COURSE
from grading.records.tables import GradebookError


@cache
def _schema_version():
    """The version that nbgrader writes into a new gradebook: the newest one of its tables."""
    return ScriptDirectory(ALEMBIC_DIR).get_current_head()


# nbgrader runs the command `alembic` for it, one CPU second for each new gradebook.
nbgrader.api.get_alembic_version = _schema_version


@cache
def _validator(schema):
    return validator_for(json.loads(schema))(json.loads(schema))


def _validate(metadata, schema):
    """`jsonschema.validate` without checking the schema again for each cell."""
    error = best_match(_validator(json.dumps(schema)).iter_errors(metadata))
    if error is not None:
        raise error


nbgrader.nbgraderformat.common.jsonschema = SimpleNamespace(validate=_validate)


@lru_cache(maxsize=16)
def _engine_of(process, url, **options):
    # No pool: closing one gradebook would close the connections of the others.
    return create_engine(url, poolclass=NullPool, **options)


def _engine(url, **options):
    """One engine per gradebook, however often it is opened, so that statements compile once.

    A transaction opens its connection and closes it at the end. None crosses a fork.
    """
    in_memory = make_url(url).database in (None, "", ":memory:")
    return create_engine(url, **options) if in_memory else _engine_of(os.getpid(), url, **options)


nbgrader.api.create_engine = _engine


def nbgrader_api(course=COURSE, db=None):
    """nbgrader's own API, configured by `nbgrader_config.py`, for the class in folder `course`.

    Parameters
    ----------
    course : pathlib.Path
    db : str, optional
        URL of the gradebook. By default the configured one for the project's own class, or
        ``gradebook.db`` in the folder of any other class.
    """
    config = PyFileConfigLoader("nbgrader_config.py", path=str(CONFIG)).load_config()
    config.CourseDirectory.root = str(course)
    if db:
        config.CourseDirectory.db_url = db
    elif course != COURSE:
        config.CourseDirectory.pop("db_url", None)
    coursedir = CourseDirectory(config=config)
    if not coursedir.db_url.startswith("sqlite:"):
        _check_connection(coursedir.db_url)
    return NbGraderAPI(coursedir, config=config)


class InApplication:
    """An exporter of one of nbgrader's applications, which serves as its API."""

    parent: Any

    @property
    def coursedir(self):
        return self.parent.coursedir

    @property
    def gradebook(self):
        return nbgrader.api.Gradebook(self.coursedir.db_url, self.coursedir.course_id)


def check_file(url: str) -> None:
    """Raise a `GradebookError` if a gradebook's file is not there: reading would make an empty one.

    What is no URL at all, and a server, are left to `nbgrader_api`.
    """
    with contextlib.suppress(ArgumentError):
        address = make_url(url)
        name = address.database or ":memory:"
        if (
            address.drivername.startswith("sqlite")
            and name != ":memory:"
            and not os.path.exists(name)
        ):
            raise GradebookError(f"There is no gradebook {name}.")


def _check_connection(url):
    """Connect to a database server once, for an error that says what to do."""
    try:
        address = make_url(url)
        patience = {"connect_timeout": 10} if address.drivername.startswith("postgresql") else {}
        engine = create_engine(address, connect_args=patience)
        with engine.connect():
            pass
        engine.dispose()
    except ArgumentError as error:
        raise GradebookError(
            f"This is not the URL of a gradebook ({str(error).rstrip('.')}). "
            "One looks like this: postgresql+psycopg://user@host/database"
        ) from None
    except ModuleNotFoundError as error:
        raise GradebookError(
            f"The gradebook's database needs the package {error.name}. For PostgreSQL: "
            "pip install -e '.[postgresql]'"
        ) from None
    except OperationalError as error:
        raise GradebookError(
            f"The gradebook at {address!r} does not answer: {error.orig}\n"
            "Is the server running, can you reach it, and does the database exist (`createdb`)?"
        ) from None
