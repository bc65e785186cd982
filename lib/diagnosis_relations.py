"""What a wrong answer does where nobody knows the mistake: which inputs it follows, and how.

The function is asked a few more questions, and its answers are compared with each other, never
with right ones: does the gradient double with the upstream gradient; does dx change with x, though
only w decides; does an image's result depend on those beside it. What is said is so.
"""

import re
from dataclasses import replace

import numpy as np

from lib.diagnosis_alone import ALONE, WITHOUT, passed
from lib.diagnosis_asking import ask_one
from lib.diagnosis_facts import label_of
from lib.diagnosis_known import Idea
from lib.diagnosis_windows import of_shares, of_windows
from lib.probes import LARGEST, Formula, Step, argument_names, output_labels

UPSTREAM = ("da", "dA", "dout", "dz", "dh", "dloss")
CONVOLUTIONS = (
    "conv_1d", "conv_1d_unrolled", "conv_1d_channels", "conv_forward", "conv2d_forward",
    "conv2d_im2col",
)  # fmt: skip
PRODUCTS = ("Conv1D", "Conv1DFilters", "Conv1DVector", "Conv1DBank", "Dense", "TextConv", "Conv2D")
BILINEAR = {  # gradients of products: dx is made of w alone, dw of x alone, db of neither
    "dot_backward",
    "conv_1d_backward",
    "conv_1d_unrolled_backward",
    "conv_1d_channels_backward",
    "conv_backward",
    "conv2d_backward",
    *PRODUCTS,
}
SUMS = (  # what is linear in its first argument
    "dot_forward",
    *CONVOLUTIONS,
    *PRODUCTS,
    "AvgPool2D",
)
BATCHES = (  # what does the same to each entry of the first axis
    "conv_1d_channels", "conv2d_forward", "conv2d_im2col", "MaxPool2D", "AvgPool2D",
    "ConvBlockBatch", "Flatten", "Dense", "TextConv", "Conv2D", "Embedding",
)  # fmt: skip
BACK_TO_BATCHES = {*BATCHES, "conv_1d_channels_backward", "conv2d_backward"} - {"Embedding"}
ONE = {"Dense": "a row", "ConvBlockBatch": "a row"}
ONE |= dict.fromkeys(("conv_1d_channels", "conv_1d_channels_backward"), "a line")
ONE |= dict.fromkeys(("TextConv", "Embedding"), "a sentence")
ONLY = "fact only relation "
MOST = 3  # probes of an output that are looked at
CROSSED = re.compile(r"(\w+) changes with (\w+), and not with (\w+)")


def relations(name, probes, subject, forms, answers, places, fatal=()):
    """What can be told of outputs that no known mistake explains.

    Parameters
    ----------
    name : str
    probes, forms, answers
        What was asked, the forms of the right answers, and what came back.
    subject : callable
    places : list
        Wrong places of numbers that nothing explains.
    fatal : tuple of exception types
        Raised on.

    Returns
    -------
    list of Idea
        One at most for each output of each method.
    """
    ideas: dict = {}
    tried: dict = {}

    def size(place):
        p, s, output, _ = place
        return -answers[p][s].parts[output][1].size if output in answers[p][s].parts else 0

    again = _asked_again(name, probes, subject, forms, answers, places, fatal)
    if again is not None:
        return [again]
    for p, s, output, _ in sorted(places, key=lambda place: (size(place), place)):
        step = probes[p].steps[s]
        key = step.method, output
        probe = probes[p]
        if key in ideas or tried.get(key, 0) == MOST or probe.tied or not _of_numbers(name, probe):
            continue
        tried[key] = tried.get(key, 0) + 1
        ask = _Asking(name, probes[p], s, subject, forms[p], output, fatal)
        what = label_of(name, step, output)
        if step.method == "backward" or name.endswith("_backward"):
            said = _of_gradient(name, ask, what)
        else:
            said = _of_result(name, ask, answers[p][s])
        if said is not None:
            slip = f"{ONLY}{step.method} {output}"
            idea, hint = said
            ideas[key] = Idea("fact", slip, (), idea, hint, {})
    return _exchanged(list(ideas.values()))


def _asked_again(name, probes, subject, forms, answers, places, fatal):
    """That the same calls, made anew, give other answers: then nothing else can be told."""
    if not places:
        return None
    p = min(places)[0]
    found = ask_one(name, probes[p], subject, forms[p], fatal)
    pairs = [
        (one.parts[key][1], other.parts.get(key, ("", None))[1])
        for one, other in zip(answers[p], found, strict=False)
        for key in one.parts
    ]
    if len(found) == len(answers[p]) and not any(_differ(a, b) for a, b in pairs):
        return None
    text = "the same call, made once more, gives another answer"
    hint = (
        "Does something outlive the call: a list or dict in the class, a global, a default "
        "argument? Is something drawn by lot? np.empty, and as_strided past the end, show whatever "
        "was in memory."
    )
    return Idea("fact", f"{ONLY}again", (), text, hint, {})


def _differ(one, other):
    return other is None or one.shape != other.shape or _same(one, other) is False


def _exchanged(ideas):
    """One sentence for two gradients of which each is made of what the other is made of."""
    texts = sorted((idea.idea for idea in ideas), reverse=True)
    found = [match.groups() for text in texts if (match := CROSSED.fullmatch(text))]
    if not len(texts) == len(found) == 2:
        return ideas
    one, two = found
    text = f"{one[0]} changes with {one[1]} and not with {one[2]}, "
    text += f"{two[0]} with {two[1]} and not with {two[2]}"
    hint = f"Are the two exchanged? In x * w, what does a small step of {one[1]} change?"
    return [Idea("fact", ideas[0].slip, (), text, hint, {})]


def _of_numbers(name, probe):
    """Whether the arrays that count are of float64, laid out as usual; labels are what they are."""
    if name == "box_filter":
        return True
    arrays = ([a for a in step.args if not isinstance(a, Formula)] for step in probe.steps)
    firsts = [of_step[0] for of_step in arrays if of_step]
    return not any(
        hasattr(a, "how") or np.asarray(a).dtype.kind in "iuO" for a in firsts
    ) and not any(
        getattr(a, "dtype", None) == np.float32 for step in probe.steps for a in step.args
    )


class _Asking:
    """One call, and the same call with other arguments."""

    def __init__(self, name, probe, number, subject, forms, output, fatal):
        self.name, self.subject, self.forms, self.fatal = name, subject, forms, fatal
        self.output, self.layered = output, probe.make is not None
        step = probe.steps[number]
        if self.layered:
            before = [s for s in probe.steps[:number] if s.method == "forward"]
            forward = next((s for s in reversed(before) if s.layer == step.layer), None)
            self.inputs = step.args if step.method == "forward" else forward and forward.args
            self.upstream = step.args[0] if step.method == "backward" and step.args else None
            made = probe.make if step.layer == 0 else probe.beside
            self.probe = replace(probe, make=made, steps=(), tied=(), beside=None)
        else:
            names = argument_names(name)
            given = dict(zip(names, step.args, strict=False)) | step.options
            known = [n for n in names if n not in (*UPSTREAM, "stride", "padding")]
            self.upstream_name = next((n for n in names if n in UPSTREAM), None)
            self.upstream = given.get(self.upstream_name)
            self.inputs = tuple(given[n] for n in known if n in given) if names else step.args
            self.options = {
                k: v for k, v in given.items() if k not in known and k != self.upstream_name
            }
            self.probe = replace(probe, steps=(), tied=())
        self.base = self.with_(self.inputs, self.upstream)

    def with_(self, inputs, upstream=None):
        """The numbers that come out with other arguments, or None."""
        if inputs is None:
            return None
        if self.layered:
            steps: tuple[Step, ...] = (Step("forward", tuple(inputs), {}),)
            if upstream is not None:
                steps += (Step("backward", (upstream,), {}),)
        else:
            options = dict(self.options)
            if upstream is not None:
                options[self.upstream_name] = upstream
            steps = (Step("", tuple(inputs), options),)
        probe = replace(self.probe, steps=steps)
        forms = self.forms[: len(steps)]
        found = ask_one(self.name, probe, self.subject, forms, self.fatal)
        parts = found[-1].parts if len(found) == len(steps) else {}
        return parts[self.output][1] if self.output in parts else None

    def call(self, inputs, upstream=None, **options):
        """The numbers that come out of a call with other inputs and options alone, or None."""
        before = getattr(self, "options", {})
        self.options = options
        try:
            return self.with_(inputs, upstream)
        finally:
            self.options = before

    def inputs_with(self, place, change):
        """The inputs with one of them changed."""
        return tuple(change(v) if i == place else v for i, v in enumerate(self.inputs or ()))


def _other(value):
    """Other numbers of the same shape."""
    value = _floats(value)
    return (value + 1 + np.arange(value.size).reshape(value.shape) % 3)[()]


def _floats(value):
    return np.asarray(getattr(value, "array", value), dtype=np.float64)


def _twice(value):
    return _floats(value)[()] * 2.0


def _same(one, other):
    if one is None or other is None or one.shape != other.shape:
        return None
    if not (np.isfinite(one).all() and np.isfinite(other).all()):
        return None
    size = max(float(np.max(np.abs(one), initial=0.0)), float(np.max(np.abs(other), initial=0.0)))
    return bool(np.all(np.abs(one - other) <= 1e-9 * size))


def _of_gradient(name, ask, what):
    """How a gradient follows the upstream gradient and the inputs: what is odd, and a hint."""
    base, up = ask.base, ask.upstream
    if base is None or up is None or not np.any(up):
        return None
    if not _same(ask.with_(ask.inputs, up), base):
        return None  # a winner drawn by lot
    if name == "ReLU":
        said = passed(ask)
        if said is not None:
            return said
    if name in BILINEAR:
        said = _what_it_is_made_of(name, ask, what)
        if said is not None:
            return said
    twice = ask.with_(ask.inputs, _twice(up))
    if _same(twice, base) is True and np.any(base):
        return (
            f"{what} stays the same when the upstream gradient doubles",
            "The chain rule multiplies by it. What would twice the upstream gradient change?",
        )
    if _same(twice, 2 * base) is False:
        step = np.zeros(base.shape) + up if np.ndim(up) < 1 else up
        for sign, done in ((1, "added to"), (-1, "taken away from")):
            if _same(twice - base, sign * step):
                return f"the upstream gradient is {done} {what}", "The chain rule multiplies by it."
        how = "becomes four times as large" if _same(twice, 4 * base) else "does not double"
        return (
            f"{what} {how} when the upstream gradient doubles",
            "A gradient is the upstream gradient times something that does not depend on it. "
            "What is added to it, cut off from it, or multiplied in twice?",
        )
    labels = output_labels(name) or [f"d{n}" for n in argument_names(name)[:2]]
    if name in BACK_TO_BATCHES and what == labels[0]:
        said = _beside_each_other(name, ask, _floats(ask.inputs[0]), "back to")
        if said is not None:
            return said
    if what in labels[:2]:
        return of_shares(name, "xw"[labels.index(what)], ask.call)
    return None


def _what_it_is_made_of(name, ask, what):
    """Which inputs a gradient of products follows."""
    labels = output_labels(name) or [f"d{n}" for n in argument_names(name)[:3]]
    own = labels.index(what) if what in labels else None
    if own is None or own >= len(ask.inputs):
        return None
    if not np.any(ask.base):
        return None  # what is 0 for another cause stays 0
    names = [label[1:] for label in labels]
    follows = {}
    for place in range(min(len(ask.inputs), len(labels))):
        found = ask.with_(ask.inputs_with(place, _other), ask.upstream)
        same = _same(found, ask.base)
        if same:  # perhaps only its sign counts
            found = ask.with_(ask.inputs_with(place, lambda v: -_other(v)), ask.upstream)
            same = _same(found, ask.base)
        if same is None:
            return None
        follows[place] = not same
    partner = {0: 1, 1: 0}.get(own)
    beside = [names[i] for i, does in follows.items() if does and i != partner]
    if beside and partner is not None and not follows[partner]:
        return (
            f"{what} changes with {' and '.join(beside)}, and not with {names[partner]}",
            f"The result is a sum of products of {names[0]} and {names[1]}. What stands beside "
            f"{names[own]} in each of them?",
        )
    if beside:
        return (
            f"{what} changes with {' and '.join(beside)}, which decides nothing here",
            f"In a sum of products, what does a small step of {names[own]} change? "
            f"Which other array does that depend on?",
        )
    if partner is not None and not follows[partner]:
        return (
            f"{what} does not change with {names[partner]}",
            f"Each {names[own]} is multiplied by something. By what?",
        )
    return None


def _of_result(name, ask, answer):
    """What is odd in a forward result, and a hint."""
    base = ask.base
    if base is None or not (ask.inputs or name in WITHOUT):
        return None
    if name in ALONE:
        return ALONE[name](ask)
    first = _floats(ask.inputs[0])
    if name in SUMS and first.size > 3 and np.any(base):
        others = (10 * np.cos(n * np.arange(1.0, first.size + 1)) for n in (1.3, 1.7))
        found = [ask.with_((other.reshape(first.shape), *ask.inputs[1:])) for other in others]
        if all(_same(one, base) for one in found):
            return (
                "the result stays the same when other numbers of the same shape go in",
                "Does something outlive the call: a dict or list as a default argument, a global? "
                "Or is the input not used at all?",
            )
    if name in LARGEST and not np.isin(base, first).all():
        found = base[~np.isin(base, first)].flat[0]
        return (
            f"{name}.forward returns {found:g}, which is none of its entries",
            "The largest of some entries is one of them. Where does this number come from, and "
            "could all entries be below it?",
        )
    if name in LARGEST:
        low = first - np.ceil(np.max(first)) - 1000.5
        found = ask.with_((low, *ask.inputs[1:]))
        if found is not None and np.isfinite(found).all() and not np.isin(found, low).all():
            other = found[~np.isin(found, low)].flat[0]
            return (
                f"of entries that are all {low.max():g} or less {other:g} is said to be the "
                "largest",
                "The largest of some entries is one of them. Which number stands where none "
                "counts, or where the search begins?",
            )
    if name in BATCHES:
        said = _beside_each_other(name, ask, first)
        if said is not None:
            return said
    said = (_of_zeros(ask, first) or _not_linear(ask, first)) if name in SUMS else None
    return said or of_windows(name, ask.call)


def _beside_each_other(name, ask, first, comes="out for"):
    """Whether an image's result, or its gradient, depends on its place in the batch."""
    if first.ndim < 2 or len(first) < 2 or len(ask.base) != len(first):
        return None
    up, rest = ask.upstream, ask.inputs[1:]
    for which in (slice(0, 1), slice(-1, None)):
        alone = ask.with_((first[which], *rest), up if up is None else np.asarray(up)[which])
        if _same(alone, ask.base[which]) is False:
            break
    else:
        return None
    one = ONE.get(name, "an image")
    return (
        f"what comes {comes} {one} depends on its place in the batch, or on what stands beside it",
        f"Each is computed by itself, in the same way. Which index runs over the batch, and where "
        f"is it used? {one[0].upper()}{one[1:]}'s number should pick {one}, and nothing else.",
    )


def _of_zeros(ask, first):
    """Whether something comes of nothing: a total that begins at 1."""
    biases = [0.0 * np.asarray(b) for b in ask.inputs[2:]]
    found = ask.with_((0 * first, *ask.inputs[1:2], *biases))
    if found is None or not np.any(found) or not np.all(found == found.flat[0]):
        return None
    aside = ", and a bias of zeros," if biases else ""
    return (
        f"for an input of zeros{aside} the result is {found.flat[0]:g}, not 0",
        "What do you add to the products, or what is the total before the first of them?",
    )


def _not_linear(ask, first):
    """Whether the result is more than sums of products."""
    nothing, twice = (ask.with_((n * first, *ask.inputs[1:])) for n in (0, 2))
    if nothing is None or twice is None or ask.base.shape != nothing.shape:
        return None
    if _same(twice - nothing, 2 * (ask.base - nothing)) is not False:
        return None
    if not _same(ask.with_(ask.inputs), ask.base):
        return (
            "the same call gives two answers",
            "np.empty holds whatever was in memory before. Is each entry written?",
        )
    aside = " (the bias aside)" if ask.inputs[2:] else ""
    bounded = " They all lie between -1 and 1." if np.max(np.abs(twice)) <= 1 else ""
    return (
        f"twice the input does not give twice the result{aside}",
        f"Sums of products grow with what goes in. What else is done to the numbers?{bounded}",
    )
