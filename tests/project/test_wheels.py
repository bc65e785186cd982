"""Two distributions from one tree: each installs into an empty environment and works there."""

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from email import message_from_bytes
from pathlib import Path

import nbformat
import pytest
from packaging.requirements import Requirement
from thorough import thorough

from grading.authoring.source import source_notebook, write_notebook
from grading.paths import ROOT, lab_names
from grading.quality.bank import own_solutions

SMALL = {"ipykernel", "ipython", "ipywidgets", "matplotlib", "numpy", "scipy", "tqdm"}
SECRET = re.compile(
    r"### BEGIN (?:SOLUTION|HIDDEN TESTS)\n(.*?)### END (?:SOLUTION|HIDDEN TESTS)", re.S
)


@pytest.fixture(scope="module")
def wheels(tmp_path_factory):
    """The student's and the instructor's wheel, built from a copy of what git knows."""
    folder = tmp_path_factory.mktemp("wheels")
    done = subprocess.run(
        [sys.executable, ROOT / "packaging" / "wheels.py", folder], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    student, instructor = sorted(folder.glob("*.whl"))
    return student, instructor


def environment(folder, *wheels):
    """An environment with these wheels, and no other way to `lib` and `grading`.

    What they need is lent by the environment of the tests, for there is no network.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    asked = subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True)
    site = Path(asked.stdout.strip())
    for wheel in wheels:
        zipfile.ZipFile(wheel).extractall(site)
    for package in Path(sysconfig.get_path("purelib")).iterdir():
        own = package.name.startswith(("__editable__", "convolution_labs", "_editable"))
        if not own and package.suffix != ".pth":
            (site / package.name).symlink_to(package)
    return python


def run(*command, cwd):
    path = os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]])  # lent too
    env = os.environ | {"PATH": path}
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-3000:]
    return done.stdout


def answered(path, lab, answers):
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.metadata.get("nbgrader", {}).get("grade_id") in answers:
            cell.source = answers[cell.metadata["nbgrader"]["grade_id"]]
    return notebook


def needs(wheel):
    with zipfile.ZipFile(wheel) as opened:
        name = next(n for n in opened.namelist() if n.endswith(".dist-info/METADATA"))
        wanted = message_from_bytes(opened.read(name)).get_all("Requires-Dist")
    return {Requirement(line).name for line in wanted}


def lines_of(text):
    lines = {" ".join(line.split()) for line in text.splitlines()}
    return {line for line in lines if len(line) > 20 and not line.startswith("#")}


def test_the_students_wheel_needs_a_handful_of_packages(wheels):
    assert needs(wheels[0]) <= SMALL
    assert {"numpy", "convolution-labs"} <= needs(wheels[1])


def test_no_solution_line_and_no_hidden_test_is_in_the_students_wheel(wheels):
    secret, public = set(), set()
    for lab in lab_names():
        for cell in source_notebook(lab).cells:
            secret |= {line for part in SECRET.findall(cell.source) for line in lines_of(part)}
            public |= lines_of(SECRET.sub("", cell.source))
    assert len(secret - public) > 500
    with zipfile.ZipFile(wheels[0]) as opened:
        names = [name for name in opened.namelist() if ".dist-info/" not in name]
        assert {name.split("/")[0] for name in names} == {"lib"}
        assert "lib/py.typed" in names
        for name in names:
            text = opened.read(name).decode("utf-8", errors="replace")
            assert not (secret - public) & lines_of(text), name


def test_the_instructors_wheel_has_every_lab_solution_template_and_picture(wheels):
    with zipfile.ZipFile(wheels[1]) as opened:
        names = set(opened.namelist())
    folders = ("labs", "misconceptions", "solutions", "pages/templates")
    files = [p for folder in folders for p in (ROOT / "grading" / folder).rglob("*.*")]
    files = {p.relative_to(ROOT).as_posix() for p in files if "__pycache__" not in p.parts}
    assert len(files) > 200
    assert files <= names
    pictures = [
        p.relative_to(ROOT) for f in ("images", "figures") for p in (ROOT / f).glob("*.png")
    ]
    assert {f"grading/pictures/{p.as_posix()}" for p in pictures} <= names
    assert not any(name.startswith("lib/") for name in names)


@thorough
def test_a_lab_runs_with_the_students_wheel_alone(wheels, tmp_path):
    python = environment(tmp_path / "env", wheels[0])
    lab = "lab1_dot"
    notebook = answered(ROOT / "notebooks" / lab / f"{lab}.ipynb", lab, own_solutions(lab))
    work = tmp_path / "work"
    work.mkdir()
    write_notebook(notebook, work / f"{lab}.ipynb")
    found = run(python, "-c", "import lib.checking; print(lib.__file__)", cwd=work)
    assert found.startswith(str(tmp_path))
    command = [python, "-m", "nbconvert", "--to", "notebook", "--execute", "--inplace"]
    run(*command, f"{lab}.ipynb", cwd=work)
    cells = nbformat.read(work / f"{lab}.ipynb", as_version=4).cells
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    assert any("PASSED" in output.get("text", "") for output in outputs)
    assert not [output for output in outputs if output.output_type == "error"]


@thorough
def test_a_class_is_graded_in_an_empty_folder_with_the_instructors_wheel(wheels, tmp_path):
    python = environment(tmp_path / "env", *wheels)
    course, lab = tmp_path / "course", "lab1_dot"
    course.mkdir()
    grading = (python, "-m", "grading")
    run(*grading, "release", lab, cwd=course)
    released = course / "notebooks" / lab / f"{lab}.ipynb"
    assert released.read_bytes() == (ROOT / "notebooks" / lab / f"{lab}.ipynb").read_bytes()
    for student, answers in {"ada": own_solutions(lab), "felix": {}}.items():
        path = course / "submitted" / student / lab / f"{lab}.ipynb"
        path.parent.mkdir(parents=True)
        write_notebook(answered(released, lab, answers), path)
    run(*grading, "autograde", lab, "--seed", "1", cwd=course)
    shown = run(*grading, "scores", lab, cwd=course)
    points = dict(re.findall(r"^(ada|felix)\D*([\d.]+)", shown, re.M))
    assert float(points["felix"]) == 0 < float(points["ada"]), shown
    run(*grading, "feedback", lab, cwd=course)
    assert (course / "feedback" / "ada" / lab / f"{lab}.html").exists()


@pytest.mark.parametrize("inside", ["grading", ""])
def test_nbgrader_finds_the_class_beside_its_configuration(inside, tmp_path):
    """In the project the class is in `grading/`; with the wheels it is the folder itself."""
    (tmp_path / inside).mkdir(exist_ok=True)
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    ask = (
        "from traitlets.config.loader import PyFileConfigLoader\n"
        "print(PyFileConfigLoader('nbgrader_config.py').load_config().CourseDirectory.root)"
    )
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(said.stdout.strip()) == tmp_path / inside


def test_the_sandbox_of_an_installed_grader_cannot_read_labs_and_solutions(wheels, tmp_path):
    python = environment(tmp_path / "env", *wheels)
    ask = (
        "from grading.engine import sandbox; from grading.paths import LABS\n"
        "sandbox.Files = lambda readable, listed: readable\n"
        "readable = sandbox.interpreter_files()\n"
        "assert len(readable) > 100\n"
        "print([str(path) for path in readable if path in (LABS, *LABS.parents)])"
    )
    assert run(python, "-c", ask, cwd=tmp_path).strip() == "[]"


@thorough
def test_gradescopes_and_githubs_graders_come_out_of_the_wheels_too(wheels, tmp_path):
    python = environment(tmp_path / "env", *wheels)
    course, lab = tmp_path / "course", "lab1_dot"
    course.mkdir()
    grading = (python, "-m", "grading")
    run(*grading, "github", cwd=course)
    workflow = ROOT / "docs" / "platforms" / "classroom.yml"
    assert (course / "dist" / "classroom.yml").read_bytes() == workflow.read_bytes()
    run(*grading, "gradescope", lab, cwd=course)
    root = tmp_path / "autograder"
    zipfile.ZipFile(course / "dist" / f"{lab}_gradescope.zip").extractall(root / "source")
    assert not (root / "source" / "grading" / "solutions").exists()
    for folder in ("submission", "results"):
        (root / folder).mkdir()
    blank = course / "notebooks" / lab / f"{lab}.ipynb"
    work = answered(blank, lab, own_solutions(lab))
    write_notebook(work, root / "submission" / f"{lab}.ipynb")
    run("bash", "source/setup.sh", cwd=root)
    run("bash", "source/run_autograder", cwd=root)
    found = json.loads((root / "results" / "results.json").read_text())
    tests = [test for test in found["tests"] if "score" in test]
    assert found["score"] == sum(test["max_score"] for test in tests) > 0
