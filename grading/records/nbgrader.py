"""Where a class's files are, and nbgrader set up for them."""

import json
import os
from functools import cache, lru_cache
from types import SimpleNamespace

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
    """What nbgrader writes into a new gradebook: the newest version of its tables."""
    return ScriptDirectory(ALEMBIC_DIR).get_current_head()


# nbgrader asks the command `alembic` for it, a second of CPU for each new gradebook.
nbgrader.api.get_alembic_version = _schema_version


@cache
def _validator(schema):
    return validator_for(json.loads(schema))(json.loads(schema))


def _validate(metadata, schema):
    """`jsonschema.validate`, which looks at the schema itself for each cell anew."""
    error = best_match(_validator(json.dumps(schema)).iter_errors(metadata))
    if error is not None:
        raise error


nbgrader.nbgraderformat.common.jsonschema = SimpleNamespace(validate=_validate)


@lru_cache(maxsize=16)
def _engine_of(process, url, **options):
    # No pool: closing one gradebook would empty it under the others that are open.
    return create_engine(url, poolclass=NullPool, **options)


def _engine(url, **options):
    """One engine for a gradebook, however often it is opened: it compiles a statement once.

    A transaction opens its connection, and its end closes it. None crosses a fork.
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
        URL of the gradebook. By default the configured one for the project's own class, and for
        any other class ``gradebook.db`` in its folder.
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
            f"That is not the URL of a gradebook ({str(error).rstrip('.')}). "
            "It looks like this: postgresql+psycopg://user@host/database"
        ) from None
    except ModuleNotFoundError as error:
        raise GradebookError(
            f"The gradebook's database needs the package {error.name}. For PostgreSQL: "
            "pip install -e '.[postgresql]'"
        ) from None
    except OperationalError as error:
        raise GradebookError(
            f"The gradebook at {address!r} does not answer: {error.orig}\n"
            "Does the server run, may you connect to it, and does the database exist (`createdb`)?"
        ) from None
