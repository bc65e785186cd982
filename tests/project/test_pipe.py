"""A command whose output goes to `head` ends quietly when that has read enough."""

import os
import sys

import pytest

from grading import __main__ as program


class Talks:
    """A verb that does what it is given."""

    def __init__(self, run):
        self.run = run

    def add_to(self, verbs):
        verbs.add_parser("talk").set_defaults(run=lambda options: self.run())


@pytest.mark.parametrize("size", [1, 1_000_000])
def test_a_reader_that_has_left_ends_the_command_quietly(monkeypatch, size):
    monkeypatch.setattr(program, "VERBS", [Talks(lambda: print("x" * size))])
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "w") as output, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", output)
        status = program.main(["talk"])
    assert status == 130


def test_another_broken_pipe_is_no_secret(monkeypatch, tmp_path):
    def fail():
        raise BrokenPipeError("of a socket")

    monkeypatch.setattr(program, "VERBS", [Talks(fail)])
    with open(tmp_path / "out", "w") as output, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", output)
        with pytest.raises(BrokenPipeError, match="of a socket"):
            program.main(["talk"])


@pytest.mark.parametrize("size", [1, 1_000_000])
def test_an_output_that_cannot_be_written_is_not_the_class_folders_fault(monkeypatch, capfd, size):
    monkeypatch.setattr(program, "VERBS", [Talks(lambda: print("x" * size))])
    with open("/dev/full", "w") as output, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", output)
        assert program.main(["talk"]) == 1
    assert "The output of this command cannot be written" in capfd.readouterr().err
