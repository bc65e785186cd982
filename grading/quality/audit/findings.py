"""What a survey says of a notebook's tests: findings, worst first.

A *hole* lets a wrong answer pass, pays for nothing, or refuses a right one. A *note* is the
author's to judge.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from grading import wording
from grading.quality.audit.asking import changed_share, changes_differ
from grading.quality.audit.lies import Lie
from grading.quality.audit.near import TURNED
from grading.quality.audit.pasted import diff, pasted_test, shown_call, shown_reply
from grading.quality.audit.survey import Looked, Survey, Tried
from grading.quality.audit.unseen import changed_in
from grading.quality.audit.untried import never_tried

KINDS = {  # in the order of how bad they are, each with its heading
    "fails_own": "The solution fails its own tests",
    "no_test": "Nothing is tested",
    "fooled": "Tests that a value fools",
    "nothing": "Points for nothing",
    "loose": "Wrong answers that tests look at and let pass",
    "untried": "Wrong answers in places where no test looks",
    "changed": "Arguments that may be changed unseen",
    "no_error": "Errors that no test asks for",
    "rejected": "Right ways that are refused",
    "luck": "Verdicts that change with the random numbers",
    "fooled_plain": "Tests that a value fools where they share a process with the answer",
    "price": "Small slips that cost everything",
    "types": "Kinds of results that are refused: does your text say so?",
    "plain_kernel": "What nothing but a process of its own keeps out",
}
NOTES = {"price", "types", "plain_kernel"}
SMALL, MOST_POINTS = 0.1, 0.9  # of the outputs; of the points
MOST = 12  # survivors that are told of a finding


@dataclass(frozen=True)
class Detail:
    """One answer behind a finding.

    Attributes
    ----------
    change : str
        What it changes, in a line.
    diff : str
    share : float
        Of the outputs that were asked for, how much is otherwise.
    call, expected, got : str
        The smallest call that tells it from the solution, and what comes of it.
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
    more: int = 0  # details that are left out

    @property
    def hole(self) -> bool:
        return self.kind not in NOTES


@dataclass(frozen=True)
class Row:
    """What is counted of an exercise."""

    name: str
    tests: int
    points: float
    mutants: int
    killed: int
    elsewhere: int  # refused by tests of other exercises only
    alike: int  # pass, and nothing that was asked tells them from the solution
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
    """All that is said of a notebook."""

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


def report(survey: Survey) -> Report:
    """What a survey says, worst first."""
    points = {part.name: part.points for part in survey.audited.tests}
    out_of = {e.name: sum(points[t] for t in e.tests) for e in survey.audited.exercises}
    found: list[Finding] = []
    rows, undecided, alike, accepted, prices = [], [], [], [], {}
    for looked in survey.exercises:
        exercise = survey.audited.solution(looked.name)
        reasons = survey.audited.accepted.get(looked.name, {})
        kinds = _sorted_out(looked, reasons)
        undecided += [(looked.name, t.answer.title) for t in kinds["undecided"]]
        alike += [(looked.name, t.answer.title) for t in kinds["alike"]]
        accepted += [
            (looked.name, t.answer.title, reasons[t.answer.title]) for t in kinds["accepted"]
        ]
        found += _of_solution(looked, exercise, out_of[looked.name])
        found += _unseen(looked, kinds["unseen"], exercise)
        found += _near(looked, exercise, out_of[looked.name], reasons)
        found += _nothings(looked, points)
        found += _survivors(looked, kinds["survivors"], exercise, out_of[looked.name])
        found += _refused(looked, out_of[looked.name])
        found += _luck(looked, exercise, kinds["lucky"])
        found += _prices(looked, out_of[looked.name], points)
        prices[looked.name] = _price_list(looked, points)
        rows.append(_row(looked, exercise, out_of[looked.name], kinds, points))
    unearned = {test for f in found if f.kind == "nothing" for test in f.tests}
    found += _fooled(survey.fooled, points, unearned)
    order = list(KINDS)
    place = {e.name: i for i, e in enumerate(survey.audited.exercises)}
    found.sort(key=lambda f: (f.kind in NOTES, order.index(f.kind), -f.points,
                              place.get(f.exercise, 0), -_largest(f), f.text))  # fmt: skip
    return Report(
        survey.audited.title,
        survey.audited.format,
        survey.seeds,
        tuple(rows),
        tuple(found),
        tuple(undecided),
        tuple(alike),
        tuple(accepted),
        prices,
    )


def _largest(finding):
    return max((detail.share for detail in finding.details), default=0.0)


def _sorted_out(looked: Looked, reasons: dict) -> dict[str, list[Tried]]:
    """Mutants by what became of them."""
    kinds: dict[str, list[Tried]] = {
        kind: []
        for kind in (
            "killed", "accepted", "elsewhere", "alike", "undecided", "survivors", "lucky", "unseen",
        )
    }  # fmt: skip
    for tried in looked.of("mutant"):
        kinds[_kind_of(looked, tried, reasons)].append(tried)
    return kinds


def _kind_of(looked, tried, reasons):
    passes = set(tried.passes.values())
    if passes == {True, False}:
        return "lucky"
    if not tried.survives:
        return "killed"
    if tried.answer.title in reasons:
        return "accepted"
    if tried.elsewhere:
        return "elsewhere"
    if tried.telling:
        return "survivors"
    called = looked.unseen.called
    if called and changed_in(looked.source, tried.answer.source) <= called:
        return "unseen"
    return "alike" if tried.decided else "undecided"


def _row(looked, exercise, out_of, kinds, points):
    ways = [t for t in looked.of("rewrite", "alternative") if _is_right_way(t)]
    paid = [sum(t.verdict.scores.values()) for t in looked.of("nothing") if not t.is_right]
    return Row(
        name=looked.name,
        tests=len(exercise.tests),
        points=out_of,
        mutants=len(looked.of("mutant")),
        killed=len(kinds["killed"]),
        elsewhere=len(kinds["elsewhere"]),
        alike=len(kinds["alike"]),
        accepted=len(kinds["accepted"]),
        undecided=len(kinds["undecided"]) + len(kinds["unseen"]),
        survivors=len(kinds["survivors"]) + len(kinds["lucky"]),
        left_out=looked.left_out,
        ways=len(ways),
        ways_refused=sum(bool(t.verdict.failed) for t in ways),
        nothings=len(paid),
        paid=max(paid, default=0.0),
    )


# --- kinds of findings -------------------------------------------------------------------------


def _of_solution(looked, exercise, points) -> Iterator[Finding]:
    if not exercise.tests:
        yield Finding("no_test", looked.name, f"No test looks at `{looked.name}`.")
        return
    failing: dict[str, list[int]] = {}
    whys = {}
    for seed, verdict in looked.own.items():
        for test, why in verdict.failed.items():
            failing.setdefault(test, []).append(seed)
            whys.setdefault(test, why)
    for test, seeds in failing.items():
        always = len(seeds) == len(looked.own)
        often = "fails" if always else f"fails with {len(seeds)} of {len(looked.own)} seeds"
        advice = (
            "Is a file or a package missing here? What follows about this exercise says little."
            if always
            else "Fix the random numbers, or widen what the test allows."
        )
        yield Finding(
            "fails_own" if always else "luck",
            looked.name,
            f"The author's own solution {often} `{test}`: {_short(whys[test])}",
            advice,
            (test,),
            points,
        )


def _unseen(looked, passing, exercise) -> Iterator[Finding]:
    """Functions and methods that no test calls, where changes in them pass."""
    by_place: dict[frozenset[str], list[Tried]] = {}
    for tried in passing:
        by_place.setdefault(changed_in(looked.source, tried.answer.source), []).append(tried)
    for place, members in by_place.items():
        names = _and([f"`{name}`" for name in sorted(place)])
        details = [Detail(t.answer.title, diff(looked.source, t.answer.source)) for t in members]
        yield Finding(
            "no_test",
            looked.name,
            f"No test calls {names}: {len(members)} change{'s' * (len(members) > 1)} in it pass"
            f"{'es' * (len(members) == 1)}.",
            "Call it, and compare what it gives.",
            exercise.tests,
            0,
            tuple(details[:MOST]),
            max(0, len(details) - MOST),
        )


def _near(looked, exercise, points, reasons) -> Iterator[Finding]:
    """What is wrong all over, and passes though the tests' own calls show it."""
    passing = [
        t for t in looked.of("near") if t.survives and any(call.far == 0 for call, *_ in t.telling)
    ]
    off = [t for t in passing if t.answer.title != TURNED]  # the furthest first
    for tried in off[:1] + [t for t in passing if t.answer.title == TURNED]:
        title = tried.answer.title
        if title in reasons:
            continue
        yield Finding(
            "loose",
            looked.name,
            f"The tests of `{looked.name}` accept the right answer with {title}.",
            ADVICE["loose"],
            exercise.tests,
            points,
            (replace(_detail(looked, tried), change=title, diff=""),),
        )


def _nothings(looked, points) -> Iterator[Finding]:
    paid: dict[tuple[str, ...], list[str]] = {}
    for tried in looked.of("nothing"):
        tests = tuple(t for t, score in tried.verdict.scores.items() if score > 0)
        if tests and not tried.is_right:
            paid.setdefault(tests, []).append(tried.answer.title)
    for tests, titles in paid.items():
        given = sum(points[t] for t in tests)
        yield Finding(
            "nothing",
            looked.name,
            f"{_listed(tests)} give{'s' * (len(tests) == 1)} {wording.points(given)} to: "
            f"{', '.join(titles)}.",
            "Let no test pass before it has compared values that such an answer cannot guess.",
            tests,
            given,
        )


def _survivors(looked, survivors, exercise, points) -> Iterator[Finding]:
    groups: dict[tuple, list[Tried]] = {}
    for tried in survivors:
        groups.setdefault(_reason(looked, tried), []).append(tried)
    for (kind, lines), members in groups.items():
        members.sort(key=lambda t: (-t.share, t.answer.title))
        text = _told(kind, lines, len(members), looked.name, len(looked.seen) == 1)
        advice = ADVICE[kind]
        yield Finding(
            kind,
            looked.name,
            text,
            advice,
            exercise.tests,
            points,
            tuple(_detail(looked, tried) for tried in members[:MOST]),
            max(0, len(members) - MOST),
        )


ADVICE = {
    "loose": "Compare every element, with a tolerance near the rounding error; assert it.",
    "untried": "Add a call that breaks this: each answer below comes with one.",
    "changed": "Keep a copy of an argument, and compare it afterwards.",
    "no_error": "Ask for the error, if your text promises it.",
}


def _told(kind, lines, many, name, once):
    """The sentence of a finding about wrong answers that pass."""
    one = many == 1
    wrong = "a wrong answer" if one else f"{many} wrong answers"
    if kind == "loose":
        return (
            f"The tests make calls to which {wrong} repl{'ies' if one else 'y'} wrongly, "
            "and do not notice."
        )
    if kind == "changed":
        what = f"change{'s' * one} what is handed in"
        if lines:  # as the solution does, but otherwise
            what = f"leave{'s' * one} what is handed in otherwise than the solution does"
    elif kind == "no_error":
        what = f"accept{'s' if one else ''} what the solution refuses, or fail{'s' * one} otherwise"
    else:
        return f"{_sentence(lines, once)} {wrong} to `{name}` pass{'es' * one}."
    start = wrong[0].upper() + wrong[1:]
    return f"{start} to `{name}` {what}, and pass{'es' * one}."


def _reason(looked, tried):
    """Why an answer passes: the kind of the finding, and what the tests never try."""
    if all(e.error for _, e, _ in tried.telling):
        return "no_error", ()
    telling = [(c, e, g) for c, e, g in tried.telling if not e.error]
    if all(not _otherwise(e, g) for _, e, g in telling):
        meant = any(e.changed for _, e, _ in telling)
        return "changed", ("in place",) if meant else ()
    if unread := _unread(looked, telling):
        return "untried", tuple(f"`{name}` is never read" for name in unread)
    if tried.shown:
        return "loose", ()
    calls = [call for call, *_ in telling]
    seen = [call for call in looked.seen if call.name == calls[0].name]
    answers = {id(call): shown_reply(reply) for call, reply in looked.calls if not reply.error}
    lines = never_tried(seen, calls, looked.source, tried.asked, answers)
    return "untried", tuple(lines)


def _unread(looked, telling):
    """What an object keeps and no test reads, where all that is otherwise is kept there."""
    found = set()
    for call, expected, got in telling:
        unread = looked.unseen.read.get(call.name, ())
        first = len(expected.values) - len(call.looks)
        names = dict(enumerate(call.looks, start=first))
        for i, (a, b) in enumerate(zip(expected.values, got.values, strict=False)):
            if changed_share(a, b):
                found.add(names.get(i, ""))
        if got.error or changes_differ(expected, got) or not found <= set(unread):
            return []
    return sorted(found)


def _otherwise(expected, got):
    return bool(got.error) or changed_share(expected.values, got.values) > 0


def _sentence(lines, once):
    if not lines:
        return "The tests make one call only:" if once else "No test makes a call that shows it:"
    return f"In the tests {_and(lines)}:"


def _detail(looked, tried):
    call, expected, got = next(
        (each for each in tried.telling if not each[1].error), tried.telling[0]
    )
    return Detail(
        tried.answer.title,
        diff(looked.source, tried.answer.source),
        tried.share,
        shown_call(call, looked.source),
        shown_reply(expected),
        shown_reply(got),
        pasted_test(call, expected, got, looked.source),
    )


def _is_right_way(tried):
    if tried.answer.kind == "alternative":
        return True
    return tried.strict and tried.is_right


def _refused(looked, points) -> Iterator[Finding]:
    own = set().union(*(v.failed for v in looked.own.values())) if looked.own else set()
    for tried in looked.of("rewrite", "alternative"):
        failed = {t: why for t, why in tried.verdict.failed.items() if t not in own}
        if not failed:
            continue
        test, why = next(iter(failed.items()))
        if tried.answer.kind == "rewrite" and why.startswith("Stopped"):
            continue  # a loop may be too slow where a vector form is not
        lost = points - sum(tried.verdict.scores.values())
        if _is_right_way(tried):
            yield Finding(
                "rejected",
                looked.name,
                f"`{test}` refuses a right way, {tried.answer.title}: {_short(why)}",
                "Ask for what the answer gives, within rounding, not for how it is written.",
                tuple(failed),
                lost,
                (Detail(tried.answer.title, diff(looked.source, tried.answer.source)),),
            )
        elif not tried.strict and tried.is_right:
            yield Finding(
                "types",
                looked.name,
                f"`{test}` refuses {tried.answer.title}: {_short(why)}",
                "",
                tuple(failed),
                lost,
            )


def _luck(looked, exercise, lucky) -> Iterator[Finding]:
    details = []
    for tried in lucky:
        passing = sum(tried.passes.values())
        text = f"passes with {passing} of {len(tried.passes)} seeds: {tried.answer.title}"
        details.append(Detail(text, diff(looked.source, tried.answer.source), tried.share))
    if details:
        yield Finding(
            "luck",
            looked.name,
            f"Whether {len(details)} wrong answers to `{looked.name}` pass is a matter of luck.",
            "Add a case without random numbers, or more random ones.",
            exercise.tests,
            0,
            tuple(details[:MOST]),
            max(0, len(details) - MOST),
        )
    for tried in looked.of("rewrite", "alternative"):
        passing = sum(tried.passes.values())
        if tried.survives and tried.passes and passing < len(tried.passes):
            yield Finding(
                "luck",
                looked.name,
                f"A right way, {tried.answer.title}, passes with {passing} of "
                f"{len(tried.passes)} seeds.",
                "Widen what the test allows.",
                exercise.tests,
            )


def _price_list(looked, points):
    """Of each mutant: what it changes, which share of the outputs, what it costs, what kills it."""
    return [
        {
            "change": t.answer.title,
            "share": round(t.share, 4),
            "lost": sum(points[test] - score for test, score in t.verdict.scores.items()),
            "killed_by": sorted(t.verdict.failed),
        }
        for t in looked.of("mutant")
    ]


def _prices(looked, out_of, points) -> Iterator[Finding]:
    if not out_of:
        return
    harsh = [
        t
        for t in looked.of("mutant")
        if t.verdict.failed
        and 0 < t.share <= SMALL
        and out_of - sum(t.verdict.scores.values()) >= MOST_POINTS * out_of
    ]
    if harsh:
        harsh.sort(key=lambda t: (t.share, t.answer.title))
        details = tuple(
            Detail(t.answer.title, diff(looked.source, t.answer.source), t.share) for t in harsh
        )
        yield Finding(
            "price",
            looked.name,
            f"{len(harsh)} answers to `{looked.name}` that are right in nine outputs of ten "
            f"or more lose all {wording.points(out_of)}.",
            "Give special cases a test, and points, of their own.",
            (),
            out_of,
            details[:MOST],
            max(0, len(details) - MOST),
        )


def _fooled(fooled: list[tuple[Lie, list[str], list[str]]], points, unearned) -> Iterator[Finding]:
    """Tests that tricks pass; those that pay for nothing need no trick."""
    for lie, passed_here, passed_there in fooled:
        here = [t for t in passed_here if lie.of_value or t not in unearned]
        if here:
            yield Finding(
                "fooled",
                "",
                f"{_listed(here)} give{'s' * (len(here) == 1)} "
                f"{wording.points(sum(points[t] for t in here))} to: {lie.title}.",
                "Look at type and shape first, and compare so that what is no number fails.",
                tuple(here),
                sum(points[t] for t in here),
            )
        only = [t for t in passed_there if t not in passed_here and t not in unearned]
        if only:
            yield Finding(
                "fooled_plain" if lie.of_value else "plain_kernel",
                "",
                f"In a plain kernel, {_listed(only)} give{'s' * (len(only) == 1)} "
                f"{wording.points(sum(points[t] for t in only))} to: {lie.title}.",
                "Look at the type first; or grade where answers have a process of their own."
                if lie.of_value
                else "Grade where answers have a process of their own.",
                tuple(only),
                sum(points[t] for t in only),
            )


def _listed(tests):
    names = [f"`{name}`" for name in tests]
    if len(names) > 4:
        return f"{', '.join(names[:3])} and {len(names) - 3} more"
    return _and(names)


def _and(parts):
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _short(text):
    return " ".join(text.split())[:160]
