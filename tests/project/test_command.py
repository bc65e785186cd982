"""The command answers at once: asking for help loads nothing that only grading needs."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = [
    "numpy",
    "nbgrader",
    "scipy",
    "matplotlib",
    "nbformat",
    "sqlalchemy",
    "jupytext",
    "IPython",
    "hypothesis",
]
CODE = """
import contextlib, sys
with contextlib.suppress(SystemExit):
    import grading.__main__
    grading.__main__.main({arguments})
print(*(name for name in {heavy} if name in sys.modules))
"""


@pytest.mark.parametrize("arguments", [["--help"], ["autograde", "--help"], ["no-such-verb"]])
def test_asking_for_help_imports_nothing_heavy(arguments):
    code = CODE.format(arguments=arguments, heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1].strip() == ""


def test_what_loads_something_heavy_is_found():
    code = "import numpy\n" + CODE.format(arguments=["--help"], heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1].strip() == "numpy"


def test_the_version_is_the_projects():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    done = subprocess.run(
        [sys.executable, "-m", "grading", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{project['name']} {project['version']}\n"
