"""What grading a submission takes and gives: typed values that nobody changes afterwards."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

CELL_SECONDS = 30
ALL_SECONDS = 120


@dataclass(frozen=True)
class Job:
    """All that grading a submission needs.

    Attributes
    ----------
    files : tuple of (str, bytes or None)
        Names and contents of the notebooks handed in; None where one is too large to read.
    teacher : str
        The instructor's notebook, hidden tests included, as JSON.
    seed : int
        Of this run: the tests' random data come from it.
    student_seed : int
        Of the student's generators, which know it: nothing about `seed` follows from it.
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
        Its place in the notebook that is graded.
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
    """The cells of a submission that has been planned already, to be run: see `Job`.

    Attributes
    ----------
    functions_last : bool
        Whether what is answered may go on to call a function of the test when the call that it
        was given to is over, as what `compose(f, g)` returns does. A student's never may: it
        could ask such a function what the test expects.
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
    """What became of a cell: its outputs in the notebook format; of a test the score as well.

    `why` says in one text why a test failed, and is empty where it passed.
    """

    outputs: tuple[dict[str, Any], ...] = ()
    score: float = 0
    why: str = ""


@dataclass(frozen=True)
class TestResult:
    """The points that a test gave, the points that it can give, and why it gave no more."""

    __test__: ClassVar[bool] = False  # not a class of tests, whatever pytest thinks of its name

    score: float
    out_of: float
    why: str = ""


@dataclass(frozen=True)
class Case:
    """One call with a wrong answer: as texts, and the two values to draw, or None."""

    call: str
    expected: str
    got: str
    expected_values: list | None = None
    got_values: list | None = None


WHEN = "fact only "  # how the names of facts begin that say when an answer is wrong, not why


@dataclass(frozen=True)
class Diagnosis:
    """What a wrong answer comes from.

    Attributes
    ----------
    slip : str
        Name of the mistake: in the bank, of the rule that it follows, of a fact about the answer;
        or "".
    alike : tuple of str
        Other known mistakes that cannot be told from it.
    idea, hint : str
        What its author believes, and the sentence that helps.
    case : Case or None
        The smallest call that was found to give a wrong answer.
    kind : str
        "bank", "rule" or "fact": where the name comes from; or "".
    also : tuple of Diagnosis
        What was found beside it, without cases.
    whole : bool
        Whether that explains all that is wrong; if not, the case shows some of the rest.
    behaviour : str
        The same for answers that are wrong in the same way, or "".
    where : str
        When it is wrong, in a sentence, or "".
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
        """Whether no mistake has been found: at most it is said when the answer is wrong."""
        return not self.slip or self.slip.startswith(WHEN)


@dataclass(frozen=True)
class Explanation:
    """A diagnosis of what a student defined, and the failed test that shall say it in `text`."""

    name: str
    test: str
    text: str
    diagnosis: Diagnosis


# Takes the lab, the failed tests and why each failed, what gives the student's answer by name and
# until when it may be asked, and the exceptions after which it cannot be asked any more.
Diagnose = Callable[
    [str, Mapping[str, str], Callable[[str, float], Any], tuple[type[BaseException], ...]],
    Iterable[Explanation],
]


@dataclass(frozen=True)
class Run:
    """What came of running the cells of a submission.

    Attributes
    ----------
    outcomes : dict
        For each cell's id its `Outcome`.
    seconds : dict
        CPU seconds of both processes by stage: ``start``, ``cells`` and ``tests``, and
        ``diagnosis`` where tests failed.
    diagnoses : dict
        A `Diagnosis` by the name that it is about.
    remarks : tuple of str
        Why nothing could be run.
    """

    outcomes: dict[int, Outcome]
    seconds: dict[str, float]
    diagnoses: dict[str, Diagnosis]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What became of a submission.

    Attributes
    ----------
    notebook : str
        The graded one, as JSON.
    tests : dict
        A `TestResult` by the name of the test.
    answered : dict
        Of each solution cell, by name, whether the student wrote anything.
    remarks : tuple of str
        Sentences on what was odd.
    seconds : dict
        CPU seconds by stage: ``plan``, and those of `Run`.
    diagnoses : dict
        A `Diagnosis` of each name that is wrong in a way that could be told.
    student_seed : int
        Of the student's generators.
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
        """Sum of the points that the tests gave."""
        return sum(test.score for test in self.tests.values())

    @property
    def out_of(self) -> float:
        """Sum of the points that the tests can give."""
        return sum(test.out_of for test in self.tests.values())


def result_of(content: Any) -> Result:
    """A result from what `dataclasses.asdict` made of it and JSON kept, old ones included.

    Raises
    ------
    ValueError
        It is no result, or one of a version that nobody reads any more.
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
    """A test's result; in old files it is a list of the three."""
    if isinstance(content, list):
        score, out_of, why = content
    else:
        score, out_of, why = content["score"], content["out_of"], content["why"]
    return TestResult(float(score), float(out_of), str(why))


def _diagnoses_of(content: Any) -> dict[str, Diagnosis]:
    """Diagnoses by name; what is odd about one costs that one only."""
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
