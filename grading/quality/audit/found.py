"""The audit's report on a notebook's tests: findings, and counts.

A *hole* lets a wrong answer pass, gives points for nothing, or refuses a right one. A *note* is the
author's to judge.
"""

from dataclasses import dataclass, field

KINDS = {  # in the order of how bad they are, each with its heading
    "fails_own": "The solution fails its own tests",
    "no_test": "Nothing is tested",
    "fooled": "Tests that a value fools",
    "nothing": "Points for nothing",
    "loose": "Wrong answers that tests look at and let pass",
    "untried": "Wrong answers in places where no test looks",
    "changed": "Arguments that may be changed unseen",
    "no_error": "Errors that no test asks for",
    "rejected": "Correct solutions that are refused",
    "luck": "Verdicts that change with the random numbers",
    "fooled_plain": "Tests that a value fools where they share a process with the answer",
    "price": "Small slips that cost everything",
    "types": "Kinds of results that are refused: does your text say so?",
    "plain_kernel": "What nothing but a process of its own keeps out",
}
NOTES = {"price", "types", "plain_kernel"}


@dataclass(frozen=True)
class Detail:
    """One answer behind a finding.

    Attributes
    ----------
    change : str
        What it changes, in one line.
    diff : str
    share : float
        The share of outputs that differ.
    call, expected, got : str
        The smallest call that shows the difference from the solution, and both results.
    test : str
        A test that fails with it and passes with the solution.
    """

    change: str
    diff: str = ""
    share: float = 0.0
    call: str = ""
    expected: str = ""
    got: str = ""
    test: str = ""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with the tests of an exercise ("" for the whole notebook)."""

    kind: str
    exercise: str
    text: str
    advice: str = ""
    tests: tuple[str, ...] = ()
    points: float = 0
    details: tuple[Detail, ...] = ()
    more: int = 0  # details that are not shown

    @property
    def hole(self) -> bool:
        return self.kind not in NOTES


@dataclass(frozen=True)
class Row:
    """The counts of an exercise."""

    name: str
    tests: int
    points: float
    mutants: int
    killed: int
    elsewhere: int  # refused only by tests of other exercises
    alike: int  # pass, and no call tells them from the solution
    accepted: int
    undecided: int
    survivors: int
    left_out: int
    ways: int
    ways_refused: int
    nothings: int
    paid: float


@dataclass(frozen=True)
class Report:
    """The report on a notebook."""

    title: str
    format: str
    seeds: int
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    undecided: tuple[tuple[str, str], ...] = ()  # exercise and change
    alike: tuple[tuple[str, str], ...] = ()
    accepted: tuple[tuple[str, str, str], ...] = ()  # and why
    prices: dict = field(default_factory=dict)  # by exercise: change, share, points lost, killers

    @property
    def holes(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.hole)
