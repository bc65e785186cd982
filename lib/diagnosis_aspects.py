"""When an answer is wrong: only with padding, only without an upstream gradient, only in dw."""

import numpy as np

from lib.diagnosis_facts import label_of
from lib.probes import argument_names

# What a probe can have; and what is said if it is wrong just where it has it.
ASPECTS = {
    "padding": "with padding, and right without",
    "no padding": "without padding, and right with it",
    "stride": "with a stride above 1, and right without",
    "overlap": "where windows overlap",
    "given": "where an upstream gradient is given, and right without",
    "not given": "where no upstream gradient is given, and right with one",
    "zero": "where the upstream gradient is 0",
    "batch": "for several in a batch, and right for one",
    "channels": "for several channels, and right for one",
    "filters": "for several filters, and right for one",
    "not square": "where height and width differ, and right for squares",
    "ints": "for whole numbers, and right for floats",
    "float32": "for float32, and right for float64",
    "layout": "for views and other layouts in memory",
    "again": "when it is asked a second time",
    "ties": "where entries are tied",
}


def where_wrong(name, probes, found, wrong):
    """Say in a sentence when an answer is wrong, or "" if nothing can be said.

    Parameters
    ----------
    name : str
    probes : sequence of lib.probes.Probe
    found, wrong : dict
        Codes by place: of all answers, and of those that are not right.
    """
    asked = {p for p, *_ in found}
    bad = {p for p, *_ in wrong}
    have = {p: aspects_of(name, probes[p]) for p in asked}
    said = ""
    for aspect, words in ASPECTS.items():
        if bad != asked and bad == {p for p in asked if aspect in have[p]}:
            said = f"It is wrong only {words}."
            break
    outputs = {p[2] for p in found if p[3] == "value" and p[2]}
    wrong_outputs = {p[2] for p in wrong if p[2]}
    if len(outputs) > 1 and len(wrong_outputs) == 1 and all(p[2] for p in wrong):
        output = wrong_outputs.pop()
        p, s = next((p, s) for p, s, o, _ in wrong if o == output)
        said = f"Only {label_of(name, probes[p].steps[s], output)} is wrong. {said}".strip()
    return said


def aspects_of(name, probe):
    """What a probe has, by the names of `ASPECTS`."""
    step, found = probe.steps[0], set()
    values = [v for each in probe.steps for v in (*each.args, *each.options.values())]
    arrays = [
        np.asarray(getattr(v, "array", v)) for v in values if not callable(v) or hasattr(v, "how")
    ]
    names = argument_names(name)
    given = dict(zip(names, step.args, strict=False)) | step.options
    if {"padding", "conv2d_forward", "im2col"} & {*names, name}:
        found.add("padding" if given.get("padding") else "no padding")
    if given.get("stride", 1) > 1:
        found.add("stride")
    if probe.make is not None and len(probe.make) > 1 and (probe.make[1] or 9) < probe.make[0]:
        found.add("overlap")
    upstream = next((n for n in names if n in ("da", "dA", "dout")), None)
    if upstream:
        found.add("given" if given.get(upstream) is not None else "not given")
        if given.get(upstream) is not None and not np.any(np.asarray(given[upstream])):
            found.add("zero")
    first = arrays[0] if arrays else np.zeros(())
    if first.ndim > 2:
        found |= {n for n, axis in (("batch", 0), ("channels", 1)) if first.shape[axis] > 1}
    if len(arrays) > 1 and arrays[1].ndim > 2 and len(arrays[1]) > 1:
        found.add("filters")
    if any(a.ndim > 1 and a.shape[-1] != a.shape[-2] for a in arrays[:2]):
        found.add("not square")
    found |= {"ints"} if any(a.dtype.kind in "iu" and a.ndim for a in arrays) else set()
    found |= {"float32"} if any(a.dtype == np.float32 for a in arrays) else set()
    found |= {"layout"} if any(hasattr(v, "how") for v in values) else set()
    if len({(s.method, s.layer) for s in probe.steps}) < len(probe.steps):
        found.add("again")
    return found | ({"ties"} if probe.tied else set())
