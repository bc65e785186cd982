"""Turn a survey of a notebook's tests into findings, worst first."""

from grading.quality.audit.found import KINDS, NOTES, Finding, Report, Row
from grading.quality.audit.kinds import (
    faults_of_solution,
    fooled_tests,
    high_prices,
    is_right_way,
    lucky_verdicts,
    near_misses,
    paid_for_nothing,
    passing_mutants,
    price_list,
    refused_ways,
    unread_changes,
)
from grading.quality.audit.survey import Looked, Survey, Tried
from grading.quality.audit.unseen import changed_in


def report(survey: Survey) -> Report:
    """The findings of a survey, worst first."""
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
        found += faults_of_solution(looked, exercise, out_of[looked.name])
        found += unread_changes(looked, kinds["unseen"], exercise)
        found += near_misses(looked, exercise, out_of[looked.name], reasons)
        found += paid_for_nothing(looked, points)
        found += passing_mutants(looked, kinds["survivors"], exercise, out_of[looked.name])
        found += refused_ways(looked, out_of[looked.name])
        found += lucky_verdicts(looked, exercise, kinds["lucky"])
        found += high_prices(looked, out_of[looked.name])
        prices[looked.name] = price_list(looked, points)
        rows.append(_row(looked, exercise, out_of[looked.name], kinds))
    unearned = {test for f in found if f.kind == "nothing" for test in f.tests}
    found += fooled_tests(survey.fooled, points, unearned)
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


def _row(looked, exercise, out_of, kinds):
    ways = [t for t in looked.of("rewrite", "alternative") if is_right_way(t)]
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
