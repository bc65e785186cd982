"""For all tests: an instructor's own gradebook is never theirs."""

import os

from hypothesis import settings

os.environ.pop("GRADEBOOK_URL", None)

# CI tries the same examples each time, so that a red run is red again when it is looked into.
settings.register_profile("ci", derandomize=True)
if "CI" in os.environ:
    settings.load_profile("ci")
