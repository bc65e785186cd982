"""A gradebook that is opened again and again costs its statements once."""

import os
import warnings

from sqlalchemy import Engine, event, text

from grading.records.nbgrader import nbgrader_api
from grading.records.tables import opened


def compiled(use):
    """How many statements were compiled during `use`."""
    misses = []

    def note(connection, cursor, statement, parameters, context, many):
        if context.compiled is not None and context.cache_hit.name == "CACHE_MISS":
            misses.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        use()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return len(misses)


def look(course):
    with opened(nbgrader_api(course)) as gradebook:
        assert gradebook.students == []


def test_a_statement_is_compiled_once_however_often_the_gradebook_is_opened(tmp_path):
    assert compiled(lambda: look(tmp_path)) > 0
    assert compiled(lambda: look(tmp_path)) == 0


def test_a_gradebook_that_was_put_back_is_read_as_it_is_now(tmp_path):
    look(tmp_path)
    older = (tmp_path / "gradebook.db").read_bytes()
    with opened(nbgrader_api(tmp_path)) as gradebook:
        gradebook.add_student("ada")
    (tmp_path / "gradebook.db").unlink()
    (tmp_path / "gradebook.db").write_bytes(older)
    look(tmp_path)


def test_two_that_are_open_at_once_do_not_end_each_other(tmp_path):
    with opened(nbgrader_api(tmp_path)) as first:
        with opened(nbgrader_api(tmp_path)) as second:
            assert second.engine is first.engine
            second.add_student("ada")
        assert [student.id for student in first.students] == ["ada"]


def test_no_connection_crosses_a_fork(tmp_path):
    with opened(nbgrader_api(tmp_path)) as gradebook:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what threads others have left is not needed there
            child = os.fork()
        if child == 0:
            try:
                with opened(nbgrader_api(tmp_path)) as own:
                    own.add_student("bob")
                    os._exit(0 if own.engine is not gradebook.engine else 1)
            finally:
                os._exit(2)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
        assert [student.id for student in gradebook.students] == ["bob"]


def test_gradebooks_in_memory_share_nothing():
    first, second = (nbgrader_api(db="sqlite://").gradebook for _ in range(2))
    with first, second:
        first.add_student("ada")
        assert second.students == []
        assert second.db.execute(text("select count(*) from student")).scalar() == 0
