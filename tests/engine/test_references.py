"""`scipy.signal` is there without what nobody calls, and that is there when somebody does."""

import os
import subprocess
import sys

import nbformat
import pytest

from grading.classroom.processes import grade_one
from grading.engine.model import Cell, CellsJob
from grading.paths import ROOT

LOAD = f"import sys; sys.path[:0] = [{str(ROOT)!r}]\nfrom grading.engine import references\n"


def said(code, path=""):
    """What a fresh Python prints."""
    environment = os.environ | {"PYTHONPATH": str(path)}
    run = subprocess.run(
        [sys.executable, "-c", LOAD + code], env=environment, text=True, capture_output=True
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.split()


def test_scipy_stats_is_loaded_when_it_is_called_for():
    code = """
references.load()
print("scipy.signal" in sys.modules, "scipy.stats" in sys.modules)
import numpy as np, scipy.signal
print(*scipy.signal.find_peaks_cwt(np.sin(np.arange(0, 30, 0.1)), np.arange(1, 10)))
import scipy.stats
print(scipy.stats.norm.cdf(0))
"""
    assert said(code) == ["True", "False", "16", "79", "142", "205", "268", "0.5"]


def test_where_scipy_stats_is_loaded_already_nothing_takes_its_place():
    code = """
import scipy.stats
before = sys.modules["scipy.stats"]
references.load()
print(sys.modules["scipy.stats"] is before, before.norm.cdf(0))
"""
    assert said(code) == ["True", "0.5"]


def test_a_scipy_that_needs_more_of_it_is_loaded_whole(tmp_path):
    package = tmp_path / "scipy"
    (package / "signal").mkdir(parents=True)
    (package / "stats").mkdir()
    (package / "__init__.py").touch()
    (package / "signal" / "__init__.py").write_text("from scipy.stats import other\n")
    (package / "stats" / "__init__.py").write_text("other = 'all of it'\n")
    code = "references.load(); print(sys.modules['scipy.signal'].other)"
    assert said(code, tmp_path) == ["all", "of", "it"]


def test_without_scipy_nothing_happens():
    assert said("sys.modules['scipy'] = None; references.load(); print('done')") == ["done"]


@pytest.mark.parametrize("needs", [True, False])
def test_a_grader_has_it_where_tests_need_it_and_only_there(needs):
    tests = "from scipy.signal import convolve" if needs else "# scipy is out of bounds"
    look = f"import sys\nassert ('scipy.signal' in sys.modules) is {needs}"
    cells = (
        Cell("test", 0, look, "test_look", 1.0),
        Cell("test", 1, tests, "test_more", 1.0),
    )
    run = grade_one(CellsJob(cells, "", "tiny", 1))
    assert [outcome.score for outcome in run.outcomes.values()] == [1, 1]


def test_what_scipy_brings_for_nobody_is_there_when_somebody_asks():
    code = """
references.load()
print("numpy.f2py" in sys.modules)
import numpy, numpy.f2py, scipy.signal
print(numpy.f2py.__file__.endswith(".py"), numpy.f2py is sys.modules["numpy.f2py"])
print(scipy.signal.correlate2d([[1.0, 2]], [[3.0]]), scipy.signal.correlate2d.__doc__[:15])
"""
    assert said(code) == ["False", "True", "True", "[[3.", "6.]]", "Cross-correlate"]


TAKES = "from scipy import signal"
USES = "assert signal.correlate2d([[1]], [[2]]) == 2"


def lab(given, test):
    """A lab's notebook: a cell without marks, an answer, a test."""
    cells = [
        nbformat.v4.new_code_cell(source, metadata={"nbgrader": mark} if mark else {})
        for source, mark in (
            (given, None),
            ("x = 1", {"grade_id": "x", "grade": False, "solution": True, "locked": False}),
            (test, {"grade_id": "test_x", "grade": True, "solution": False, "points": 1}),
        )
    ]
    return nbformat.writes(nbformat.v4.new_notebook(cells=cells))


@pytest.mark.parametrize(
    ("given", "test", "needs"),
    [
        (TAKES, "assert x == 1", False),
        (f"{TAKES}\nprint(signal)", "assert x == 1", False),
        (TAKES, USES, True),
        ("import scipy.signal as signal", USES, True),
        ("", f"{TAKES}\n{USES}", True),
    ],
)
def test_what_only_a_student_looks_at_loads_no_scipy(given, test, needs):
    code = f"""
from grading.engine.worker import prepare
prepare("tiny", {lab(given, test)!r})
print("scipy.signal" in sys.modules)
"""
    assert said(code) == [str(needs)]
