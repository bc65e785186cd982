"""Two mistakes at once in what a convolution gives."""

from itertools import combinations, product

from grading.quality.families.changed import forward_with
from grading.quality.families.inputs import input_rules
from grading.quality.families.outputs import output_rules
from grading.quality.families.target import Wrong
from lib.diagnosis_relations import CONVOLUTIONS

PAIRED = (  # of two groups one each: what meets in one output, and shows neither by itself
    ("in|turned|w", "in|mirrored|w", "in|upside down|w", "in|transposed|w", "in|row sums|w"),
    ("in|mean of taps|w", "in|mean of weights|w"),
    ("in|first channel|x", "in|first channel|X", "out|divided by channels"),
    ("in|forgotten|b", "in|at each tap|b", "in|first for all|b"),
    (
        "in|padding ignored|padding",
        "in|padding once|padding",
        "in|padding in front|padding",
        "in|all zeros behind|padding",
        "in|all zeros in front|padding",
    ),
    ("in|stride 1|stride", "in|windows not strided|stride"),
    ("out|last missing", "out|last row missing", "out|transposed"),
)


def pairs(target):
    """Pairs of mistakes in a convolution's results."""
    if target.name not in CONVOLUTIONS:
        return
    known = {f"in|{rule}": (change, None) for rule, change in input_rules(target)}
    known |= {f"out|{rule}": (None, change) for rule, change in output_rules(target)}
    for one, two in combinations(PAIRED, 2):
        for a, b in product(filter(known.__contains__, one), filter(known.__contains__, two)):
            changes, after = zip(known[a], known[b], strict=True)
            both = _one_after_the_other([c for c in changes if c])
            last = _after_each_other([c for c in after if c])
            yield Wrong(f"pair|{a}&{b}|forward", forward_with(target, both, last))


def _one_after_the_other(changes):
    def changed(args):
        for change in changes:
            args = change(args)
        return args

    return changed if changes else None


def _after_each_other(changes):
    def changed(result, args):
        for change in changes:
            result = change(result, args)
        return result

    return changed if changes else None
