"""How much is tried: all of it where `CI` is set, as `.ci/run` does; on a desk a sample.

`make test` is for people, who wait for it: of what takes longest it tries some of each kind, the
same each time. Whatever is left out there is tried by `CI=true make test`.
"""

import os
from collections.abc import Iterable
from itertools import islice

import pytest

IN_CI = "CI" in os.environ

# For a test that takes half a minute and whose promise another one keeps in small.
thorough = pytest.mark.skipif(not IN_CI, reason="takes long: CI=true make test runs it")


def examples(most: int) -> int:
    """How many examples Hypothesis tries: `most` in CI, here a quarter, other ones each time."""
    return most if IN_CI else -(-most // 4)


def sample(things: Iterable, most: int, always: Iterable = ()) -> list:
    """At most `most` of some things, from their whole range, and `always`; all of them in CI."""
    things = list(things)
    if IN_CI:
        return things
    chosen = {*islice(things, 0, None, -(-len(things) // most)), *always}
    return [thing for thing in things if thing in chosen]
