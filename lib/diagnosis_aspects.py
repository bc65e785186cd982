"""When an answer is wrong: only with padding, only without an upstream gradient, only in dw."""

from itertools import combinations

import numpy as np

from lib.diagnosis_facts import label_of
from lib.diagnosis_known import Idea
from lib.diagnosis_windows import result_shape
from lib.probes import argument_names, numbers_of

# What a call that was tried can have, in words. Of others nothing is known.
ASPECTS = {
    "padding": "with padding",
    "no padding": "without padding",
    "stride": "with a stride above 1",
    "overlap": "where windows overlap",
    "given": "with an upstream gradient",
    "not given": "without an upstream gradient",
    "zero": "where the upstream gradient is 0",
    "several": "with several images or channels",
    "batch": "with several in a batch",
    "channels": "with several channels",
    "filters": "with several filters",
    "not square": "where height and width differ",
    "wide map": "where height and width of the result differ",
    "longer": "where the window is longer than x",
    "no matrix": "where x is no matrix",
    "no vector": "where x is no vector",
    "ints": "with whole numbers",
    "float32": "with float32",
    "layout": "with views and other layouts in memory",
    "again": "that ask a second time",
    "ties": "where entries are tied",
}


AXES = {"matrix": 2, "vector": 1}
ANCHORED = (
    "unroll",
    *(f"conv_1d{which}{way}" for which in ("", "_unrolled") for way in ("", "_backward")),
)
SIZED = ("MaxPool1D", "MaxPool2D", "AvgPool2D")  # made with a size, and perhaps a stride
FLAT = (  # what has no height and width
    *("Conv1DFilters", "Conv1DBank", "ConvBlockBatch", "Dense", "SoftmaxCrossEntropy"),
    *("Embedding", "TextConv", "MaxOverTime"),
)


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
    for aspect in ASPECTS:
        if bad != asked and bad == {p for p in asked if aspect in have[p]}:
            said = f"{_those(aspect, have, bad).capitalize()}."
            break
    outputs = {p[2] for p in found if p[3] == "value" and p[2]}
    wrong_outputs = {p[2] for p in wrong if p[2]}
    if len(outputs) > 1 and len(wrong_outputs) == 1 and all(p[2] for p in wrong):
        output = wrong_outputs.pop()
        p, s = next((p, s) for p, s, o, _ in wrong if o == output)
        said = f"Only {label_of(name, probes[p].steps[s], output)} is wrong. {said}".strip()
    return said


SEVERAL = {"channels": "channels", "filters": "filters", "batch": "in a batch"}
ANY_SHAPE = "x may have any number of axes, or none: np.ndindex(x.shape) goes to every place."
LOOK = {
    "padding": "Which array are the windows cut from, and which sizes go into the loops? "
    "np.pad(x, p) pads every axis, that of the channels too.",
    "no padding": "With p = 0 the slice [p:-p] ends where it begins. Where would p: p + n end?",
    "stride": "Window t begins at t * stride, and there are (n - k + 2p) // stride + 1 of them.",
    "overlap": "An entry that lies in several windows gets something from each: `+=`.",
    "given": "The chain rule multiplies by it.",
    "not given": "Left out, it is a gradient of ones, with the shape of the result.",
    "zero": "For Python 0 is false. Only None means that nothing was given.",
    "several": "Over which axes does each step go? To which does NumPy line up a smaller array?",
    "batch": "Which index runs over the batch?",
    "channels": "Which index runs over the channels, and over which axes does each step go?",
    "filters": "Which index runs over the filters?",
    "not square": "Which of the two sizes does each loop, and each index, belong to?",
    "wide map": "How many windows are there above each other, and how many side by side?",
    "longer": "A window may be longer than x. What does a slice give whose end lies below 0?",
    "no matrix": ANY_SHAPE,
    "no vector": ANY_SHAPE,
    "layout": "A view such as x[::2] or X.T lies otherwise in memory: its x.strides say how. "
    "np.ascontiguousarray(x) lays it out anew.",
    "ties": "What should happen if several are the largest?",
}


def facts_of_aspects(name, probes, found, wrong):
    """When an answer is wrong, as an `Idea` of the kind "fact", or None: only with padding, say."""
    asked, bad = {p for p, *_ in found}, {p for p, *_ in wrong}
    have = {p: aspects_of(name, probes[p]) for p in asked}
    for aspect, hint in LOOK.items():
        with_it = {p for p in asked if aspect in have[p]}
        if bad == with_it != asked and len(bad) > 1 and len(asked - with_it) > 1:
            if len(_only_there(have, bad) & SEVERAL.keys()) > 1 and aspect in SEVERAL:
                hint = LOOK["several"]  # which of them it is nobody knows
            idea = _those(aspect, have, bad)
            return Idea("fact", f"fact only {aspect}", (), idea, hint, dict(wrong))
    if len(asked - bad) < 2 or any(aspect == "notes" for *_, aspect in wrong):
        return None
    before = [_before(probes[p], s) for p, s, *_ in wrong]
    for event, (cause, when, hint) in AFTER.items():
        if all(event in each for each in before):
            idea = f"{cause}: of the calls that were tried, only those {when} go wrong"
            return Idea("fact", f"fact only after {event}", (), idea, hint, dict(wrong))
    return None


AFTER = {  # what has come before a call of a layer that does not begin anew
    "another layer": (
        "one layer changes what another finds",
        "beside another layer of the class",
        "What belongs to one layer stands in self, set in __init__ or forward. What stands in the "
        "class itself, or outside of it, belongs to all of them.",
    ),
    "backward": (
        "an earlier backward changes what the next one finds",
        "after an earlier backward",
        "Each backward makes its gradients anew, and leaves alone what forward has kept.",
    ),
    "forward": (
        "an earlier forward changes what later calls find",
        "after a second forward",
        "backward belongs to the newest forward. Is all that forward keeps set anew each time?",
    ),
}


def _before(probe, s):
    """What has come before a call, by the names of `AFTER`."""
    step, earlier = probe.steps[s], probe.steps[:s]
    if step.method not in ("forward", "backward"):
        return set()
    forwards = sum(each.method == "forward" for each in (*earlier, step))
    found = {"forward"} if forwards > 1 else set()
    found |= {"another layer"} if any(each.layer != step.layer for each in earlier) else set()
    again = any(each.method == "backward" and each.layer == step.layer for each in earlier)
    return found | ({"backward"} if again else set())


def _those(aspect, have, bad):
    """Which calls go wrong, in words."""
    return f"of the calls that were tried, those {_with(aspect, have, bad)} go wrong, and no others"


def _with(aspect, have, bad):
    """The words for an aspect, and for what nobody has asked for without it: several filters are
    only asked for where there are several channels."""
    only = _only_there(have, bad) & SEVERAL.keys()
    if aspect not in ("several", *SEVERAL) or not only:
        return ASPECTS[aspect]
    if len(only) == 1 or only == {"batch", "channels"}:
        return ASPECTS[only.pop() if len(only) == 1 else "several"]
    *said, last = [f"several {words}" for other, words in SEVERAL.items() if other in only]
    return f"with {', '.join(said)} or {last}"


def _only_there(have, bad):
    """What probes have that are answered wrongly, and none that is answered rightly."""
    right = set().union(*(have[p] for p in have if p not in bad))
    return set().union(*(have[p] for p in bad)) - right


def _length(name, second):
    """Of the window: that of a filter, or a number of its own."""
    return int(second) if name == "unroll" else len(second)


def facts_of_numbers(name, probes, answers, right, found, wrong):
    """Arguments that change nothing where they should: `Idea`s of the kind "fact".

    Two probes that differ in one number, and get one answer, where two are right. Where that is 0
    it says nothing of the argument: what is 0 for another cause stays 0.
    """
    ideas: dict = {}
    for p, q in combinations(range(len(probes)), 2):
        for place, argument in numbers_of(name).items():
            values = [_number_at(probes[i], place) for i in (p, q)]
            if None in values or not _same_but(probes[p], probes[q], place):
                continue
            pairs = [(at, (q, *at[1:])) for at in found if at[0] == p and at[3] == "value"]
            same = [(a, b) for a, b in pairs if b in found and set(found[a]) & set(found[b])]
            differing = [
                (a, b) for a, b in same if b in right and not set(right[a]) & set(right[b])
            ]
            at_wrong = {at: wrong[at] for pair in differing for at in pair if at in wrong}
            if not any(np.any(answers[i][s].parts[part][1]) for i, s, part, _ in at_wrong):
                continue
            if len(differing) == len(pairs) and at_wrong:
                shown = " and ".join(f"{argument} = {value:g}" for value in values)
                idea = f"the answer is the same for {shown}"
                hint = f"Is {argument} used? Perhaps a number stands where its name should."
                slip = f"fact same {argument}"
                ideas.setdefault(slip, Idea("fact", slip, (), idea, hint, {}))
                ideas[slip].answers.update(at_wrong)
    return list(ideas.values())


def _number_at(probe, place):
    arguments = probe.steps[0].args if probe.make is None else probe.make
    value = arguments[place] if place < len(arguments) else None
    name_only = probe.steps[0].options.get("h") if value is None and probe.make is None else None
    return value if isinstance(value, int | float) else name_only


def _same_but(one, other, place):
    """Whether the first calls of two probes differ in one number at most."""
    a, b = one.steps[0], other.steps[0]
    if one.make is None:
        rest = [x[:place] + x[place + 1 :] for x in (a.args, b.args)]
        return set(a.options) == set(b.options) and _equal(*rest)
    made = [x.make[:place] + x.make[place + 1 :] for x in (one, other)]
    return _equal(*made) and _equal(a.args, b.args)


def _equal(one, other):
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(_equal, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_equal(one[k], other[k]) for k in one)
    if callable(one) or callable(other):
        return one is other or (hasattr(one, "text") and one == other)
    return np.array_equal(one, other) and np.shape(one) == np.shape(other)


def aspects_of(name, probe):
    """What a probe has, by the names of `ASPECTS`."""
    step, found = probe.steps[0], set()
    values = [v for each in probe.steps for v in (*each.args, *each.options.values())]
    arrays = [
        np.asarray(getattr(v, "array", v)) for v in values if not callable(v) or hasattr(v, "how")
    ]
    names = argument_names(name)
    given = dict(zip(names, step.args, strict=False)) | step.options
    if {"padding", "conv_1d_channels", "conv2d_forward", "conv2d_im2col", "im2col"} & {
        *names,
        name,
    }:
        found.add("padding" if given.get("padding") else "no padding")
    if name == "pad_1d":
        found.add("padding" if step.args[1] else "no padding")
    if given.get("stride", 1) > 1:
        found.add("stride")
    if name in SIZED and len(probe.make) > 1 and (probe.make[1] or 9) < probe.make[0]:
        found.add("overlap")
    upstream = next((n for n in names if n in ("da", "dA", "dout")), None)
    if upstream:
        found.add("given" if given.get(upstream) is not None else "not given")
        if given.get(upstream) is not None and not np.any(np.asarray(given[upstream])):
            found.add("zero")
    firsts = [each.args[0] for each in probe.steps if each.method == "forward" and each.args]
    firsts = [np.shape(getattr(v, "array", v)) for v in firsts] or [a.shape for a in arrays[:1]]
    firsts = [shape for shape in firsts if len(shape) > 2]
    found |= {"batch"} if any(shape[0] > 1 for shape in firsts) else set()
    found |= {"channels"} if any(shape[1] > 1 for shape in firsts) else set()
    found |= {"several"} if {"batch", "channels"} & found else set()
    has_filters = "w" in names or len(step.args) > 1
    if has_filters and len(arrays) > 1 and arrays[1].ndim > 2 and len(arrays[1]) > 1:
        found.add("filters")
    if name not in FLAT and any(a.ndim > 1 and a.shape[-1] != a.shape[-2] for a in arrays[:2]):
        found.add("not square")
    if name == "numerical_gradient":
        of_x = getattr(step.args[1], "array", step.args[1])
        found |= {f"no {one}" for one, n in AXES.items() if np.ndim(of_x) != n}
    if name in ANCHORED and len(arrays[0]) < _length(name, arrays[1]):
        found.add("longer")
    if name.startswith("conv") and len(arrays) > 1 and arrays[0].ndim in (2, 4):
        down, across = result_shape(name, arrays[0], arrays[1], given)[-2:]
        found |= {"wide map"} if down != across else set()
    found |= {"ints"} if any(a.dtype.kind in "iu" and a.ndim for a in arrays) else set()
    found |= {"float32"} if any(a.dtype == np.float32 for a in arrays) else set()
    found |= {"layout"} if any(hasattr(v, "how") for v in values) else set()
    if len({(s.method, s.layer) for s in probe.steps}) < len(probe.steps):
        found.add("again")
    return found | ({"ties"} if probe.tied else set())
