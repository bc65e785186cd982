"""A class of the tiny lab, graded without running anybody's code."""

import shutil

import pytest
import quick
from tiny import answered, hand_in


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    folder = tmp_path_factory.mktemp("released")
    quick.release(folder)
    return folder


@pytest.fixture
def course(released, tmp_path, by_hand):
    """A class of two, one of whom has half of it right; nothing is graded yet."""
    folder = tmp_path / "class"
    shutil.copytree(released, folder)
    hand_in(
        folder, "ann", answered(folder, double="RIGHT", mean="RIGHT", spread="RIGHT", why="Yes")
    )
    hand_in(folder, "bob", answered(folder, double="RIGHT"))
    return folder
