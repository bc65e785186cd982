"""What came of a test or a cell, in words: it has passed, failed, or been stopped."""

import traceback
from typing import Any

from grading.engine.model import Outcome
from grading.engine.outputs import MAX_TEXT


def passed(value: Any, points: float) -> Outcome:
    """The outcome of a completed test cell, from the value of its last line."""
    if value is None:
        return Outcome(score=points)
    score = _partial(value, points)
    shown = {
        "output_type": "execute_result",
        "data": {"text/plain": repr(value)[:MAX_TEXT]},
        "metadata": {},
        "execution_count": None,
    }
    return Outcome((shown,), score)


def _partial(value: Any, points: float) -> float:
    """Score of a test cell by its last value: a number is partial credit, as in nbgrader."""
    try:
        score = float(repr(value))
    except (ValueError, TypeError):
        return points
    if not 0 <= score <= points:
        raise ValueError(f"the test gives {score:g} points of {points:g}: tell your instructor")
    return score


def failed(error: Exception) -> Outcome:
    """The outcome of a failed test, with the message for the student."""
    frames = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in frames if frame.f_code.co_filename == "<test>"][:1]
    match getattr(error, "place_of_case", ()):  # a hidden case may be judged by a line in view
        case ("<test>", line) if lines:
            lines = [line]
    trace = [f"in the test, line {line}" for line in lines]
    trace += [f"in your code, {line}" for line in getattr(error, "student_trace", [])]
    return _unsuccessful(type(error).__name__, str(error)[:MAX_TEXT], trace)


def stopped(why: str) -> Outcome:
    """The outcome of a cell that was stopped or never run."""
    return _unsuccessful("Stopped", why, [])


def _unsuccessful(name: str, text: str, trace: list[str]) -> Outcome:
    why = f"{name}: {text}" if text else name
    output = {"output_type": "error", "ename": name, "evalue": text, "traceback": [*trace, why]}
    return Outcome((output,), why=why)


def why_and_where(outcome: Outcome) -> str:
    """Why a test failed, and below it the lines of the student's code that it came through."""
    lines = [line for output in outcome.outputs for line in output.get("traceback", [])]
    return "\n".join([outcome.why, *(line for line in lines if line.startswith("in your code, "))])


def with_text(outcome: Outcome, text: str) -> Outcome:
    """The outcome of a failed test, with a text added to its reason."""
    return Outcome(
        tuple(_output_with_text(output, text) for output in outcome.outputs),
        outcome.score,
        f"{outcome.why}\n{text}",
    )


def _output_with_text(output: dict[str, Any], text: str) -> dict[str, Any]:
    if output["output_type"] != "error":
        return output
    *lines, last = output["traceback"]
    return output | {
        "evalue": f"{output['evalue']}\n{text}",
        "traceback": [*lines, f"{last}\n{text}"],
    }
