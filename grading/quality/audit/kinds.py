"""Each kind of finding: how it is found in a survey, and its words."""

from collections.abc import Iterator
from dataclasses import replace

from grading import wording
from grading.quality.audit.asking import changed_share, changes_differ
from grading.quality.audit.found import Detail, Finding
from grading.quality.audit.lies import Lie
from grading.quality.audit.near import TURNED
from grading.quality.audit.pasted import diff, pasted_test, shown_call, shown_reply, values_differ
from grading.quality.audit.survey import Tried
from grading.quality.audit.unseen import changed_in
from grading.quality.audit.untried import never_tried

SMALL, MOST_POINTS = 0.1, 0.9  # of the outputs; of the points
MOST = 12  # survivors that a finding lists
ADVICE = {
    "loose": "Compare every element, with a tolerance near the rounding error; assert it.",
    "untried": "Add a call that breaks this: each answer below comes with one.",
    "changed": "Keep a copy of an argument, and compare it afterwards.",
    "no_error": "Ask for the error, if your text promises it.",
}


def faults_of_solution(looked, exercise, points) -> Iterator[Finding]:
    """Exercises without tests, and tests that the solution itself fails under some seed."""
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


def unread_changes(looked, passing, exercise) -> Iterator[Finding]:
    """Functions and methods that no test calls, if changes in them pass."""
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


def near_misses(looked, exercise, points, reasons) -> Iterator[Finding]:
    """Answers that are wrong everywhere but pass, though the tests' own calls show it."""
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


def paid_for_nothing(looked, points) -> Iterator[Finding]:
    """Answers without content that get points."""
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


def passing_mutants(looked, survivors, exercise, points) -> Iterator[Finding]:
    """Wrong answers that pass, grouped by what the tests do not try."""
    groups: dict[tuple, list[Tried]] = {}
    for tried in survivors:
        groups.setdefault(_reason(looked, tried), []).append(tried)
    for (kind, lines), members in groups.items():
        members.sort(key=lambda t: (-t.share, t.answer.title))
        text = _sentence_about(kind, lines, len(members), looked.name, len(looked.seen) == 1)
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


def _sentence_about(kind, lines, many, name, once):
    """The text of a finding about wrong answers that pass."""
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
            what = f"leave{'s' * one} what is handed in other than the solution does"
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
    if all(not values_differ(e, g) for _, e, g in telling):
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
    """Attributes that no test reads, if all differences are in them."""
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
        shown_call(call),
        shown_reply(expected),
        shown_reply(got),
        pasted_test(call, expected, got, looked.source),
    )


def is_right_way(tried):
    """Whether an answer is right too: the author says so, or it behaves like the solution."""
    if tried.answer.kind == "alternative":
        return True
    return tried.strict and tried.is_right


def refused_ways(looked, points) -> Iterator[Finding]:
    """Right answers that lose points."""
    own = set().union(*(v.failed for v in looked.own.values())) if looked.own else set()
    for tried in looked.of("rewrite", "alternative"):
        failed = {t: why for t, why in tried.verdict.failed.items() if t not in own}
        if not failed:
            continue
        test, why = next(iter(failed.items()))
        if tried.answer.kind == "rewrite" and why.startswith("Stopped"):
            continue  # a loop may be too slow where a vector form is not
        lost = points - sum(tried.verdict.scores.values())
        if is_right_way(tried):
            yield Finding(
                "rejected",
                looked.name,
                f"`{test}` refuses a correct solution, {tried.answer.title}: {_short(why)}",
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


def lucky_verdicts(looked, exercise, lucky) -> Iterator[Finding]:
    """Wrong answers that pass with some random data."""
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
                f"A correct solution, {tried.answer.title}, passes with {passing} of "
                f"{len(tried.passes)} seeds.",
                "Widen what the test allows.",
                exercise.tests,
            )


def price_list(looked, points):
    """Each mutant's change, share of changed outputs, points lost, and tests that refuse it."""
    return [
        {
            "change": t.answer.title,
            "share": round(t.share, 4),
            "lost": sum(points[test] - score for test, score in t.verdict.scores.items()),
            "killed_by": sorted(t.verdict.failed),
        }
        for t in looked.of("mutant")
    ]


def high_prices(looked, out_of) -> Iterator[Finding]:
    """Small mistakes that lose most of the points."""
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


def fooled_tests(
    fooled: list[tuple[Lie, list[str], list[str]]], points, unearned
) -> Iterator[Finding]:
    """Tests that tricks pass, except those that give points for nothing anyway."""
    for lie, passed_here, passed_there in fooled:
        here = [t for t in passed_here if lie.of_value or t not in unearned]
        if here:
            yield Finding(
                "fooled",
                "",
                f"{_listed(here)} give{'s' * (len(here) == 1)} "
                f"{wording.points(sum(points[t] for t in here))} to: {lie.title}.",
                "Look at type and shape first, and compare in such a way that NaN fails.",
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
