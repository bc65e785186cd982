"""The house: an arrow may only run downwards, and it shows when one does not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def lint(folder):
    """What import-linter says of a copy of the project."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path):
    """The modules of the project, without labs, bank and data."""
    for package in ("grading", "lib"):
        for path in (ROOT / package).rglob("*.py"):
            inside = path.relative_to(ROOT)
            if {"labs", "misconceptions", "solutions"}.isdisjoint(inside.parts):
                (tmp_path / inside.parent).mkdir(parents=True, exist_ok=True)
                shutil.copy(path, tmp_path / inside)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_arrows_run_downwards_only(copy):
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("grading/engine/examiner.py", "import grading.diagnosis.diagnose"),
        ("grading/engine/plan.py", "def late():\n    from grading.records import nbgrader"),
        ("grading/paths.py", "from grading.labfile import visible"),
        ("lib/compare.py", "def late():\n    import grading.engine.model"),
    ],
)
def test_an_arrow_upwards_is_refused_even_inside_a_function(copy, module, line):
    with (copy / module).open("a") as file:
        file.write(f"\n{line}\n")
    done = lint(copy)
    assert done.returncode != 0
    assert "BROKEN" in done.stdout
