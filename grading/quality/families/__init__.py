"""Mistakes by rule: families that apply to every exercise, made from the right solution.

A family is the right solution with what goes into it, or what comes out of it, changed by a rule:
the upstream gradient replaced by ones, an output divided by the number of images, the filter turned
round. So nothing has to be written for an exercise to have them all.
"""

from grading.quality.families.changed import backward_whole, backward_with, forward_with
from grading.quality.families.inputs import input_rules
from grading.quality.families.outputs import WHOLE_RULES, output_rules
from grading.quality.families.pairs import pairs
from grading.quality.families.target import POOLS, Target, Wrong, gradient_names
from grading.quality.families.upstream import UPSTREAM_RULES, on_upstream
from grading.quality.families.windows import everyone, side_by_side, window_families

__all__ = ["Wrong", "families"]

BY_FILTER = ("Conv1DFilters", "Conv1DBank")
OF_PLACES = {  # rules for the second axis, where that is no filter's
    "first filter": "first of each map",
    "only first filter": "only first place",
    "only last filter": "last place",
}


def families(name, right, forward=None):
    """All mistakes by rule for a name: `Wrong` objects, the simplest rules first."""
    if name in ("train", "SGD", "numerical_gradient", "output_size", "vertical_edge_filter"):
        return  # their arguments are no arrays: the bank knows them
    target = Target(name, right, forward)
    if target.has_backward:
        yield from _backward_families(target)
    yield from window_families(target)
    if not name.endswith("_backward"):
        for rule, change in input_rules(target):
            yield Wrong(f"in|{rule}|forward", forward_with(target, change, None))
        for rule, change in output_rules(target):
            yield Wrong(f"out|{rule}|forward", forward_with(target, None, change))
        yield from pairs(target)


def _backward_families(target):
    outputs = gradient_names(target)
    scopes = [(None, "both" if len(outputs) == 2 else "all")] if len(outputs) > 1 else []
    scopes = [*((key, label) for key, label in outputs.items()), *scopes]
    for rule, change in UPSTREAM_RULES.items():
        if target.name in BY_FILTER:  # the first axis of their results; the second are places
            rule = OF_PLACES.get(rule, rule).replace("image", "filter")
        for key, label in scopes:
            yield Wrong(f"up|{rule}|{label}", backward_with(target, key, on_upstream(change), None))
    if target.name in POOLS:
        yield Wrong("up|everyone|dX", target.wrong(backward=everyone(target)))
        if "stride" in target.made:
            yield Wrong(
                "in|windows side by side|stride|dX", target.wrong(backward=side_by_side(target))
            )
    for rule, change in output_rules(target, backward=True):
        for key, label in scopes if rule in WHOLE_RULES else scopes[: len(outputs)]:
            yield Wrong(f"out|{rule}|{label}", backward_with(target, key, None, change))
    for rule, change in input_rules(target):
        for key, label in scopes:
            yield Wrong(f"in|{rule}|{label}", backward_with(target, key, change, None))
    for one, two in [(a, b) for a in outputs for b in outputs if a != b]:
        yield Wrong(
            f"copied|{outputs[one]}|{outputs[two]}",
            backward_whole(target, lambda g, one=one, two=two: g | {one: g[two]}),
        )
    if len(outputs) == 2:
        one, two = outputs
        swap = backward_whole(target, lambda g: {one: g[two], two: g[one]})
        yield Wrong(f"swapped|{outputs[one]}|{outputs[two]}", swap)
    if len(outputs) == 3:
        keys = list(outputs)
        for order in ((0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)):
            turned = backward_whole(
                target,
                lambda g, order=order: {k: g[keys[i]] for k, i in zip(keys, order, strict=True)},
            )
            yield Wrong("order", turned)
