"""Sums that are not taken: an answer that would be right if it were added up over an axis.

Nobody needs the right numbers for that, only their codes.
"""

from itertools import combinations

from lib.diagnosis_asking import codes_of_numbers, tolerance
from lib.diagnosis_facts import label_of
from lib.diagnosis_known import Idea

MOST_AXES = 6


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
