"""What a person saves in formgrader while a command writes the same grades is never lost.

Formgrader's Save asks for no lock. Here it comes at the worst moment: after a command has read what
was given, and before it writes.
"""

import shutil
import threading

import pytest
from nbgrader.api import Gradebook
from quick import give, grade
from tiny import LAB

from grading.records import settle, write
from grading.records.comments import comment_on
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_works, scores
from grading.records.tables import GradebookError

VOID = '[labs.tiny.void.test_mean]\npoints = "all"\nreason = "It was wrong."\n'


class Saver:
    """A person at formgrader who saves once, just after a function has read."""

    def __init__(self, course, cell="why", comment="Well said"):
        self.thread = None
        self.save = lambda: give(course, "ann", cell, 1, None, comment)

    def after(self, reads):
        def read_and_saved(*arguments, **more):
            found = reads(*arguments, **more)
            if self.thread is None:
                self.thread = threading.Thread(target=self.save)
                self.thread.start()
                self.thread.join(0.5)  # where it has to wait it is done later, and not lost
            return found

        return read_and_saved

    def done(self):
        assert self.thread is not None, "nothing was read: the test looks at the wrong place"
        self.thread.join(60)
        assert not self.thread.is_alive()


def given(course, student="ann"):
    (work,) = read_works(nbgrader_api(course), LAB, [student])
    return work.points["why"], work.comments.get("why")


@pytest.mark.parametrize("reads", ["_rows", "_aside", "_answers_before"])
def test_while_autograde_writes(course, monkeypatch, reads):
    grade(course)
    saver = Saver(course)
    monkeypatch.setattr(write.Book, reads, saver.after(getattr(write.Book, reads)))
    grade(course, students=["ann"], force=True)
    saver.done()
    assert given(course) == (1, "Well said")


def test_a_gradebook_that_is_replaced_takes_no_grade_with_it(course, monkeypatch):
    grade(course)
    before = scores(LAB, course)
    book, write_one = course / "gradebook.db", write.Book.write
    written = []

    def replaced_first(self, *arguments, **more):
        if len(written) == 1:
            shutil.copy(book, course / "backup.db")
            (course / "backup.db").replace(book)
        written.append(write_one(self, *arguments, **more))
        return written[-1]

    monkeypatch.setattr(write.Book, "write", replaced_first)
    with pytest.raises(GradebookError, match="moved or replaced while this command"):
        grade(course, force=True)
    assert len(written) == 1  # not into a file that nobody can open any more
    monkeypatch.undo()
    grade(course)
    assert scores(LAB, course) == before


def test_while_a_test_is_made_void(course, monkeypatch):
    grade(course)
    (course / "course.toml").write_text(VOID)
    saver = Saver(course, "test_mean", None)
    monkeypatch.setattr(settle, "_grade", saver.after(settle._grade))
    scores(LAB, course)
    saver.done()
    (course / "course.toml").write_text("")
    points = {score.student: score.points for score in scores(LAB, course)}
    assert points["ann"] == 2 + 1 + 4  # one of three, by hand


def test_while_a_sentence_goes_to_all(course, monkeypatch):
    grade(course)
    saver = Saver(course)
    monkeypatch.setattr(Gradebook, "find_comment", saver.after(Gradebook.find_comment))
    comment_on(nbgrader_api(course), LAB, "why", ["ann"], "To all.")
    saver.done()
    assert given(course) == (1, "Well said")


def test_two_commands_make_our_tables_at_once(tmp_path):
    """Whoever comes second finds them made, though it had not seen them."""
    from sqlalchemy import inspect

    from grading.records import tables

    api = nbgrader_api(tmp_path)
    with api.gradebook as gradebook:
        for _ in range(2):
            tables._make_tables(gradebook)
        assert tables.METADATA.tables.keys() <= set(inspect(gradebook.engine).get_table_names())
        some = tables.METADATA.sorted_tables[0]
        some.drop(gradebook.engine)
        tables._make_tables(gradebook)
        assert inspect(gradebook.engine).has_table(some.name)
