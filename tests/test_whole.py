"""A file is written whole or not at all."""

import signal

import pytest

from grading.whole import undisturbed, whole, write_whole


def test_a_file_is_there_once_all_of_it_is_written(tmp_path):
    path = tmp_path / "new" / "grades.csv"
    with whole(path) as temporary:
        temporary.write_text("half")
        assert not path.exists()
        temporary.write_text("all of it")
    assert path.read_text() == "all of it"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("error", [OSError, KeyboardInterrupt])
def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path, error):
    path = tmp_path / "grades.csv"
    path.write_text("old")

    def write():
        with whole(path) as temporary:
            temporary.write_text("half")
            raise error

    with pytest.raises(error):
        write()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_strangers_text_is_written_without_what_steers_a_terminal_or_cannot_be_written(tmp_path):
    path = tmp_path / "page.html"
    write_whole(path, "a\x1b[31m\x00b\x9b1m\t\u202ec\u2066\n\ud800")
    assert path.read_bytes() == b"a[31mb1m\tc\n?"


def test_bytes_are_written_as_they_are(tmp_path):
    write_whole(tmp_path / "new" / "photo.png", b"\x00\x1b\xff")
    assert (tmp_path / "new" / "photo.png").read_bytes() == b"\x00\x1b\xff"


def test_ctrl_c_waits_for_a_step_that_must_be_whole():
    before, done = signal.getsignal(signal.SIGINT), []

    def step():
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            done.append("all of it")

    with pytest.raises(KeyboardInterrupt):
        step()
    assert done == ["all of it"]
    assert signal.getsignal(signal.SIGINT) is before
    with undisturbed():
        pass  # and nothing is raised where nobody interrupts


def test_ctrl_c_is_heard_though_the_step_that_it_waited_for_has_failed():
    def step():
        with undisturbed():
            signal.raise_signal(signal.SIGINT)
            raise ValueError

    with pytest.raises(KeyboardInterrupt):
        step()
