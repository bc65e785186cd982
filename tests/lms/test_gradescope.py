"""Gradescope's autograder, run as Gradescope runs it: both scripts, in a root of its layout."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import tiny

from grading.lms.gradescope_zip import gradescope_zip

VISIBILITIES = {"hidden", "after_due_date", "after_published", "visible"}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return tiny.make_course(tmp_path_factory.mktemp("course"))


@pytest.fixture(scope="module")
def image(course, tmp_path_factory):
    """A root in which the image has been made."""
    root = tmp_path_factory.mktemp("autograder")
    gradescope_zip(tiny.LAB, root / "upload.zip", course, say=lambda line: None)
    shutil.unpack_archive(root / "upload.zip", root / "source")
    with zipfile.ZipFile(root / "upload.zip") as archive:
        for info in archive.infolist():
            os.chmod(root / "source" / info.filename, info.external_attr >> 16)
    done = call(["bash", "source/setup.sh"], root)
    assert done.returncode == 0, done.stderr
    shutil.copy(root / "source" / "run_autograder", root / "run_autograder")
    return root


def call(command, root):
    """Run a script with no network to ask and nothing of this project to find."""
    bin_folder = Path(sys.executable).parent
    env = {"PATH": f"{bin_folder}:/usr/bin:/bin", "HOME": str(root), "PIP_NO_INDEX": "1"}
    return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, timeout=600)


def grade(root, **files):
    """What comes of a submission; the root is used again, with all that is compiled in it."""
    for name in ("submission", "results"):
        shutil.rmtree(root / name, ignore_errors=True)
        (root / name).mkdir()
    (root / "submission_metadata.json").write_text(json.dumps({"id": 1, "users": []}))
    for name, content in files.items():
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        (root / "submission" / name).write_bytes(data)
    done = call(["./run_autograder"], root)
    assert done.returncode == 0, done.stderr
    found = json.loads((root / "results" / "results.json").read_text())
    check_format(found)
    return found


def check_format(found):
    """What Gradescope's description of the format asks for."""
    assert isinstance(found["score"], int | float)
    for test in found["tests"]:
        assert test["visibility"] in VISIBILITIES
        assert test["output_format"] in ("text", "html", "simple_format", "md", "ansi")
        assert isinstance(test["output"], str)
        assert test.get("status", "passed") in ("passed", "failed")
        if "score" in test:
            assert 0 <= test["score"] <= test["max_score"]


def test_right_work_has_all_points(image, course):
    found = grade(image, **{"tiny.ipynb": tiny.answered(course)})
    assert found["score"] == tiny.FULL
    assert [test["status"] for test in found["tests"]] == ["passed"] * 3
    assert "Written answers" in found["output"]


def test_wrong_work_is_told_why_and_no_hidden_input(image, course):
    answers = {**tiny.ANSWERS, "double": "def double(x):\n    return 6 if np.ndim(x) == 0 else x"}
    answers["mean"] = "def mean(x):\n    return 0"
    found = grade(image, **{"tiny.ipynb": tiny.answered(course, **answers)})
    tests = {test["name"].split(": ")[1]: test for test in found["tests"] if "score" in test}
    assert tests["test_double"]["score"] == 0
    assert "hidden part" in tests["test_double"]["output"]
    assert "arange" not in json.dumps(found)
    assert "mean([1, 2, 6]) gives 0" in tests["test_mean"]["output"]


def test_nothing_handed_in_has_no_points_and_a_sentence(image):
    found = grade(image, **{"essay.pdf": b"%PDF"})
    assert found["score"] == 0
    assert "hand in tiny.ipynb" in found["output"]


def test_a_renamed_notebook_in_utf16_is_found_beside_a_blank_one(image, course):
    data = json.dumps(tiny.answered(course)).encode("utf-16")
    blank = tiny.handout(course)
    files = {"tiny.ipynb": blank, **{f"copy{n}.ipynb": blank for n in range(8)}}
    found = grade(image, **files, **{"final.json": data})
    assert found["score"] == tiny.FULL
    assert "The notebook is called final.json" in found["output"]
    assert found["output"].count("There are several notebooks") == 1


def test_odd_files_beside_the_work_cost_it_nothing(image, course):
    """The first of them used to end the reading, whatever came after it."""
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tiny.ipynb", bytes(30 << 20))
    files = {
        "a.zip": b"PK\x03\x04 and nothing else",
        "b.zip": bomb.getvalue(),
        "c.ipynb": b"[" * 100_000,
        "\x1b[31m=1+1.zip": b"PK\x05\x06",
        "grading.py": b"raise SystemExit('mine')",
        "sitecustomize.py": b"raise SystemExit('mine')",
        "results.json": b'{"score": 100}',
        "tiny.ipynb": tiny.answered(course),
        "z.zip": b"",
    }
    found = grade(image, **files)
    assert found["score"] == tiny.FULL
    assert "a.zip was not read" in found["output"]
    assert "\x1b" not in found["output"]


@pytest.mark.parametrize("name", ["tiny.ipynb", "tiny"])
def test_a_zip_is_read_whatever_it_is_called(image, course, name):
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("a/tiny.ipynb", json.dumps(tiny.answered(course)))
    assert grade(image, **{name: zipped.getvalue()})["score"] == tiny.FULL


def test_a_notebook_is_read_even_if_it_is_called_a_zip(image, course):
    found = grade(image, **{"tiny.ipynb.zip": tiny.answered(course)})
    assert found["score"] == tiny.FULL


def test_two_zips_of_one_lab_are_the_same_bytes(course, tmp_path):
    for name in ("a.zip", "b.zip"):
        gradescope_zip(tiny.LAB, tmp_path / name, course, say=lambda line: None)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_what_students_may_not_have_is_not_beside_their_work(image):
    """The solutions of the bank are of no use there, so they are not there."""
    names = [path.name for path in (image / "source").rglob("*")]
    assert "solutions" not in names
    assert "misconceptions" not in names
