"""The commands of the platforms' pages, as they stand there, on archives as platforms make them."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys

import archives
import pytest
from thorough import sample

from grading.paths import ROOT

PAGES = sorted((ROOT / "docs" / "platforms").glob("*.md"))
CLASS = archives.PUPILS[:3]
LAB = "lab1_dot"


def commands(page):
    """The commands in a page's code blocks, without the program's name."""
    blocks = re.findall(r"^```\n(.*?)^```", page.read_text(), re.M | re.S)
    lines = "\n".join(blocks).splitlines()
    return [shlex.split(line)[3:] for line in lines if line.startswith("python -m grading ")]


def notebook(who):
    found = json.loads((ROOT / "notebooks" / LAB / f"{LAB}.ipynb").read_text())
    for cell in found["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "dot_forward":
            cell["source"] = f"def dot_forward(x, w):\n    return (x * w).sum()  # {who}"
    return found


def downloads(folder, page):
    """What was downloaded, under the names that the page uses."""
    layouts = {
        "moodle": {archives.in_moodle(p, f"{LAB}.ipynb"): notebook(p.id) for p in CLASS},
        "gradescope": {"submission_metadata.yml": archives.metadata({5: CLASS[:2], 6: CLASS[2:]})}
        | {f"submission_{n}/{LAB}.ipynb": notebook(n) for n in (5, 6)},
    }
    canvas = {archives.in_canvas(p, f"{LAB}.ipynb"): notebook(p.id) for p in CLASS}
    archives.make_zip(folder / "submissions.zip", layouts.get(page.stem, canvas))
    archives.make_zip(folder / "last_year.zip", canvas)
    repositories = {f"lab1-{p.id}/{LAB}.ipynb": notebook(p.id) for p in CLASS}
    archives.make_folder(folder / "lab1-submissions", repositories)
    archives.roster(folder / "roster.csv")
    rows = ["Identifier,Full name,Email address,Status,Grade"]
    for p in CLASS:
        who = f"Participant {int(p.number) + 5_000_000},{p.first} {p.last},{p.email}"
        rows.append(f"{who},Submitted for grading,")
    (folder / "worksheet.csv").write_text("\n".join(rows))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """The project as it is cloned, with an empty class."""
    root = tmp_path_factory.mktemp("project")
    ours = ("submitted", "gradebook*", "collected", "attempts", "feedback", "results", "source")
    ignore = shutil.ignore_patterns("__pycache__", "release", "autograded", ".locks", *ours)
    for name in ("grading", "lib", "notebooks", "images", "figures", "docs/platforms"):
        shutil.copytree(ROOT / name, root / name, ignore=ignore)
    for name in ("nbgrader_config.py", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, root / name)
    run(root, [["release", LAB]])
    return root


# All in one process, which imports once what each of them needs.
ONE_BY_ONE = """
import json, sys
from grading.__main__ import main
for arguments in json.loads(sys.argv[1]):
    status = main(arguments)
    assert not status, (arguments, status)
"""


def run(root, commands):
    env = os.environ | {"PYTHONPATH": str(root)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # the copy is ours: compiled once for all pages
    done = subprocess.run(
        [sys.executable, "-c", ONE_BY_ONE, json.dumps(commands)],
        cwd=root,
        env=env,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, (done.stdout, done.stderr)
    return done.stdout


@pytest.mark.parametrize("page", sample(PAGES, 1), ids=lambda page: page.stem)
def test_every_command_of_a_page_does_what_the_page_says(project, tmp_path, page):
    root = tmp_path / "project"
    shutil.copytree(project, root)
    downloads(root, page)
    found = [arguments for arguments in commands(page) if arguments[0] != "watch"]
    assert found
    said = run(root, found)
    assert "3 matched" in said
    if page.stem != "README":
        assert (root / "grading" / "submitted" / "s002" / LAB / f"{LAB}.ipynb").is_file()
    returned = [a for a in found if a[0] == "return"]
    for arguments in returned:
        to = arguments[arguments.index("--to") + 1]
        assert (root / "grading" / "returned" / LAB / f"{LAB}_{to}_grades.csv").is_file()


def test_commands_that_never_end_are_understood():
    """`watch` runs until it is stopped: here it is only parsed."""
    import argparse

    from grading.lms.verbs import watch

    parser = argparse.ArgumentParser()
    watch.add_to(parser.add_subparsers())
    watches = [a for page in PAGES for a in commands(page) if a[0] == "watch"]
    assert watches
    for arguments in watches:
        assert parser.parse_args(arguments).lab == LAB
