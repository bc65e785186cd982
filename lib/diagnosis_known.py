"""What is known about wrong answers: the codes of the right ones and of those of each mistake.

``lib/fingerprints/NAME.json.z``, JSON compressed with zlib, holds, for the places of the answers to
the probes of a name (see `lib.diagnosis_asking`), the code of what is right there, and for each
mistake the places where it answers otherwise, with the code of what it answers. Codes lead back to
no number.
"""

import functools
import json
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from lib.diagnosis_asking import (
    CODE,
    LETTERS,
    code_of_text,
    codes_of_numbers,
    is_exact,
    outputs_of,
    tolerance,
)
from lib.probes import probes_of, task_of

FINGERPRINTS = Path(__file__).resolve().parent / "fingerprints"
RULE, BANK = "rule", "bank"
ANY = "*"  # stands for any wrong answer
MOST_CODES = 6  # kept of a mistake by rule
MOST_OF_FORMULAS = 9  # and of slips in a formula: what two of them give is like what others give


@dataclass(frozen=True)
class Idea:
    """A mistake: `slip` is its name in the bank or its rule, `answers` are codes by place.

    half holds the numbers of one method where it is known to do more, which need not be there.
    """

    kind: str
    slip: str
    alike: tuple
    idea: str
    hint: str
    answers: dict
    half: frozenset = frozenset()

    def explained(self, wrong):
        """The wrong places that it explains: where it gives what was found, or where it is known
        to be wrong in some way."""
        return {p for p, code in self.answers.items() if p in wrong and code in (ANY, wrong[p])}


@dataclass(frozen=True)
class Known:
    """forms and right answers of the probes of a name, and the mistakes."""

    forms: list
    right: dict
    ideas: list


@functools.cache
def known(name):
    """What is known about a name, or None."""
    name = task_of(name)
    if not name.isidentifier() or not path_of(name).exists():
        return None
    return read(name, text_in(path_of(name)), probes_of(name))


def path_of(name):
    """Where the fingerprints of a name are."""
    return FINGERPRINTS / f"{name}.json.z"


def text_in(path):
    """The text of a fingerprint file."""
    return zlib.decompress(path.read_bytes()).decode("utf-8")


def read(name, text, probes):
    """`Known` of a fingerprint file; None if it is of other probes."""
    data = json.loads(text)
    if len(data["steps"]) != len(probes):
        return None
    forms = [[data["forms"][i] for i in steps] for steps in data["steps"]]
    places = all_places(name, probes, forms)
    rest, right = iter(data["right"].split()), {}
    for place in places:
        code = next(rest)
        right[place] = tuple(code[i : i + CODE] for i in range(0, len(code), CODE))

    chosen = [places_in_mask(places, letters) for letters in data["masks"]]
    telling = most_telling(probes)

    def answers(mask, codes, kind):
        at = chosen[mask]
        pieces = [codes[i : i + CODE] for i in range(0, len(codes), CODE)]
        kept = _kept_places(at, kind, telling)
        return dict.fromkeys(at, ANY) | dict(zip(kept, pieces, strict=True))

    ideas = [
        Idea(BANK, slips[0], tuple(slips[1:]), idea, hint, answers(mask, codes, BANK))
        for slips, mask, codes, idea, hint in data["bank"]
    ]
    halves = list(_by_method(ideas, probes, places))
    for rule, kinds in data["rules"].items():
        for part, mask, codes in kinds:
            title = f"{rule}{data['parts'][part]}"
            ideas.append(Idea(RULE, title, (), "", "", answers(mask, codes, title)))
    return Known(forms, right, ideas + halves)


def _by_method(ideas, probes, places):
    """The mistakes of a layer that show in forward and in backward, each half by itself.

    Who turns something round going forward may still go back rightly, and the other way round.
    """
    numbers: dict = {}
    for place in places:
        if place[3] == "value":
            method = probes[place[0]].steps[place[1]].method
            numbers.setdefault(method, set()).add(place)
    for idea in ideas if len(numbers) > 1 else ():
        parts = [(each, {p for p in each if p in idea.answers}) for each in numbers.values()]
        for each, at in parts if all(at for _, at in parts) else ():
            if len(at) > 2:
                answers = {p: idea.answers[p] for p in idea.answers if p in at}
                yield replace(idea, answers=answers, half=frozenset(each))


def most_telling(probes):
    """Numbers of probes with their ranks: those of the mathematics come before the others, and the
    largest first. What an optimizer does shows after several steps."""

    def rank(p):
        steps = probes[p].steps
        sizes = [np.size(getattr(a, "array", a)) for step in steps for a in step.args]
        is_step = any(step.method == "step" for step in steps)
        # In a pool's window of two entries many mistakes are alike, too.
        is_pool = all(len(step.args) == 1 for step in steps)
        side = min(3, (probes[p].make or (0,))[0]) if is_pool and probes[p].make else 0
        return not (is_step or is_plain(probes[p])), -side, -len(steps) * is_step, -sum(sizes)

    return {p: place for place, p in enumerate(sorted(range(len(probes)), key=rank))}


def is_plain(probe):
    """Whether a probe is about the mathematics: float64 arrays, laid out as usual, asked once."""
    values = [v for step in probe.steps for v in (*step.args, *step.options.values())]
    kinds = {getattr(v, "dtype", np.dtype(float)).name for v in values if not np.isscalar(v)}
    laid = any(hasattr(v, "how") for v in values)
    methods = [(step.method, step.layer) for step in probe.steps]
    return kinds <= {"float64"} and not laid and len(set(methods)) == len(methods)


def _kept_places(places, rule, telling):
    """The places whose codes are kept: all of a mistake of the bank, some of one by rule. In small
    answers many mistakes are alike: a loop that ends too early, and one that does only one step."""
    if rule == BANK:
        return places
    most = MOST_OF_FORMULAS if rule.startswith("choice|") else MOST_CODES
    numbers = [place for place in places if place[3] == "value"]
    # Of two at once all: where one of them is idle, the other alone gives the same.
    if rule.startswith("pair|"):
        return numbers
    return sorted(numbers, key=lambda place: telling[place[0]])[:most]


def written(places, differs, rule, telling):
    """The codes of a mistake, as `read` takes them; `rule` is BANK for those of the bank."""
    kept = _kept_places([place for place in places if place in differs], rule, telling)
    return "".join(differs[place] for place in kept)


def wrong_places(right, found):
    """The code found at each place where the answer is not the right one."""
    return {
        place: codes[0]
        for place, codes in found.items()
        if place in right and not set(codes) & set(right[place])
    }


def all_places(name, probes, forms):
    """The places of right answers, in their order: (probe, step, output, aspect)."""
    found = []
    for p, probe in enumerate(probes):
        for s, form in enumerate(forms[p]):
            found += [(p, s, "", "form"), (p, s, "", "notes")]
            for output in outputs_of(form):
                found.append((p, s, output, "value"))
                if is_exact(name, probe.steps[s]):
                    found.append((p, s, output, "dtype"))
    return found


def codes_of(name, probes, answers):
    """The codes of answers by place; what was not reached has none."""
    found = {}
    for p, (probe, given) in enumerate(zip(probes, answers, strict=True)):
        rtol = tolerance(probe)
        for s, answer in enumerate(given):
            if answer.missing:
                continue
            found[p, s, "", "form"] = (code_of_text(answer.form),)
            found[p, s, "", "notes"] = (code_of_text(" ".join(answer.notes)),)
            exact = is_exact(name, probe.steps[s])
            for output, (dtype, values) in answer.parts.items():
                found[p, s, output, "value"] = codes_of_numbers(values, rtol)
                if exact:
                    if not values.ndim and probe.steps[s].method == "backward":
                        dtype = "float64"  # a number may be of any real kind, also as a gradient
                    found[p, s, output, "dtype"] = (code_of_text(dtype),)
    return found


def mask_of(places, chosen):
    """Which of the places are chosen, as letters."""
    bits = sum(1 << i for i, place in enumerate(places) if place in chosen)
    letters = ""
    while bits:
        letters += LETTERS[bits & 63]
        bits >>= 6
    return letters


def places_in_mask(places, letters):
    """The places that `mask_of` has written."""
    digits = map(LETTERS.index, letters)
    return [places[6 * i + k] for i, digit in enumerate(digits) for k in range(6) if digit >> k & 1]
