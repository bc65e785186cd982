"""For all tests: an instructor's own gradebook is never theirs."""

import os

os.environ.pop("GRADEBOOK_URL", None)
