"""Which entries meet where windows slide: told of answers that no known mistake explains.

A filter of zeros with a single 1 shows which entry of x it is multiplied by, and an upstream
gradient with a single 1 shows which entries get something from that output.
"""

from itertools import product

import numpy as np

# Shapes of x, and of w: few entries, and no two sizes alike.
SHAPES = {
    "conv_1d": ((6,), (3,)),
    "conv_1d_unrolled": ((6,), (3,)),
    "Conv1DVector": ((6,), (3,)),
    "conv_1d_channels": ((1, 2, 8), (1, 2, 3)),
    "TextConv": ((1, 2, 6), (1, 2, 3)),
    "conv_forward": ((4, 6), (2, 3)),
    "conv2d_forward": ((1, 2, 5, 7), (1, 2, 2, 3)),
    "conv2d_im2col": ((1, 2, 5, 7), (1, 2, 2, 3)),
    "conv_1d_backward": ((6,), (3,)),
    "conv_1d_unrolled_backward": ((6,), (3,)),
    "conv_1d_channels_backward": ((1, 2, 8), (1, 2, 3)),
    "conv_backward": ((4, 6), (2, 3)),
    "conv2d_backward": ((1, 2, 5, 7), (1, 2, 2, 3)),
}
WITH_OPTIONS: tuple[str, ...] = ("conv_1d_channels", "conv2d_forward", "conv2d_im2col")
WITH_OPTIONS += ("conv_1d_channels_backward", "conv2d_backward", "im2col")
WITH_BIAS = ("TextConv", "conv2d_forward", "conv2d_im2col", "conv2d_backward")
LINES = ("conv_1d", "conv_1d_backward")  # as long as x: half a filter of zeros in front
OPEN = ("conv_1d_unrolled", "conv_1d_unrolled_backward")  # zeros behind
SETTINGS: tuple[dict, ...] = ({}, {"stride": 2}, {"padding": 1})
PADS = ((0, 0), (1, 1), (0, 2), (2, 0), (0, 4), (4, 0), (4, 4), (1, 3), (3, 1), (3, 3))


def of_windows(name, call):
    """What is odd in which entries meet, going forward: a sentence and a hint, or None.

    Parameters
    ----------
    name : str
    call : callable
        Takes the inputs, and options by name; returns an array, or None.
    """
    if name == "dot_forward":
        return _of_products(call)
    if name == "im2col":
        return _of_columns(call)
    if name == "unroll":
        return _empty_at_the_end(call((_distinct((6,)), 3)), (6, 3), ("row", "column"))
    if name not in SHAPES or name.endswith("_backward"):
        return None
    x, w = _numbers(name)
    rest = (np.zeros(len(w)),) if name in WITH_BIAS else ()
    axes = ("row", "column") if _axes(x) > 1 else ("place",)
    said = _empty_at_the_end(call((x, w, *rest)), result_shape(name, x, w, {}), axes)
    if said is not None:
        return said
    for options in SETTINGS if name in WITH_OPTIONS else SETTINGS[:1]:
        if "padding" in options:
            said = _of_padding(call, x, w, rest)
            if said is not None:
                return said
        for tap in np.ndindex(w.shape):
            found = call((x, _one(w.shape, tap), *rest), **options)
            if found is None:
                return None
            if found.shape != result_shape(name, x, w, options):
                return _of_shape(name, found, x, w, rest, call, options)
            for place in _places(name, x, w, options):
                index = (0,) * (found.ndim - len(place)) + place
                met = _entry(found[index], x)
                wanted = _partner(name, place, tap, x, options)
                if met == wanted or met is None:
                    continue
                at = f"in the result at {_at('', index)}"
                said = f"{at}, {_at('w', tap)} is multiplied by {_at(_letter(x), met)}"
                if not met:
                    said = f"{at} stands 0 for a w that is 1 at {_at('w', tap)} and 0 elsewhere"
                return (
                    said + _when(options),
                    "Lay the filter on the window of this place, entry on entry, and look at what "
                    "lies under it.",
                )
    return None


def _of_products(call):
    """Of the sum of products of two arrays: what each entry of the second is multiplied by."""
    x = _distinct((2, 3))
    for tap in np.ndindex(x.shape):
        found = call((x, _one(x.shape, tap)))
        if found is None or found.shape:
            return None
        met = _entry(found, x)
        if met == tap:
            continue
        gives = "0" if met == () else f"{_at('x', met)}" if met else "no entry of x"
        return (
            f"for a w that is 1 at {_at('w', tap)} and 0 elsewhere the result is {gives}",
            "The entries that stand in the same place are multiplied with each other.",
        )
    return None


def _of_shape(name, found, x, w, rest, call, options):
    """A result that has another shape than the formula of the task gives it."""
    counted = _how_counted(name, found, x, w, rest, call, options)
    return (
        f"for {_letter(x)} of shape {x.shape} and w of shape {w.shape} the result has shape "
        f"{found.shape}{_when(options)}, not {result_shape(name, x, w, options)}{counted}",
        "How many windows are there along each axis? Count them on a drawing.",
    )


def _how_counted(name, found, x, w, rest, call, options):
    """What gives the sizes of this result, and those of a larger one, in words; or ""."""
    axes, stride, padding = _axes(x), options.get("stride", 1), options.get("padding", 0)
    # No two sizes are alike, and each is larger by another number.
    larger = [
        (*a.shape[:-axes], *(n + m for n, m in zip(a.shape[-axes:], more, strict=False)))
        for a, more in ((x, (5, 4)), (w, (2, -1)))
    ]
    again = call((*map(_distinct, larger), *rest), **options)
    if again is None or not found.ndim == again.ndim == x.ndim:
        return ""
    for words, count in (COUNTED_WHOLE if name in (*LINES, *OPEN) else COUNTED).items():
        shapes = [
            tuple(count(of_x[-axes:], of_w[-axes:], stride, padding))
            for of_x, of_w in ((x.shape, w.shape), larger)
        ]
        if shapes == [found.shape[-axes:], again.shape[-axes:]]:
            one_axis = words.removesuffix(" along each axis") if axes == 1 else words
            return f": {one_axis.format(x=_letter(x))}"
    return ""


def _fit(n, k, stride, padding):
    return (n - k + 2 * padding) // stride + 1


COUNTED_WHOLE = {  # how many results there are along each axis, if not one for each entry of x
    "only windows that lie inside {x} count": lambda n, k, s, p: [n[0] - k[0] + 1],
    "windows count that have a single entry of {x} in them": lambda n, k, s, p: [n[0] + k[0] - 1],
    "there are as many as w has places": lambda n, k, s, p: k,
}
COUNTED = {  # and if not as many as windows fit
    "there is one for each place of {x}, not for each window that fits": lambda n, k, s, p: n,
    "windows count that have a single entry of {x} in them": lambda n, k, s, p: [
        a + b - 1 for a, b in zip(n, k, strict=True)
    ],
    "one window is missing along each axis": lambda n, k, s, p: [
        _fit(a, b, s, p) - 1 for a, b in zip(n, k, strict=True)
    ],
    "a window counts that does not quite fit": lambda n, k, s, p: [
        -((b - a - 2 * p) // s) + 1 for a, b in zip(n, k, strict=True)
    ],
    "height and width of w are exchanged": lambda n, k, s, p: [
        _fit(a, b, s, p) for a, b in zip(n, k[::-1], strict=True)
    ],
    "rows and columns are exchanged": lambda n, k, s, p: [
        _fit(a, b, s, p) for a, b in zip(n[::-1], k[::-1], strict=True)
    ],
    "the height of w is taken for its width": lambda n, k, s, p: [_fit(a, k[0], s, p) for a in n],
    "the width of w is taken for its height": lambda n, k, s, p: [_fit(a, k[-1], s, p) for a in n],
    "there are as many columns as rows": lambda n, k, s, p: [_fit(n[0], k[0], s, p)] * len(n),
    "there are as many rows as columns": lambda n, k, s, p: [_fit(n[-1], k[-1], s, p)] * len(n),
    "the stride is left out along the columns": lambda n, k, s, p: [
        _fit(n[0], k[0], s, p),
        _fit(n[-1], k[-1], 1, p),
    ],
    "the stride is left out along the rows": lambda n, k, s, p: [
        _fit(n[0], k[0], 1, p),
        _fit(n[-1], k[-1], s, p),
    ],
    "there are as many as w has places": lambda n, k, s, p: k,
}


def _empty_at_the_end(found, shape, axes):
    """Which of the last axes of a result end with zeros, though all that goes in is above 0."""
    if found is None or found.shape != shape:
        return None
    said = []
    for axis, one in zip(range(found.ndim - len(axes), found.ndim), axes, strict=True):
        others = tuple(i for i in range(found.ndim) if i != axis)
        filled = np.flatnonzero(found.any(axis=others))
        empty = found.shape[axis] - 1 - int(filled[-1]) if len(filled) else 0
        if empty:
            said.append(f"last {one}" if empty == 1 else f"last {empty} {one}s")
    if not said:
        return None
    stay = "stay" if len(said) > 1 or said[0].endswith("s") else "stays"
    return (
        f"in the result the {' and the '.join(said)} {stay} 0, though nothing that goes in is 0",
        "Where does each loop or slice end? Count from 0.",
    )


def of_shares(name, output, call):
    """What is odd in what a gradient gets from one output: a sentence and a hint, or None.

    Parameters
    ----------
    name : str
    output : str
        "x" or "w".
    call : callable
        Takes the inputs and the upstream gradient, and options by name; returns the gradient of
        the output, or None.
    """
    if name not in SHAPES:
        return None
    x, w = _numbers(name)
    rest = (np.zeros(len(w)),) if name in WITH_BIAS else ()
    whose, other = (x, w) if output == "x" else (w, x)
    for options in SETTINGS if name in WITH_OPTIONS else SETTINGS[:1]:
        shape = result_shape(name, x, w, options)
        for place in _places(name, x, w, options):
            index = (0,) * (len(shape) - len(place)) + place
            found = call((x, w, *rest), _one(shape, index), **options)
            if found is None or found.shape != whose.shape:
                return None
            wanted = np.zeros(whose.shape)
            for tap in np.ndindex(w.shape):
                met = _partner(name, place, tap, x, options)
                if met:
                    mine, theirs = (met, tap) if output == "x" else (tap, met)
                    wanted[mine] = other[theirs]
            odd = np.argwhere(~np.isclose(found, wanted, rtol=1e-9, atol=0))
            if not len(odd):
                continue
            letters = (_letter(x), "w") if output == "x" else ("w", _letter(x))
            what, from_ = letters[0], f"from the result at {_at('', index)} alone"
            if not found.any():
                said = f"d{what} gets nothing {from_}"
            else:
                at = tuple(int(i) for i in odd[0])
                met = _entry(found[at], other)
                got = _at(letters[1], met) if met else "nothing"
                if met is None:
                    got = f"something that is no entry of {letters[1]}"
                said = f"{_at('d' + what, at)} gets {got} {from_}"
            return (
                said + _when(options),
                f"This result is a sum of products. By what is {_at(what, tuple(odd[0]))} "
                f"multiplied in it, if it is in it?",
            )
    return None


def _of_padding(call, x, w, rest):
    """Where the zeros stand, if not as many on each side."""
    found = call((x, w, *rest), padding=2)
    axes = 1 if x.ndim < 4 else 2
    if found is None or len(found) != len(x):
        one = call((x[:, :1], w[:, :1], *rest), padding=2)
        if one is None or len(one) != len(x) + 4:
            return None
        return (
            f"with padding=2 a batch of {len(x)} becomes one of {len(one)}",
            "np.pad(x, p) pads every axis, the batch and the channels too. It takes a pair for "
            "each axis: (0, 0) for those that stay.",
        )

    def padded(pads):
        return call((np.pad(x, [(0, 0)] * (x.ndim - axes) + list(pads)), w, *rest))

    if _equal(padded(((2, 2),) * axes), found):
        return None
    tries = [(pad,) * axes for pad in PADS]
    tries += [((2, 2), (0, 0)), ((0, 0), (2, 2))] if axes == 2 else []
    for pads in tries:
        if _equal(padded(pads), found):
            before, after = pads[0]
            zeros = "zero" if before == 1 else "zeros"
            one = f"{before} {zeros} in front of each line and {after} behind it"
            if pads[0] != pads[-1]:
                one = "two rows" if pads[0] == (2, 2) else "two columns"
                one += " of zeros on each side, and no more,"
            return (
                f"padding=2 gives what {one} would give",
                "p zeros go on each side. Where does the input begin in the wider array?",
            )
    return None


def _of_columns(call):
    """Of im2col: which entry stands where in the columns."""
    X = _distinct((1, 2, 5, 7))
    for stride, column in ((1, 0), (1, 1), (2, 0), (2, 1)):
        found = call((X, 2, 3), stride=stride)
        if found is None or found.ndim != 2 or len(found) != 12 or found.shape[1] <= column:
            return None
        for row, (c, i, j) in enumerate(product(range(2), range(2), range(3))):
            met = _entry(found[row, column], X)
            if met is None or met == (0, c, i, j + stride * column):
                continue
            shown = _at("X", met) if met else "0"
            return (
                f"row {row} of column {column} is {shown}, for windows of 2 rows and 3 columns"
                f"{_when({'stride': stride})}",
                "A column is one window: channel by channel, row by row. Which entry comes there?",
            )
    return None


def _numbers(name):
    x, w = SHAPES[name]
    return _distinct(x), _distinct(w, 50)


def _distinct(shape, after=0):
    """Numbers of which no two are alike, nor sums of a few of them."""
    return 3.0 + np.sin(1.7 * (1 + after + np.arange(np.prod(shape)))).reshape(shape)


def _one(shape, place):
    found = np.zeros(shape)
    found[place] = 1.0
    return found


def _entry(value, array):
    """Where in an array a number stands; () for 0, and None if nowhere."""
    if value == 0:
        return ()
    at = np.argwhere(np.isclose(array, value, rtol=1e-9, atol=0))
    return tuple(int(i) for i in at[0]) if len(at) == 1 else None


def _axes(x):
    """How many axes windows slide along."""
    return 1 if x.ndim in (1, 3) else 2


def _partner(name, place, tap, x, options):
    """Which entry of x a weight meets at a place of the result; () where it meets a zero."""
    axes, stride = _axes(x), options.get("stride", 1)
    front = 1 if name in LINES else options.get("padding", 0)  # there filters have three entries
    met = [t * stride + j - front for t, j in zip(place, tap[-axes:], strict=True)]
    inside = all(0 <= i < n for i, n in zip(met, x.shape[-axes:], strict=True))
    before = (0, tap[1]) if x.ndim > 2 else ()
    return (*before, *met) if inside else ()


def result_shape(name, x, w, options):
    axes, stride, padding = _axes(x), options.get("stride", 1), options.get("padding", 0)
    sizes = zip(x.shape[-axes:], w.shape[-axes:], strict=True)
    whole = name in (*LINES, *OPEN)
    counts = [n if whole else (n - k + 2 * padding) // stride + 1 for n, k in sizes]
    return (*((1, 1) if x.ndim > 2 else ()), *counts)


def _places(name, x, w, options):
    """A few places of the result: one inside, the next ones, the first and the last."""
    counts = result_shape(name, x, w, options)[-_axes(x) :]
    if len(counts) == 1:
        return [(1,), (0,), (counts[0] - 1,)]
    return [(0, 0), (0, 1), (1, 0), tuple(n - 1 for n in counts)]


def _equal(one, other):
    return one is not None and one.shape == other.shape and np.allclose(one, other, rtol=1e-9)


def _letter(x):
    """What the input is called: X is an image."""
    return "X" if x.ndim in (2, 4) else "x"


def _at(letter, index):
    return f"{letter}[{', '.join(map(str, index))}]"


def _when(options):
    if options.get("stride", 1) > 1:
        return f", with a stride of {options['stride']}"
    return f", with padding={options['padding']}" if "padding" in options else ""
