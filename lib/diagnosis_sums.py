"""What an answer lacks to be right: a sum over an axis, a factor, an axis of length 1.

Nobody needs the right numbers for that, only their codes.
"""

from itertools import combinations, product

import numpy as np

from lib.diagnosis_asking import codes_of_numbers, tolerance
from lib.diagnosis_facts import label_of
from lib.diagnosis_known import Idea

MOST_AXES = 6
FACTORS = (2, 3, 4, 5, 6, 8, 9, 10, 12, 16, 20, 25, 32, 64, 100, 127, 127.5, 128, 255, 256, 1000)


def not_added_up(name, probes, answers, right, wrong):
    """Outputs that are right once they are added up: `Idea`s of the kind "fact".

    Parameters
    ----------
    name : str
    probes, answers
        What was asked, and what came back.
    right, wrong : dict
        Codes by place: of right answers, and those found where an answer is not right.
    """
    groups: dict = {}
    for place in wrong:
        p, s, output, aspect = place
        if aspect == "value" and (p, s, "", "form") not in wrong and output in answers[p][s].parts:
            values = answers[p][s].parts[output][1]
            if 0 < values.ndim <= MOST_AXES:
                groups.setdefault((probes[p].steps[s].method, output), {})[place] = values
    ideas = []
    for (method, output), values in groups.items():
        axes = _axes(probes, right, values)
        if axes is None:
            continue
        p, s = next((p, s) for p, s, *_ in values)
        what = label_of(name, probes[p].steps[s], output)
        over = f"axis {axes[0]}" if len(axes) == 1 else "axes " + " and ".join(map(str, axes))
        ideas.append(
            Idea(
                "fact",
                f"fact not added up {method} {output}",
                (),
                f"added up over {over}, {what} would be right",
                "Where one number belongs there are several, and their sum is right.",
                {place: wrong[place] for place in values},
            )
        )
    return ideas


def _axes(probes, right, values):
    """The axes over which the sum is right at each of these places, or None."""
    largest = max(values, key=lambda place: (values[place].size, place))
    found = values[largest]
    long = [axis for axis, n in enumerate(found.shape) if n > 1]
    for count in range(1, len(long) + 1):
        for axes in combinations(long, count):
            if all(
                v.ndim == found.ndim and _is_right(v.sum(axis=axes), right[at], probes[at[0]])
                for at, v in values.items()
            ):
                return axes
    return None


def _is_right(values, codes, probe):
    return bool(set(codes_of_numbers(values, tolerance(probe))) & set(codes))


def nearly_right(name, probes, answers, right, wrong):
    """Outputs that are right but for one factor, or for axes of length 1: `Idea`s like the above.

    The same arguments as those of `not_added_up`.
    """
    groups: dict = {}
    sometimes = set()
    for place in right:
        p, s, output, aspect = place
        if aspect != "value" or s >= len(answers[p]) or output not in answers[p][s].parts:
            continue
        key, values = (probes[p].steps[s].method, output), answers[p][s].parts[output][1]
        if place in wrong:
            groups.setdefault(key, {})[place] = values
        elif np.any(values):
            sometimes.add(key)
    ideas = []
    for (method, output), values in groups.items():
        if len(values) < 2:
            continue
        p, s = next((p, s) for p, s, *_ in values)
        what = label_of(name, probes[p].steps[s], output)
        asked = probes, right, values, what
        factor = None if (method, output) in sometimes else _of_factor(*asked)
        text, hint = factor or _of_axes(*asked)
        if text:
            at = {place: wrong[place] for place in values}
            forms = ((p, s, "", "form") for p, s, *_ in values)
            at |= {place: wrong[place] for place in forms if place in wrong}
            slip = f"fact nearly right {method} {output}"
            ideas.append(Idea("fact", slip, (), text, hint, at))
    return ideas


def _of_factor(probes, right, values, what):
    """That one factor makes all of them right, and a hint; or None."""
    for n, divided in product(FACTORS, (False, True)):
        factor = 1 / n if divided else n
        if all(_is_right(v * factor, right[at], probes[at[0]]) for at, v in values.items()):
            return (
                f"{'divided' if divided else 'multiplied'} by {n}, {what} would be right",
                "Is there a factor in your code that the task does not name, or is one missing?",
            )
    return None


def _of_axes(probes, right, values, what):
    """That they lack axes of length 1, and a hint; or two empty texts."""
    if all(_lacks_axes(v, right[at], probes[at[0]]) for at, v in values.items()):
        return (
            f"{what} has lost an axis of length 1",
            "squeeze() takes away every axis of length 1, also that of a map with one row or one "
            "column. Which line takes an axis away, and may it?",
        )
    return "", ""


def _lacks_axes(values, codes, probe):
    if values.ndim >= MOST_AXES - 1:
        return False
    for count in (1, 2):
        for axes in combinations(range(values.ndim + count), count):
            if _is_right(np.expand_dims(values, axes), codes, probe):
                return True
    return False
