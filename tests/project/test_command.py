"""The command answers at once: `--help` loads nothing that only grading needs."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from grading.__main__ import main

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


NUMBERS = {
    "autograde": ["--seed=-1", f"--seed={2**32}", "--jobs=0", f"--jobs={10**20}", "--jobs=1.5"],
    "watch": ["--attempts-per-day=0"],
    "bank": ["--seeds=0"],
    "audit": ["--jobs=-1", "--seeds=0"],
}


@pytest.mark.parametrize(
    ("name", "option"), [(name, each) for name, those in NUMBERS.items() for each in those]
)
def test_a_number_out_of_range_is_refused_before_anything_is_done(name, option, capsys):
    with pytest.raises(SystemExit) as left:
        main([name, "no_such_lab", option])
    assert left.value.code == 2
    assert "expected a whole number from" in capsys.readouterr().err.splitlines()[-1]


def test_a_number_in_range_is_not_refused(capsys):
    """The twin: it is the lab that is not there."""
    assert main(["autograde", "no_such_lab", "--seed=0", "--jobs=1"]) == 1
    assert "no lab 'no_such_lab'" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["github"], ["export", "--db", "sqlite://"]])
@pytest.mark.parametrize(
    ("place", "why"), [("", "it is a folder; name a file in it"), ("file/in/it", "it is no folder")]
)
def test_a_path_that_cannot_be_written_is_one_line(words, place, why, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main([*words, str(tmp_path / place)]) == 1
    said = capsys.readouterr().err.strip()
    assert said.startswith(str(tmp_path))
    assert said.endswith(f"cannot be written: {why}.")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("words", [["github"], ["export", "--db", "sqlite://"]])
def test_a_pipe_is_not_replaced_by_a_file(words, tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe")
    assert main([*words, str(tmp_path / "pipe")]) == 1
    assert "it is a device or a pipe; name a file." in capsys.readouterr().err
    assert [path.is_fifo() for path in tmp_path.iterdir()] == [True]


@pytest.mark.parametrize("words", [["scores", "lab1_dot"], ["autograde", "lab1_dot"], ["status"]])
def test_a_python_without_the_packages_is_told_in_one_line(words):
    """`-S` hides all that is installed."""
    done = subprocess.run(
        [sys.executable, "-S", "-m", "grading", *words], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.splitlines()
    assert "is not installed in" in line
    assert line.endswith("`.venv/bin/python -m grading ...`.")


INTERRUPTED = """
import os, runpy, signal, sys

class Interrupter:
    def find_spec(self, name, path=None, target=None):
        if name == {when!r}:
            sys.meta_path.remove(self)
            os.kill(os.getpid(), signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)
sys.meta_path.insert(0, Interrupter())
sys.argv[1:] = ["scores", "lab1_dot", "--db", "sqlite:///{folder}/a.db"]
runpy.run_module("grading", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    "when", ["argparse", "grading.lms.verbs", "grading.records.files", "numpy"]
)
def test_a_ctrl_c_during_imports_ends_in_one_line(when, tmp_path):
    (tmp_path / "a.db").touch()
    code = INTERRUPTED.format(when=when, folder=tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 130, done.stderr
    assert done.stderr.strip() == "Interrupted. Finished work is kept."


@pytest.mark.parametrize("words", [["scores", "lab1_dot"], ["export"], ["status"], ["backup"]])
def test_a_misspelt_gradebook_is_told_and_no_empty_one_is_made(words, tmp_path, capsys):
    assert main([*words, "--db", f"sqlite:///{tmp_path}/misspelt.db"]) == 1
    assert capsys.readouterr().err == f"There is no gradebook {tmp_path}/misspelt.db.\n"
    assert not list(tmp_path.iterdir())


def test_where_a_ctrl_c_is_to_be_ignored_it_stays_so(tmp_path):
    """The twin: as in a script's background, no handler of ours is put in the place of that."""
    code = INTERRUPTED.format(when="grading.lms.verbs", folder=tmp_path)
    code = code.replace("signal.default_int_handler", "signal.SIG_IGN")
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "Interrupted" not in done.stderr
    assert done.returncode == 1
