"""What a student reads before the due date names a mistake in a sentence of its own."""

import json

import pytest

from grading.engine.model import Diagnosis, Result, TestResult
from grading.lms.early import verdicts
from grading.lms.gradescope_run import results
from lib.diagnosis import SAME

RULE = f"{SAME} the stride is ignored."


@pytest.mark.parametrize(
    ("kind", "idea", "said"),
    [
        ("bank", "Turn it.", f'{SAME} you think: "Turn it."'),
        ("rule", RULE, RULE),
        ("fact", "It writes into its input.", "It writes into its input."),
        ("", "", ""),
    ],
)
def test_a_mistake_is_said_once_and_a_thought_as_a_thought(kind, idea, said):
    found = {"mean": Diagnosis("its name", (), idea, "Look.", kind=kind)}
    tests = {"test_mean": TestResult(0, 3, "Wrong.")}
    notebook = json.dumps({"cells": []})
    result = Result("tiny", "ann", 7, notebook, tests, {"mean": True}, diagnoses=found)
    assert [verdict.idea for verdict in verdicts(result)] == [said]
    shown = results(result)["tests"][0]["output"]
    assert shown.count(SAME) == said.count(SAME)
    assert shown.endswith(said)
