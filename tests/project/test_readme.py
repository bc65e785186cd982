"""What the README shows is what happens."""

import re

import numpy as np
import pytest

from grading.__main__ import VERBS
from grading.paths import ROOT, lab_names
from lib.checking import gradient_check

README = (ROOT / "README.md").read_text()


def dot(image, filter):
    return np.sum(image * filter)


def test_the_failure_it_shows_is_what_gradient_check_says(monkeypatch):
    monkeypatch.delenv("CHECKING_SEED", raising=False)
    shown = README.split("AssertionError: ")[1].split("```")[0]
    X = np.array([[1.0, 2, 0, 1], [0, 3, 1, 2], [2, 1, 1, 0]])
    w = np.array([[1.0, -1], [0, 2]])

    def conv_forward(X, w):
        windows = np.lib.stride_tricks.sliding_window_view(X, w.shape)
        return np.einsum("ijkl,kl->ij", windows, w)

    def conv_backward(X, w, dA=None):
        dA = np.ones(conv_forward(X, w).shape) if dA is None else dA
        dX = np.zeros(X.shape)
        dw = np.zeros(w.shape)
        for i, j in np.ndindex(*dA.shape):
            dX[i : i + len(w), j : j + len(w[0])] += w * dA[i, j]
            dw += X[i : i + len(w), j : j + len(w[0])]  # forgets dA
        return {"X": dX, "w": dw}

    with pytest.raises(AssertionError) as failure:
        gradient_check(forward_f=conv_forward, backward_f=conv_backward, X=X, w=w)
    assert " ".join(shown.split()) == " ".join(str(failure.value).split())


def test_every_file_it_links_to_exists():
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert len(links) > 8
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_it_lists_every_lab():
    for lab in lab_names():
        assert f"notebooks/{lab}/{lab}.ipynb" in README


def test_every_command_it_names_is_there():
    makefile = (ROOT / "Makefile").read_text()
    for target in re.findall(r"`?make (\w+)", README):
        assert re.search(rf"^{target}:", makefile, re.M), target
    verbs = {each.run.__name__.strip("_") for each in VERBS}
    assert set(re.findall(r"python -m grading (\w+)", README)) <= verbs


def test_what_students_are_to_type_runs_in_the_environment_that_make_has_made():
    (section,) = re.findall(r"## If you are a student\n(.*?)\n## ", README, re.S)
    commands = re.findall(r"`(\S*python -m [^`]+)`", section)
    assert commands
    assert all(command.startswith(".venv/bin/python ") for command in commands)
