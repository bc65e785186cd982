"""What the tests of the platforms share."""

import pytest
import tiny


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    """A class to which the tiny lab has been released, to be copied."""
    return tiny.make_course(tmp_path_factory.mktemp("course"))
