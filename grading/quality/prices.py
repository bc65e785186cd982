"""What each slip of the bank costs, beside how much of the mathematics it leaves right.

What is right is looked at from outside the tests: the slip answers the probes of `lib.probes`, and
each output (the forward result, dX, dw, db) and each option (padding, stride, ...) is compared by
itself, in float64 arrays laid out as usual. What it keeps are the points of the tests of
mathematics that it does not fail; all but `_kinds`, `_layouts`, `_untouched` and `_layer`.
"""

from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np

from grading.authoring.source import source_notebook
from grading.diagnosis.diagnose import own_names, quiet
from grading.labfile import mark_of, name_tested
from grading.paths import HERE
from grading.quality.bank import own_solutions, slips
from grading.quality.fingerprints import no_chance, solution
from grading.whole import write_whole
from lib.diagnosis_asking import Unfinished, ask
from lib.diagnosis_aspects import ASPECTS, aspects_of
from lib.diagnosis_facts import label_of
from lib.diagnosis_known import codes_of, is_plain
from lib.probes import probes_of

FINE_PRINT = ("_kinds", "_layouts", "_untouched", "_layer")
ENOUGH = 0.3  # of the probes with an option, or without it, to say that it is what goes wrong
FAIR = 0.6  # of the mathematics, where a part of it is right
NO_OPTIONS = ("ints", "float32", "layout", "again", "no padding", "several")
OPTIONS = [a for a in ASPECTS if a not in NO_OPTIONS]
WHOLE = {"Embedding": 0, "SoftmaxCrossEntropy": 1, "MaxOverTime": 1}  # ids, labels, lengths
PAGE = HERE / "docs" / "prices.md"


@dataclass(frozen=True)
class Price:
    """One slip: the share of right answers by output, where it is wrong, and what it keeps.

    only is the option without which all is right, or ""; kept and points are those of the tests
    of mathematics.
    """

    lab: str
    name: str
    slip: str
    right: dict
    only: str
    kept: float
    points: float

    @property
    def share(self):
        """How much of the mathematics is right: the mean over the outputs."""
        return sum(self.right.values()) / len(self.right) if self.right else 0.0

    @property
    def leaves_a_part(self):
        """Whether an output, or everything without some option, is right; and not all of it."""
        whole_outputs = [v for v in self.right.values() if v == 1]
        return self.share < 1 and bool(whole_outputs or self.only)

    @property
    def fair(self):
        """Whether it keeps three fifths of the mathematics, if it leaves a part of it right."""
        return not self.leaves_a_part or self.kept >= FAIR * self.points - 1e-9


def prices(lab):
    """The price of each slip of a lab.

    Yields
    ------
    Price
        In the order of the bank.
    """
    points = {
        mark.name: mark.points
        for mark in map(mark_of, source_notebook(lab).cells)
        if mark.kind == "test" and not mark.name.endswith(FINE_PRINT)
    }
    own = own_solutions(lab)
    for slip in slips(lab):
        tests = {t: p for t, p in points.items() if name_tested(t, own) == slip.name and p}
        if not tests or not probes_of(slip.name):
            continue
        kept = sum(p for test, p in tests.items() if test not in slip.fails)
        right, only = looked_at(lab, slip.name, solution(lab, slip.name, slip.source))
        yield Price(lab, slip.name, slip.slip, right, only, kept, sum(tests.values()))


def looked_at(lab, name, subject):
    """How much of each output is right, and the option without which all is, or ""."""
    probes = probes_of(name)
    found = _plain_answers(name, probes, subject)
    right = _plain_answers(name, probes, own_names(lab)[name])
    good, asked = defaultdict(int), defaultdict(int)
    bad = set()
    for place, code in right.items():
        step = probes[place[0]].steps[place[1]]
        method = step.method or ("backward" if name.endswith("_backward") else "forward")
        part = label_of(name, step, place[2]) if method == "backward" else method
        equal = bool(set(code) & set(found.get(place, ())))
        asked[part] += 1
        good[part] += equal
        if not equal:
            bad.add(place[0])
    have = {p: aspects_of(name, probes[p]) for p, *_ in right}
    with_it = {a: {p for p in have if a in have[p]} for a in OPTIONS}
    only = [a for a in OPTIONS if bad and bad <= with_it[a] and _tells(bad, with_it[a], set(have))]
    only = min(only, key=lambda a: len(with_it[a]), default="")
    return {part: good[part] / n for part, n in asked.items()}, only


def _tells(bad, with_it, probes):
    """Whether an option is the cause: often wrong with it, and there is enough without it."""
    return len(bad) >= ENOUGH * len(with_it) and len(probes - with_it) >= ENOUGH * len(probes)


def _plain_answers(name, probes, subject):
    """The codes of all numbers that come back where only the mathematics is asked for."""
    asked = {i: probe for i, probe in enumerate(probes) if is_plain(_measured(name, probe))}
    try:
        with quiet(), no_chance():
            answers = ask(name, list(asked.values()), _as_numbers(subject), None)
    except Unfinished:
        return {}
    codes = codes_of(name, list(asked.values()), answers)
    numbers = list(asked)
    found = {(numbers[p], *rest): c for (p, *rest), c in codes.items() if rest[-1] == "value"}
    for p, given in zip(numbers, answers, strict=True):  # that an error is right is an answer, too
        if given[-1].error is not None:
            found[p, len(given) - 1, "", "value"] = (given[-1].form,)
    return found


def _measured(name, probe):
    """A probe without the arguments that are whole numbers by nature."""
    place = WHOLE.get(name)
    if place is None:
        return probe
    steps = [
        replace(s, args=s.args[:place] + s.args[place + 1 :]) if s.method == "forward" else s
        for s in probe.steps
    ]
    return replace(probe, steps=tuple(steps))


def _as_numbers(subject):
    """A function whose truth values count as numbers: their kind is the fine print."""
    if isinstance(subject, type):
        return subject

    def function(*args, **options):
        result = subject(*args, **options)
        is_truth = isinstance(result, np.ndarray) and result.dtype == bool
        return result.astype(np.float64) if is_truth else result

    return function


def page(found):
    """The prices as a page: a table for the exercises, then one with a row for each slip."""
    lines = [
        HEAD,
        "| exercise | slips | leave part right | of these, fair |",
        "|---|---:|---:|---:|",
    ]
    groups = defaultdict(list)
    for price in found:
        groups[price.lab, price.name].append(price)
    for (lab, name), group in groups.items():
        lines.append(_counts(f"{lab} `{name}`", group))
    lines.append(_counts("all", found))
    lines += ["", "## Slip by slip", ""]
    lines += ["| exercise | slip | right | wrong only | keeps | |", "|---|---|---|---|---:|---|"]
    for p in found:
        right = ", ".join(f"{part} {value:.0%}" for part, value in p.right.items())
        only = ASPECTS[p.only].split(",")[0] if p.only else ""
        mark = "" if p.fair else "too expensive"
        kept = f"{p.kept:g} of {p.points:g}"
        lines.append(f"| `{p.name}` | {p.slip} | {right} | {only} | {kept} | {mark} |")
    return "\n".join(lines) + "\n"


def _counts(title, group):
    part = [p for p in group if p.leaves_a_part]
    return f"| {title} | {len(group)} | {len(part)} | {sum(p.fair for p in part)} |"


def write_page(labs):
    """Write the page of all prices."""
    found = [price for lab in labs for price in prices(lab)]
    write_whole(PAGE, page(found))
    return found


HEAD = """# What each slip costs

A slip that leaves part of an exercise right keeps at least three fifths of the points for its
mathematics. This page lists how much of each wrong solution in the bank is right, and the points it
keeps.

```
python -m grading bank --prices         # writes this page
```

*Right* is the share of right answers to the probes (`lib/probes`, independent of the tests), for
each output separately: the forward result, and each gradient. *Wrong only* names the option
without which everything is right. A slip *leaves part right* if one output is always right, or if
everything is right without one option. *Keeps* counts points of the tests for mathematics. Slips
that keep too little are marked.
"""
