"""The workflow for a student's repository runs the visible checks and reports the points."""

import json
import os
import subprocess
import sys

import pytest
import tiny
import yaml

from grading.paths import ROOT

WORKFLOW = ROOT / "docs" / "platforms" / "classroom.yml"


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return tiny.make_course(tmp_path_factory.mktemp("course"))


def steps():
    return yaml.safe_load(WORKFLOW.read_text())["jobs"]["check"]["steps"]


def check(folder, notebook):
    (folder / "tiny").mkdir(parents=True)
    (folder / "tiny" / "tiny.ipynb").write_text(json.dumps(notebook))
    (script,) = [step["run"] for step in steps() if step.get("shell") == "python"]
    env = os.environ | {"GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, env=env, capture_output=True, text=True
    )
    # A kernel that ends may write a traceback of its own.
    assert 'File "<string>"' not in done.stderr, done.stderr
    return done, (folder / "summary.md").read_text()


def test_right_work_has_all_points(course, tmp_path):
    done, summary = check(tmp_path / "repo", tiny.answered(course))
    assert done.returncode == 0, done.stdout
    assert f"Points {tiny.FULL}/{tiny.FULL}" in done.stdout
    assert f"**{tiny.FULL} of {tiny.FULL} points**" in summary


def test_wrong_work_loses_the_points_of_what_fails(course, tmp_path):
    answers = {**tiny.ANSWERS, "double": "def double(x):\n    return 0"}
    done, _ = check(tmp_path / "repo", tiny.answered(course, **answers))
    assert done.returncode == 1
    assert f"Points {tiny.FULL - tiny.POINTS['test_double']}/{tiny.FULL}" in done.stdout
    assert "double(3) gives 0" in done.stdout


def test_outputs_and_tags_that_are_handed_in_count_for_nothing(course, tmp_path):
    notebook = tiny.handout(course)
    for cell in notebook["cells"]:
        cell["metadata"]["tags"] = ["skip-execution"]
        if cell["cell_type"] == "code":
            cell["execution_count"] = 1
    done, _ = check(tmp_path / "repo", notebook)
    assert f"Points 0/{tiny.FULL}" in done.stdout


def test_no_hidden_test_is_in_it():
    assert "HIDDEN" not in WORKFLOW.read_text()
