"""Explain a wrong answer by one, two or three mistakes: output by output, aspect by aspect.

A mistake explains a place where the answer is wrong if it gives that very answer there. It is out
of the question if it is wrong anywhere that the answer is right. So an answer is explained when
each wrong place is accounted for, and nothing is predicted that is not there. Where two mistakes
meet in one place, it shows neither; then the places count where only one of them is at work.
"""

from dataclasses import dataclass, field
from math import fsum  # whose result, unlike sum's, does not depend on the order in a set

import numpy as np

from lib.diagnosis_known import ANY, BANK, RULE, is_plain

MOST = 3  # mistakes named at once
ERROR = 0.2  # weight of a place where there was an exception
UNTOLD = 0.4  # and of numbers that are all the same, or none
SHARP = (  # errors that have one cause, whatever the code around them
    "fact an array is asked whether it is true or false",
    "fact a float is used as a size or an index",
    "fact what is used as an index is not a whole number",
    "fact `{name}` has no default",
)
BY_CHANCE = 0.15  # share of the wrong numbers below which a mistake only happens to fit
ENOUGH = 1.5  # weight of explained places below which a mistake that leaves others is a guess


@dataclass
class Explanation:
    """ideas found, and the wrong places that none of them explains."""

    ideas: list = field(default_factory=list)
    left: list = field(default_factory=list)


def explain(found, wrong, ideas, weights):
    """Find the mistakes behind wrong answers.

    Parameters
    ----------
    found : dict
        The codes of the answers by place.
    wrong : dict
        The code at each place that is not right.
    ideas : list of lib.diagnosis_known.Idea
        The likelier ones first.
    weights : dict
        How much each place tells.

    Returns
    -------
    Explanation
    """
    candidates = []
    only_errors = not any(p[3] == "value" for p in found)
    for rank, idea in enumerate(ideas):
        # Where nothing but errors comes back, a mistake that fails as well may fail for any reason.
        if only_errors and idea.kind != "fact":
            continue
        # Where the answer is right, the mistake must not show.
        if any(p in found and p not in wrong for p in idea.answers):
            continue
        matched = idea.explained(wrong)
        # Who raises the same errors, and nowhere gives the same wrong numbers, errs elsewhere.
        numbers = [p for p in idea.answers if p[3] == "value" and p in found]
        if idea.kind != "fact" and numbers and not any(p in matched for p in numbers):
            continue
        if not _all_of_it(idea, matched, found, wrong, weights):
            continue
        if any(idea.answers[p] != ANY for p in matched):
            candidates.append((rank, idea, matched, (idea.answers.keys() & wrong.keys()) - matched))
    # Of errors, the student's own line says more than a mistake that raises in the same places.
    sharp = {p for _, idea, matched, _ in candidates if idea.slip in SHARP for p in matched}
    candidates = [
        c
        for c in candidates
        if c[1].kind == "fact" or not all(weights.get(p) == ERROR and p in sharp for p in c[2])
    ]
    whole = [c for c in candidates if len(c[2]) == len(wrong)]
    if whole:
        # Of a mistake by rule the codes are known of some places only, of a sum that is right of
        # all.
        best = min(whole, key=lambda c: (len(c[1].answers) - len(c[2]), not _is_exact(c[1]), c[0]))
        return Explanation([best[1]], [])
    result, left = Explanation(), set(wrong)
    while candidates and left and len(result.ideas) < MOST:
        scored = []
        for rank, idea, matched, against in candidates:
            new = fsum(_weight(idea, p, weights) for p in matched & left)
            lost = fsum(weights.get(p, 0) for p in against & left)
            telling = {p for p in matched & left if p[3] == "value" and weights.get(p, 0) > UNTOLD}
            if _tells(idea, new, lost) or (
                new >= ENOUGH and not lost and _is_all(idea, telling, wrong, matched)
            ):
                scored.append((new - 0.5 * lost, -rank, idea, matched))
        if not scored:
            break
        _, _, idea, matched = max(scored, key=lambda s: s[:2])
        result.ideas.append(idea)
        left -= matched
        candidates = [c for c in candidates if c[1] is not idea]
    result.ideas = [i for i in result.ideas if _share(i, wrong, left, weights) >= BY_CHANCE]
    result.left = sorted(left)
    return result


def _all_of_it(idea, matched, found, wrong, weights):
    """Whether what fits by chance too easily, a half or two at once, explains all that it is about:
    each wrong number there; and of two at once also that there is a number, and no error. What is
    empty, or one number, may be so in many ways."""
    if idea.half:
        return all(p in matched for p in wrong if p in idea.half)
    if idea.slip.startswith("pair|"):
        numbers = [p for p in idea.answers if p[3] == "value"]
        return all(p in found for p in numbers) and all(
            p in matched for p in wrong if p[3] == "value" and weights.get(p, 0) > UNTOLD
        )
    return True


def _share(idea, wrong, left, weights):
    """How much it explains of the numbers that are wrong in the outputs that it is about."""
    matched = {p for p in idea.explained(wrong) if p[3] == "value"}
    about = {(p[1], p[2]) for p in matched}
    if idea.kind == "fact" or not matched:
        return 1.0
    explained = fsum(weights.get(p, 0) for p in matched)
    rest = (p for p in left if p[3] == "value" and (p[1], p[2]) in about)
    return explained / (explained + fsum(weights.get(p, 0) for p in rest))


def _tells(idea, new, lost):
    """Whether a mistake that leaves wrong places unexplained is more than a guess."""
    if idea.kind == "fact":
        return new > 0
    if idea.kind == BANK:
        return new >= ENOUGH and lost <= 0.5 * new
    return new >= 1.5 * ENOUGH and lost <= 0.25 * new


def _is_all(idea, numbers, wrong, matched):
    """Whether a mistake by rule gives all that is wrong in its outputs: then two will do."""
    outputs = {(p[1], p[2]) for p in numbers}
    there = {p for p in wrong if p[3] == "value" and (p[1], p[2]) in outputs}
    known = all(idea.answers[p] != ANY for p in numbers)
    return idea.kind == RULE and not idea.slip.startswith("code|") and known and there <= matched


def _is_exact(idea):
    return _is_sum(idea) or (idea.kind == BANK and not idea.half)


def _is_sum(idea):
    return idea.slip.startswith("fact not added up")


def _weight(idea, place, weights):
    # That something odd is there, or that it is wrong in some way, tells less than which numbers.
    vague = idea.answers[place] == ANY
    vague |= idea.kind == "fact" and not _is_sum(idea)
    return weights.get(place, 0) * (0.2 if vague else 1)


def weights_of(probes, answers):
    """How much each place tells: plain numbers most, errors and empty results little."""
    found = {}
    for p, (probe, given) in enumerate(zip(probes, answers, strict=True)):
        plain = is_plain(probe)
        for s, answer in enumerate(given):
            found[p, s, "", "form"] = ERROR if answer.error is not None else 0.5
            found[p, s, "", "notes"] = 0.5
            for output, (_, values) in answer.parts.items():
                tells = bool(values.size) and bool(np.any(values != values.flat[0]))
                found[p, s, output, "value"] = (1.0 if tells else UNTOLD) * (1 if plain else 0.5)
                found[p, s, output, "dtype"] = 0.3
    return found
