"""What the tests of the engine share."""

import pytest

from grading.engine.nursery import Nursery


@pytest.fixture(scope="module")
def nursery():
    """A nursery whose sandbox holds, for the tests of a file."""
    started = Nursery()
    started.prove()
    yield started
    started.close()
