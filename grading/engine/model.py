"""The input and output of grading a submission, as typed, immutable values."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

CELL_SECONDS = 30
ALL_SECONDS = 120


@dataclass(frozen=True)
class Job:
    """Everything needed to grade a submission.

    Attributes
    ----------
    files : tuple of (str, bytes or None)
        Names and contents of the notebooks handed in; None for one that is too large to read.
    teacher : str
        The instructor's notebook, hidden tests included, as JSON.
    seed : int
        Seed of this run: the tests' random data come from it.
    student_seed : int
        Seed of the student's random generators. Students can read it; it reveals nothing of `seed`.
    out_of_bounds : tuple of str
        Packages and NumPy functions that the student's code cannot reach.
    trusted : bool
        Whether the student's code runs without a sandbox.
    cell_seconds, all_seconds : float
        Limits for a cell and for the whole submission.
    """

    lab: str
    student: str
    files: tuple[tuple[str, bytes | None], ...]
    teacher: str
    seed: int
    out_of_bounds: tuple[str, ...] = ()
    trusted: bool = False
    cell_seconds: float = CELL_SECONDS
    all_seconds: float = ALL_SECONDS
    student_seed: int = field(default_factory=lambda: secrets.randbits(32))


@dataclass(frozen=True)
class Cell:
    """A code cell to run.

    Attributes
    ----------
    kind : str
        "student" (runs in the student's process), "locked" (given: runs on both sides) or "test"
        (runs in the examiner).
    id : int
        Its position in the graded notebook.
    name : str
        Its grade_id, or "".
    """

    kind: str
    id: int
    source: str
    name: str = ""
    points: float = 0


@dataclass(frozen=True)
class CellsJob:
    """The cells of a planned submission, to be run: see `Job`.

    Attributes
    ----------
    functions_last : bool
        Whether an answer may keep a function of the test and call it after the call that passed it
        is over, as the result of `compose(f, g)` does. A student's answer never may: it could ask
        such a function what the test expects.
    """

    cells: tuple[Cell, ...]
    imports: str
    lab: str
    seed: int
    out_of_bounds: tuple[str, ...] = ()
    trusted: bool = False
    cell_seconds: float = CELL_SECONDS
    all_seconds: float = ALL_SECONDS
    student_seed: int = field(default_factory=lambda: secrets.randbits(32))
    functions_last: bool = False


@dataclass(frozen=True)
class Outcome:
    """The outcome of a cell: its outputs in the notebook format, and the score of a test.

    `why` says why a test failed; it is empty if the test passed.
    """

    outputs: tuple[dict[str, Any], ...] = ()
    score: float = 0
    why: str = ""


@dataclass(frozen=True)
class TestResult:
    """The points that a test gave, its maximum, and why it gave no more."""

    __test__: ClassVar[bool] = False  # tells pytest that this is no class of tests

    score: float
    out_of: float
    why: str = ""


@dataclass(frozen=True)
class Case:
    """A call with a wrong answer, as texts, and the two values to draw, or None."""

    call: str
    expected: str
    got: str
    expected_values: list | None = None
    got_values: list | None = None


WHEN = "fact only "  # prefix of facts that say when an answer is wrong, not why


@dataclass(frozen=True)
class Diagnosis:
    """The diagnosis of a wrong answer.

    Attributes
    ----------
    slip : str
        Name of the mistake: an entry of the bank, a rule, or a fact about the answer; or "".
    alike : tuple of str
        Other known mistakes that behave the same.
    idea, hint : str
        What its author believes, and the sentence that helps.
    case : Case or None
        The smallest call found that gives a wrong answer.
    kind : str
        Where the name comes from: "bank", "rule", "fact" or "".
    also : tuple of Diagnosis
        Further mistakes, without cases.
    whole : bool
        Whether this explains all that is wrong; if not, the case shows some of the rest.
    behaviour : str
        A key that is equal for answers that are wrong in the same way, or "".
    where : str
        When the answer is wrong, as a sentence, or "".
    """

    slip: str = ""
    alike: tuple[str, ...] = ()
    idea: str = ""
    hint: str = ""
    case: Case | None = None
    kind: str = ""
    also: tuple["Diagnosis", ...] = ()
    whole: bool = True
    behaviour: str = ""
    where: str = ""

    @property
    def unknown(self) -> bool:
        """Whether no mistake was found, at most a fact on when the answer is wrong."""
        return not self.slip or self.slip.startswith(WHEN)


@dataclass(frozen=True)
class Explanation:
    """A diagnosis of a student's definition, and the failed test that reports it in `text`."""

    name: str
    test: str
    text: str
    diagnosis: Diagnosis


# Takes the lab, the failed tests with their reasons, a function that returns the student's answer
# by name, a deadline, and the exceptions after which the answer cannot be called any more.
Diagnose = Callable[
    [str, Mapping[str, str], Callable[[str, float], Any], tuple[type[BaseException], ...]],
    Iterable[Explanation],
]


@dataclass(frozen=True)
class Run:
    """The result of running a submission's cells.

    Attributes
    ----------
    outcomes : dict
        Each cell's `Outcome`, by id.
    seconds : dict
        CPU seconds of both processes by stage: ``start``, ``cells`` and ``tests``, and
        ``diagnosis`` if tests failed.
    diagnoses : dict
        A `Diagnosis` by the name of the answer.
    remarks : tuple of str
        Why nothing could be run.
    """

    outcomes: dict[int, Outcome]
    seconds: dict[str, float]
    diagnoses: dict[str, Diagnosis]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """The result of a submission.

    Attributes
    ----------
    notebook : str
        The graded notebook, as JSON.
    tests : dict
        A `TestResult` by the name of the test.
    answered : dict
        Whether the student wrote anything, by the solution cell's name.
    remarks : tuple of str
        Sentences about oddities.
    seconds : dict
        CPU seconds by stage: ``plan``, and those of `Run`.
    diagnoses : dict
        A `Diagnosis` of each wrong answer that could be diagnosed, by name.
    student_seed : int
        Seed of the student's random generators.
    """

    lab: str
    student: str
    seed: int
    notebook: str
    tests: dict[str, TestResult]
    answered: dict[str, bool]
    remarks: tuple[str, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)
    diagnoses: dict[str, Diagnosis] = field(default_factory=dict)
    student_seed: int = 0

    @property
    def points(self) -> float:
        """Sum of the tests' points."""
        return sum(test.score for test in self.tests.values())

    @property
    def out_of(self) -> float:
        """Sum of the tests' maximum points."""
        return sum(test.out_of for test in self.tests.values())


def result_of(content: Any) -> Result:
    """A result from its JSON, as `dataclasses.asdict` writes it or as older versions did.

    Raises
    ------
    ValueError
        If it is no result, or one of a version that is no longer supported.
    """
    try:
        return Result(
            lab=str(content["lab"]),
            student=str(content["student"]),
            seed=int(content["seed"]),
            notebook=str(content.get("notebook") or ""),
            tests={str(name): _test_of(test) for name, test in content["tests"].items()},
            answered={str(name): bool(filled) for name, filled in content["answered"].items()},
            remarks=tuple(map(str, content["remarks"])),
            seconds={str(n): float(s) for n, s in (content.get("seconds") or {}).items()},
            diagnoses=_diagnoses_of(content.get("diagnoses")),
            student_seed=int(content.get("student_seed") or 0),
        )
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise ValueError(f"not a result of this version: {error!r}") from None


def _test_of(content: Any) -> TestResult:
    """A test's result; old files have a list of its three fields."""
    if isinstance(content, list):
        score, out_of, why = content
    else:
        score, out_of, why = content["score"], content["out_of"], content["why"]
    return TestResult(float(score), float(out_of), str(why))


def _diagnoses_of(content: Any) -> dict[str, Diagnosis]:
    """Diagnoses by name, without invalid ones."""
    pairs = content.items() if isinstance(content, dict) else ()
    return {str(name): _diagnosis_of(said) for name, said in pairs if isinstance(said, dict)}


TEXTS = ("slip", "idea", "hint", "kind", "behaviour", "where")


def _diagnosis_of(said: dict) -> Diagnosis:
    texts = {key: str(said.get(key) or "") for key in TEXTS}
    alike, also = (
        tuple(value) if isinstance(value, list | tuple) else ()
        for value in (said.get("alike"), said.get("also"))
    )
    others = tuple(_diagnosis_of(other) for other in also if isinstance(other, dict))
    return Diagnosis(
        alike=tuple(map(str, alike)),
        case=_case_of(said.get("case")),
        also=others,
        whole=said.get("whole") is not False,
        **texts,
    )


def _case_of(content: Any) -> Case | None:
    if not isinstance(content, dict):
        return None
    texts = {key: str(content.get(key) or "") for key in ("call", "expected", "got")}
    values = (content.get(f"{key}_values") for key in ("expected", "got"))
    expected, got = (value if isinstance(value, list) else None for value in values)
    return Case(**texts, expected_values=expected, got_values=got)
