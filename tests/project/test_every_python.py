"""The same bytes released, the same points and the same words on every Python.

``OTHER_PYTHONS`` names interpreters of other versions that have the packages of the lock, as
``.ci/run`` does for those of its machine.
"""

import json
import os
import subprocess
import sys

import pytest

from grading.paths import ROOT

PYTHONS = [path for path in os.environ.get("OTHER_PYTHONS", "").split(os.pathsep) if path]


def found_by(python):
    run = [python, "-m", "tests.project.graded_here"]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def here():
    return found_by(sys.executable)


@pytest.mark.skipif(not PYTHONS, reason="OTHER_PYTHONS names no other Python")
@pytest.mark.parametrize("python", PYTHONS)
def test_another_python_releases_the_same_bytes_and_grades_with_the_same_points_and_words(
    here, python
):
    there = found_by(python)
    assert there["released"] == here["released"]
    assert there["points"] == here["points"]
    assert there["graded"] == here["graded"]
    assert len(here["graded"]) == len(here["points"]) > 10
