"""Fingerprints: the answers of right and wrong solutions to `lib.probes`, as codes.

`python -m grading fingerprints` writes them to `lib/fingerprints`, for the students' notebooks and
the grader. Wrong solutions are those of the bank, then those that families make by rule
(`grading.quality.families`), then right solutions with one change (`grading.quality.variants`).
Neither a solution, right or wrong, nor a number that one returns reaches a student.
"""

import json
import signal
import zlib
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

import numpy as np

from grading.diagnosis.diagnose import graded_names, own_names, quiet
from grading.engine.limits import stopped_by
from grading.paths import lab_names
from grading.quality.bank import own_solutions, right_solutions, slips
from grading.quality.choices import choices
from grading.quality.families import families
from grading.quality.variants import variants
from grading.whole import write_whole
from lib.diagnosis_asking import Unfinished, ask
from lib.diagnosis_known import (
    BANK,
    FINGERPRINTS,
    RULE,
    all_places,
    codes_of,
    mask_of,
    most_telling,
    path_of,
    text_in,
    written,
    wrong_places,
)
from lib.probes import MODULES, probes_of, task_of

MAX_SOURCES = 4  # right solutions per name that are varied
FEW_NUMBERS = ("train", "SGD")  # they give few answers, so a changed line may fit by chance
SECONDS = 20  # for one wrong solution: some never end


def solution(lab, name, source):
    """The object that a bank source defines, beside the lab's own solutions. Trusted code only."""
    names = dict(own_names(lab))
    with quiet():
        exec(compile(source, f"<{lab} {name}>", "exec"), names)
    return names[name]


def probed_names():
    """All names that have probes, in the order of the labs."""
    names = dict.fromkeys(name for lab in MODULES for name in graded_names(lab))
    return [name for name in names if probes_of(name) and name == task_of(name)]


@contextmanager
def no_chance():
    """Make unseeded generators draw the same in each run, so that random slips are reproducible.

    A slip that shuffles four images would have the right order in one run of 24.
    """
    real, numbers = np.random.default_rng, count(1_000)
    np.random.default_rng = lambda seed=None: real(next(numbers) if seed is None else seed)
    try:
        yield
    finally:
        np.random.default_rng = real


@no_chance()
def fingerprints(name, by_rule=True):
    """The known mistakes of a name, as `lib.diagnosis_known.read` reads them.

    Mistakes that behave the same are merged; those that no probe tells from right code are dropped.
    Without `by_rule` only those of the bank are included, which takes a tenth of the time.
    """
    probes = probes_of(name)
    lab = next(lab for lab in MODULES if name in graded_names(lab))
    labs = [other for other in lab_names() if name in graded_names(other)]
    own = own_names(lab)[name]
    with quiet():
        answers = ask(name, probes, own, None)
    forms = [[answer.form for answer in given] for given in answers]
    places = all_places(name, probes, forms)
    right = codes_of(name, probes, answers)
    found = _Mistakes(name, probes, answers, forms, right)
    # What is right somewhere, in any lab, is no mistake.
    for other in labs:
        for subject in all_right(other, name):
            found.excuse(subject)
    for other in labs:
        for slip in slips(other):
            if slip.name == name:
                found.add(BANK, slip.slip, slip.idea, slip.hint, solution(other, name, slip.source))
    if by_rule:
        _add_rules(found, lab, name, own)
    return _as_data(found, forms, places, right, most_telling(probes))


def _add_rules(found, lab, name, own):
    forward = own_names(lab).get(name.replace("_backward", "_forward"))
    forward = forward or own_names(lab).get(name.replace("_backward", ""))
    for wrong in families(name, own, forward):
        found.add(RULE, wrong.rule, "", "", wrong.subject)
    for wrong in choices(name):
        found.add(RULE, wrong.rule, "", "", wrong.subject)
    for number, source in enumerate(_sources(lab, name) if name not in FEW_NUMBERS else ()):
        for rule, text in variants(source):
            if number >= MAX_SOURCES and rule not in ("= for +=", "return"):
                continue
            if rule.startswith("padding") and "padding" not in source:
                continue  # a 2 that became a 1
            if name == "MaxPool" and rule in ("sign", "term"):
                continue  # nothing is counted or added up there: it fits by chance
            found.add(RULE, f"code|{rule}", "", "", text, lab)


def _as_data(found, forms, places, right, telling):
    masks, bank, rules = [], [], {}
    for kind, alike, idea, hint, differs in found.kept:
        mask = mask_of(places, differs)
        if mask not in masks:
            masks.append(mask)
        rule = BANK if kind == BANK else alike[0]
        kept = [masks.index(mask), written(places, differs, rule, telling)]
        if kind == BANK:
            bank.append([alike, *kept, idea, hint])
        else:
            rule, bar, where = alike[0].rpartition("|")
            rules.setdefault(rule + bar, []).append([where, *kept])
    table = list(dict.fromkeys(form for steps in forms for form in steps))
    parts = sorted({part for kinds in rules.values() for part, *_ in kinds})
    return {
        "forms": table,
        "steps": [[table.index(form) for form in steps] for steps in forms],
        "right": " ".join("".join(right[place]) for place in places),
        "masks": masks,
        "parts": parts,
        "bank": bank,
        "rules": {
            rule: [[parts.index(part), *kept] for part, *kept in kinds]
            for rule, kinds in rules.items()
        },
    }


def _sources(lab, name):
    """Right solutions to vary, without any that could read uninitialized memory."""
    found = [own_solutions(lab)[name]]
    found += [source for other, _, source in right_solutions(lab) if other == name]
    return [s.replace("np.empty", "np.zeros") for s in found if "as_strided" not in s]


class _Mistakes:
    """Wrong answers that differ from the right ones and from each other."""

    def __init__(self, name, probes, answers, forms, right):
        self.name, self.probes, self.forms, self.right = name, probes, forms, right
        self.zeros = codes_of(name, probes, [list(map(_as_zeros, given)) for given in answers])
        self.kept, self.excused = [], []

    def excuse(self, subject):
        """Allow the answers of a right solution, for example in a lab with other rules."""
        self.excused.append(self._differs(subject))

    def add(self, kind, slip, idea, hint, subject, lab=None):
        if lab is not None:
            subject = _defined(lab, self.name, subject)
        differs = self._differs(subject) if subject is not None else None
        if not differs or any(differs == other for other in self.excused):
            return
        # A solution that only raises may do so for any reason; facts say what kind of error it is.
        if kind == RULE and not any(place[3] == "value" for place in differs):
            return
        # If everything is 0 the cause is lost: a change at any place in the code would do.
        if slip.startswith("code|") and self._are_zeros(differs):
            return
        for other in self.kept:
            if other[4] == differs:
                if kind == other[0] == BANK and slip not in other[1]:
                    other[1].append(slip)
                return
        self.kept.append([kind, [slip], idea, hint, differs])

    def _are_zeros(self, differs):
        return all(code in self.zeros.get(p, ()) for p, code in differs.items() if p[3] == "value")

    def _differs(self, subject):
        try:
            with quiet(), stopped_by(signal.ITIMER_REAL, SECONDS, _TooLong):
                answers = ask(self.name, self.probes, subject, self.forms)
        except (Unfinished, _TooLong, RecursionError, MemoryError, SystemExit):
            return None
        return wrong_places(self.right, codes_of(self.name, self.probes, answers))


def _as_zeros(answer):
    """An answer with 0 in place of each number."""
    parts = {key: (dtype, np.zeros_like(values)) for key, (dtype, values) in answer.parts.items()}
    return replace(answer, parts=parts)


def _defined(lab, name, source):
    try:
        return solution(lab, name, source)
    except Exception:
        return None


class _TooLong(BaseException):
    """A wrong solution does not end."""


def all_right(lab, name):
    """All right solutions of a name in a lab, the lab's own first."""
    yield own_names(lab)[name]
    for other, _, source in right_solutions(lab):
        if other == name:
            yield solution(lab, name, source)


def write_fingerprints():
    """Write a file for each name that has probes, unless it has the same text already.

    zlib's bytes differ between machines, so the uncompressed text is compared.

    Yields
    ------
    tuple of str and dict
        Each finished name, and its known mistakes.
    """
    FINGERPRINTS.mkdir(exist_ok=True)
    for name in probed_names():
        known = fingerprints(name)
        text, path = as_text(known), path_of(name)
        if not path.exists() or text_in(path) != text:
            write_whole(path, zlib.compress(text.encode("utf-8"), 9))
        yield name, known


HEAD = ("forms", "steps", "right", "masks", "parts")


def as_text(known):
    """Fingerprints as JSON, one line per mistake, so that diffs are readable."""
    lines = [f'"{key}":{_line(known[key])},' for key in HEAD]
    bank = ",\n".join(map(_line, known["bank"]))
    rules = ",\n".join(f"{_line(rule)}:{_line(kinds)}" for rule, kinds in known["rules"].items())
    return "\n".join(["{", *lines, '"bank":[', bank, "],", '"rules":{', rules, "}}"]) + "\n"


def _line(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
