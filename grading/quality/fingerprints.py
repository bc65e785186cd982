"""Fingerprints: what the right solutions and the bank's wrong ones answer to `lib.probes`.

`python -m grading fingerprints` writes them to `lib/fingerprints`, for the students' notebooks and
for the grader. They hold answers alone: no solution and no wrong solution reaches a student.
"""

import json
import os
from itertools import zip_longest

import numpy as np

from grading.diagnosis.diagnose import graded_names, own_solutions, quiet
from grading.paths import lab_names
from grading.quality.bank import right_solutions, slips
from lib import diagnosis
from lib.probes import MODULES

DIGITS = 12


def solution(lab, name, source):
    """What `source`, of the bank, defines, among the lab's own solutions. Trusted code only."""
    names = dict(own_solutions(lab))
    with quiet():
        exec(compile(source, f"<{lab} {name}>", "exec"), names)
    return names[name]


def fingerprints(name):
    """What is known about a name: the right answers to its probes, and the mistakes' answers.

    Mistakes that behave alike are one entry; those that no probe tells from right code have none.
    """
    labs = [lab for lab in lab_names() if name in graded_names(lab)]
    tolerances = [diagnosis.tolerance(probe) for probe in diagnosis.probes_of(name)]
    right = answers(name, own_solutions(labs[0])[name])
    # A later lab may have other rules for a name: what is right there is no mistake.
    elsewhere = [
        answers(name, f) for lab in labs if lab not in MODULES for f in all_right(lab, name)
    ]
    groups = []
    for slip in (s for lab in labs if lab in MODULES for s in slips(lab) if s.name == name):
        found = answers(name, solution(slip.lab, name, slip.source))
        if any(all(map(diagnosis.same, found, other, tolerances)) for other in elsewhere):
            continue
        trio = list(zip(found, right, tolerances, strict=True))
        differs = {
            str(i): a for i, (a, b, rtol) in enumerate(trio) if not diagnosis.same(a, b, rtol)
        }
        if all(a[-1][0][0] == "error" for a in found):
            continue  # what fails everywhere may fail for any reason
        if not differs:
            continue
        for group in groups:
            if group["differs"].keys() == differs.keys() and all(
                diagnosis.same(differs[i], group["differs"][i], tolerances[int(i)]) for i in differs
            ):
                if slip.slip not in group["slips"]:
                    group["slips"].append(slip.slip)
                break
        else:
            groups.append(
                {"slips": [slip.slip], "idea": slip.idea, "hint": slip.hint, "differs": differs}
            )
    for group in groups:
        for place, found in group["differs"].items():
            i = int(place)
            group["differs"][place] = [
                _without(*pair, tolerances[i])
                for pair in zip_longest(found, right[i][: len(found)])
            ]
    return {"right": right, "slips": groups}


def all_right(lab, name):
    """All right solutions of a name in a lab, the lab's own first."""
    yield own_solutions(lab)[name]
    for other, _, source in right_solutions(lab):
        if other == name:
            yield solution(lab, name, source)


def _without(answer, right, rtol):
    """An answer with null where it is the right one, to be filled in when it is read."""
    if right is not None and diagnosis.same([answer], [right], rtol):
        return None
    value, *notes = answer
    if right is not None and value[0] == right[0][0] and value[0] in ("dict", "items"):
        ours, theirs = value[1], right[0][1]
        if value[0] == "dict" and ours.keys() == theirs.keys():
            value = ["dict", {k: _or_null(ours[k], theirs[k], rtol) for k in ours}]
        elif value[0] == "items" and len(ours) == len(theirs):
            value = ["items", [_or_null(*pair, rtol) for pair in zip(ours, theirs, strict=True)]]
    return [value, *notes]


def _or_null(value, right, rtol):
    return None if diagnosis.same([[value]], [[right]], rtol) else value


def answers(name, subject):
    """The answers to all probes of a name."""
    with quiet():
        return [diagnosis.observe(name, p, subject) for p in diagnosis.probes_of(name)]


def write_fingerprints(folder=diagnosis.FINGERPRINTS):
    """Write a file for each name that has probes; the same bank gives the same bytes.

    Yields
    ------
    tuple of str and list
        Each name that is done, and its mistakes.
    """
    folder.mkdir(exist_ok=True)
    for name in dict.fromkeys(name for lab in MODULES for name in graded_names(lab)):
        known = fingerprints(name)
        temporary = folder / f".{name}.tmp"
        temporary.write_text(as_text(known), encoding="utf-8")
        os.replace(temporary, folder / f"{name}.json")
        yield name, known["slips"]


def as_text(known):
    """Fingerprints as JSON: a line for each answer, so that a change shows in a diff."""
    lines = ['{"right": [']
    lines += [_line(answer) + "," for answer in known["right"]]
    lines[-1] = lines[-1].rstrip(",")
    lines.append('], "slips": [')
    for group in known["slips"]:
        lines.append(json.dumps({k: v for k, v in group.items() if k != "differs"})[:-1] + ",")
        lines.append(' "differs": {')
        lines += [f'"{place}": {_line(answer)},' for place, answer in group["differs"].items()]
        lines[-1] = lines[-1].rstrip(",")
        lines.append("}},")
    if known["slips"]:
        lines[-1] = "}}"
    return "\n".join([*lines, "]}"]) + "\n"


def _line(answer):
    return json.dumps(_rounded(answer), separators=(",", ":"))


def _rounded(value):
    if isinstance(value, list):
        return [_rounded(item) for item in value]
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, float) and np.isfinite(value):
        short = float(f"{value:.{DIGITS}g}")
        return int(short) if short == int(short) and abs(short) < 1e15 else short
    return value
