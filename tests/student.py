"""A student's machine, for tests: an environment with the student's packages and no others."""

import json
import os
import subprocess
import sys
import sysconfig
from contextlib import suppress
from importlib.metadata import distribution
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from packaging.requirements import Requirement

from grading.authoring.handout import FOR_STUDENTS
from grading.paths import NOTEBOOKS
from grading.quality.bank import own_solutions


def environment(folder):
    """Make an environment of what ``requirements.txt`` asks for; returns its Python.

    There is no network: the packages are lent by the environment of the tests, with what they need
    in turn and nothing else. So `lib`, `grading` and nbgrader are not there.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    asked = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)
    site, lender = Path(asked.stdout.strip()), Path(sysconfig.get_path("purelib"))
    lines = (FOR_STUDENTS / "requirements.txt").read_text().splitlines()
    for name in needed([line for line in lines if not line.startswith("#")]):
        tops = {file.parts[0] for file in distribution(name).files or ()}
        for top in tops - {"..", "__pycache__"}:
            if not (site / top).exists():
                (site / top).symlink_to(lender / top)
    return python


def needed(lines):
    """Names of the packages that requirements ask for, and of those that these need."""
    found, todo = set(), [Requirement(line) for line in lines]
    while todo:
        requirement = todo.pop()
        marker = requirement.marker
        if (marker is None or marker.evaluate({"extra": ""})) and requirement.name not in found:
            found.add(requirement.name)
            todo += map(Requirement, distribution(requirement.name).requires or ())
    return found


def run(python, code, folder, **variables):
    """Run a few lines as a script that stands in `folder`; returns what came of it."""
    return subprocess.run(
        [python, "-c", code],
        cwd=folder,
        env=clean(**variables),
        capture_output=True,
        text=True,
        check=False,
    )


def clean(**variables):
    """The variables of the process, without those by which Python finds more than it has."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"PYTHONNOUSERSITE": "1", "PYTHONWARNINGS": "error"} | variables


def lab_notebook(lab, solved=False):
    """A lab as students get it, or with its own solutions in it."""
    notebook = nbformat.read(NOTEBOOKS / lab / f"{lab}.ipynb", as_version=4)
    answers = own_solutions(lab) if solved else {}
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") in answers:
            cell.source = answers[cell.metadata["nbgrader"]["grade_id"]]
    return notebook


def install_kernel(python, home, name, monkeypatch):
    """Let Jupyter run notebooks in `python`, whose kernel is called `name`; its files in `home`."""
    spec = home / "kernels" / name
    spec.mkdir(parents=True)
    argv = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    about = {"argv": argv, "display_name": "A student's", "language": "python"}
    (spec / "kernel.json").write_text(json.dumps(about))
    monkeypatch.setenv("JUPYTER_PATH", str(home))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(home / "runtime"))
    monkeypatch.setenv("IPYTHONDIR", str(home / "ipython"))
    monkeypatch.delenv("PYTHONPATH", raising=False)


def run_all(notebook, folder):
    """Run a notebook in a folder with the kernel "student", as "Run All" does; returns it.

    As there, it ends at the first error of a cell that does not say that it may fail.
    """
    resources = {"metadata": {"path": str(folder)}}
    with suppress(CellExecutionError):
        NotebookClient(notebook, kernel_name="student", resources=resources, timeout=600).execute()
    return notebook


def errors_of(notebook):
    """The errors under each cell, by the cell's id."""
    found = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if output.output_type == "error":
                found[cell.id] = output
    return found
