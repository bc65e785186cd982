"""Which sizes meet in an exception about shapes: the filter's length and the stride, say.

A number such as 3 may be many things in one call. Over all calls that raised in one line it is
hardly more than one.
"""

import re

import numpy as np

from lib.probes import argument_names

BY_AXES = {  # what the axes of the first and of the second array are
    1: (("the length of {x}",), ("the length of {w}",)),
    2: (("the height of {x}", "the width of {x}"), ("the height of {w}", "the width of {w}")),
    3: (
        ("the batch", "the channels", "the length of {x}"),
        ("the filters", "the channels", "the length of {w}"),
    ),
    4: (
        ("the batch", "the channels", "the height of {x}", "the width of {x}"),
        ("the filters", "the channels", "the height of {w}", "the width of {w}"),
    ),
}
BANKS = ("Conv1DBank", "ConvBlockBatch")  # whose filters are the rows of a matrix
OTHERWISE = {
    "Dense": (("the batch", "the inputs"), ("the inputs", "the outputs")),
    "SoftmaxCrossEntropy": (("the batch", "the classes"), ()),
    "Embedding": (("the batch", "the words"), ("the vocabulary", "the length of a vector")),
    "MaxOverTime": (("the batch", "the filters", "the places"), ()),
}
FILTER = ("the length of w", "the height of w", "the width of w")
SHAPE = re.compile(r"\(([\d, ]*)\)")


def sizes_of(name, probe, number):
    """What a call is about, in words, with its sizes.

    Parameters
    ----------
    name : str
    probe : lib.probes.Probe
    number : int
        Of the step whose call it is.

    Returns
    -------
    dict of str to int
    """
    step = probe.steps[number]
    given = dict(zip(argument_names(name), step.args, strict=False)) | step.options
    arrays, found = step.args, {}
    if probe.make is not None:
        before = [s for s in probe.steps[: number + 1] if s.method == "forward"]
        arrays = next((s.args for s in reversed(before) if s.layer == step.layer), ())
        made = probe.make if step.layer == 0 else probe.beside or ()
        found = dict(zip(("the window's size", "the stride"), made, strict=False))
    arrays = [np.shape(getattr(a, "array", a)) for a in arrays[:2]]
    x, w = ("X" if arrays and len(arrays[0]) in (2, 4) else "x"), "w"
    for place, shape in enumerate(arrays):
        words = OTHERWISE.get(name, BY_AXES.get(len(shape), ((), ())))[place]
        if name in BANKS and place == 1:
            words = ("the filters", "the length of w")
        named = (word.format(x=x, w=w) for word in words)
        found |= dict(zip(named, shape, strict=False))
    for option in ("stride", "padding"):
        if given.get(option) is not None:
            found[f"the {option}"] = given[option]
    return {word: int(size) for word, size in found.items() if isinstance(size, int | np.integer)}


def meeting(sizes, texts, exact):
    """Say which two sizes meet, or "" where that is not certain.

    Parameters
    ----------
    sizes : list of dict
        Those of each call, see `sizes_of`.
    texts : list of str
        The two shapes in each exception, such as "(1,3) (1,2)".
    exact : bool
        Whether a size of 1 is as wrong as another one: it is in a place that is written into.
    """
    pairs = [_apart(text, exact) for text in texts]
    if not pairs or None in pairs:
        return ""
    calls = list(zip(sizes, pairs, strict=True))
    one, two = (_only([(known, pair[side]) for known, pair in calls]) for side in (0, 1))
    if one is not None and two is not None:
        return f"{one} {'meet' if one.endswith('s') else 'meets'} {two}" if one != two else ""
    for side, whole in enumerate((one, two)):
        if whole == FILTER[0] and any(place for *_, place in pairs):
            continue  # channels, or a batch, that are as many as the filter is long: w ends with it
        if whole in FILTER and all(pair[1 - side] < pair[side] for pair in pairs):
            return f"a window that is cut off, or too short, meets {whole}"
    return ""


LEFT_OUT = {
    "stride=1": {"the stride": 1},
    "padding=0": {"the padding": 0},
    "stride=1 and padding=0": {"the stride": 1, "the padding": 0},
}


def left_out(sizes, counts):
    """Say which options must have been left out where windows of images were counted, or "".

    Parameters
    ----------
    sizes : list of dict
        Those of each call, see `sizes_of`.
    counts : list of int
        How many entries the array has in each of them.
    """
    calls = list(zip(sizes, counts, strict=True))
    if any(n in _entries(known) for known, n in calls):
        return ""  # the array is as it should be
    for text, options in LEFT_OUT.items():
        if all(n in _entries(known | options) for known, n in calls):
            return text
    return ""


def _entries(known):
    """How many entries the windows have, and the result, in a convolution of images."""
    try:
        images, filters, channels = (
            known[f"the {word}"] for word in ("batch", "filters", "channels")
        )
        padding, stride = known.get("the padding", 0), known.get("the stride", 1)
        windows = images
        taps = channels
        for side in ("height", "width"):
            k = known[f"the {side} of w"]
            windows *= (known[f"the {side} of X"] + 2 * padding - k) // stride + 1
            taps *= k
    except KeyError:
        return ()
    return windows * filters, windows * taps


def _apart(text, exact):
    """The two sizes that differ, in two shapes compared from behind, and where; or None."""
    shapes = [[int(n) for n in re.findall(r"\d+", shape)] for shape in SHAPE.findall(text)][:2]
    if len(shapes) < 2:
        return None
    ends = enumerate(zip(reversed(shapes[0]), reversed(shapes[1]), strict=False))
    differ = [(a, b, n) for n, (a, b) in ends if a != b and (exact or 1 not in (a, b))]
    return differ[0] if len(differ) == 1 else None


def _only(pairs):
    """The one word that is of this size in each call, or None."""
    words = [{word for word, size in sizes.items() if size == wanted} for sizes, wanted in pairs]
    common = set.intersection(*words)
    return common.pop() if len(common) == 1 else None
