"""Small cases to try on a wrong answer whose mistake nobody knows, for Hypothesis to make smaller.

For each name a strategy of `lib.probes.Probe`: sizes, strides and types as the lab's rules allow
them. Numbers are few and simple, so that the case that is left is one to work out by hand.
"""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from lib.probes import Formula, call, layer

WHOLE = (0, 1, -1, 2, -2, 3, -3)
NUMBERS = (*WHOLE, 0.5, -2.25)  # the first is the simplest
TYPES = ("float64", "float64", "int64", "float32")


def cases(name, names):
    """Strategy of cases for a name, or None.

    Parameters
    ----------
    name : str
    names : dict
        The lab's own solutions: they say what shape an upstream gradient has.
    """
    return STRATEGIES[name](names) if name in STRATEGIES else None


def numbers(draw, *shape):
    """An array of a given shape: zeros but for a few places, or full of numbers."""
    size = int(np.prod(shape))
    dtype = draw(st.sampled_from(TYPES))
    values = WHOLE if dtype == "int64" else NUMBERS
    pattern = draw(st.integers(0, 6))  # a few draws, however large it is
    array = np.array([values[pattern * (i + 1) % len(values)] for i in range(size)], dtype=dtype)
    places = st.tuples(st.integers(0, size - 1), st.sampled_from(values[1:]))
    for place, value in draw(st.lists(places, max_size=2)):
        array[place] = value
    return array.reshape(shape)


def untied(draw, *shape):
    """An array in which all numbers are different: where maxima are tied, several are right."""
    size = int(np.prod(shape))
    prime = next(p for p in (2, 3, 7, 13, 29, 53, 101) if p > size)
    steps = draw(st.integers(1, prime - 1)) * np.arange(1.0, size + 1) % prime
    return (steps - draw(st.integers(0, size))).reshape(shape)


def size(draw, largest, smallest=1):
    """A length."""
    return draw(st.integers(smallest, largest))


# --- functions ---------------------------------------------------------------------------------


@st.composite
def _output_size(draw, names):
    return call(size(draw, 9), size(draw, 9), size(draw, 2, -1), size(draw, 3, -1))


@st.composite
def _pad_1d(draw, names):
    return call(numbers(draw, size(draw, 4)), size(draw, 3, 0))


@st.composite
def _unroll(draw, names):
    return call(numbers(draw, size(draw, 5)), size(draw, 5))


@st.composite
def _numerical_gradient(draw, names):
    texts = ("np.sum(x**2)", "np.sum(x**3)", "np.sum(x) ** 2")
    shape = draw(st.sampled_from([(1,), (2,), (1, 2), (2, 3), (), (2, 1, 2)]))
    f = Formula(draw(st.sampled_from(texts)))
    return call(f, np.array(numbers(draw, *shape)), h=draw(st.sampled_from([0.5, 0.25])))


@st.composite
def _best_patch(draw, names):
    return call(numbers(draw, size(draw, 3), size(draw, 3)))


@st.composite
def _to_image(draw, names):
    # Grey values far from a half: rounded or cut off, they are the same.
    shape = size(draw, 2), size(draw, 3)
    values = draw(st.lists(st.sampled_from((0, 1020, 201)), min_size=6, max_size=6))
    A = np.array(values[: shape[0] * shape[1]], dtype=np.float64).reshape(shape)
    return call(A * draw(st.sampled_from((1, -1, 2**-20))) + draw(st.sampled_from((0, 7, -300))))


@st.composite
def _box_filter(draw, names):
    return call(size(draw, 6))


@st.composite
def _sharpen_filter(draw, names):
    return call(*draw(st.lists(st.sampled_from(NUMBERS), max_size=1)))


@st.composite
def _learn_filter(draw, names):
    height, width = size(draw, 4, 3), size(draw, 5, 3)
    A = numbers(draw, height - 2, width - 2)
    return call(numbers(draw, height, width), A, size(draw, 3, 0), 1 / 64)


def _pair(forward, shapes, backward=False):
    """A function of two arrays, or the backward of one."""

    @st.composite
    def draw_case(draw, names):
        inputs = [numbers(draw, *shape) for shape in shapes(draw)]
        if not backward or draw(st.booleans()):
            return call(*inputs)
        out = np.shape(names[forward](*inputs))
        dout = numbers(draw, *out)
        return call(*inputs, dout if out else dout[()])

    return draw_case


def _strided(forward, shapes, backward=False, biased=False):
    """The convolutions with stride and padding, and their backwards."""

    @st.composite
    def draw_case(draw, names):
        stride, padding = size(draw, 3), size(draw, 2, 0)
        x_shape, w_shape = shapes(draw, padding)
        inputs = [numbers(draw, *x_shape), numbers(draw, *w_shape)]
        if biased:
            inputs.append(numbers(draw, w_shape[0]))
        options = {"stride": stride, "padding": padding}
        options = {key: value for key, value in options.items() if value != (key == "stride")}
        if not backward or draw(st.booleans()):
            return call(*inputs, **options)
        shape = names[forward](*inputs, **options).shape
        return call(*inputs, numbers(draw, *shape), **options)

    return draw_case


def _one_shape(draw):
    shape = size(draw, 3), size(draw, 3)
    return shape, shape


def _centred(draw):
    return (size(draw, 5),), (2 * size(draw, 2, 0) + 1,)


def _left(draw):
    return (size(draw, 5),), (size(draw, 5),)


def _image(draw):
    k = size(draw, 3), size(draw, 3)
    return (k[0] + size(draw, 2, 0), k[1] + size(draw, 2, 0)), k


def _line_with_channels(draw, padding):
    channels, k = size(draw, 2), size(draw, 3)
    length = max(k - 2 * padding, 1) + size(draw, 3, 0)
    return (size(draw, 2), channels, length), (size(draw, 2), channels, k)


def _images_with_channels(draw, padding):
    channels, k = size(draw, 2), (size(draw, 3), size(draw, 3))
    sides = [max(side - 2 * padding, 1) + size(draw, 2, 0) for side in k]
    return (size(draw, 2), channels, *sides), (size(draw, 2), channels, *k)


@st.composite
def _im2col(draw, names):
    stride, padding = size(draw, 3), size(draw, 1, 0)
    x_shape, w_shape = _images_with_channels(draw, padding)
    return call(numbers(draw, *x_shape), *w_shape[2:], stride, padding)


# --- layers ------------------------------------------------------------------------------------


def _layers(name, inputs, make=lambda draw: ()):
    """Forward and backward, perhaps of several inputs, perhaps backward twice."""

    @st.composite
    def draw_case(draw, names):
        made = make(draw)
        probe = layer(*made)
        for again in (False, True):
            given = inputs(draw, *made)
            out = np.shape(names[name](*made).forward(*(np.copy(a)[()] for a in given)))
            dout = numbers(draw, *out)
            dout = dout if out else dout[()]
            probe = probe.forward(*given).backward(dout)
            if not again and draw(st.booleans()):
                probe = probe.backward(dout)
            if not draw(st.booleans()):
                break
        return probe

    return draw_case


def _window(draw):
    stride = draw(st.sampled_from((None, 1, 2, 3)))
    width = size(draw, 3)
    return (width,) if stride is None else (width, stride)


def _any_shape(draw):
    return (numbers(draw, *draw(st.sampled_from([(1,), (2,), (3,), (2, 2), (1, 2, 2)]))),)


def _vector(draw, width=1, stride=None):
    return (untied(draw, width + size(draw, 4, 0)),)


def _images(draw, width, stride=None):
    sides = width + size(draw, 2, 0), width + size(draw, 2, 0)
    return (untied(draw, size(draw, 2), size(draw, 2), *sides),)


def _scalar(draw):
    return numbers(draw, size(draw, 3)), draw(st.sampled_from((1.0, 2.0, -1.0, 0.5, 0.0)))


def _untied_scalar(draw):
    return untied(draw, size(draw, 3)), draw(st.sampled_from((1.0, 2.0, -1.0, 0.5)))


def _scalars(draw):
    return numbers(draw, size(draw, 3)), numbers(draw, size(draw, 3))


def _one_filter(draw):
    k = size(draw, 3)
    return numbers(draw, k + size(draw, 2, 0)), numbers(draw, k)


def _bank(draw):
    k = size(draw, 3)
    return numbers(draw, k + size(draw, 2, 0)), numbers(draw, size(draw, 3), k)


def _minibatch(draw):
    k = size(draw, 2)
    x = untied(draw, size(draw, 2), k + size(draw, 2, 0))
    w = numbers(draw, size(draw, 2), k)
    a = np.einsum("bik,mk->bmi", np.lib.stride_tricks.sliding_window_view(x, k, axis=1), w)
    ties = np.sum(a == a.max(axis=2, keepdims=True), axis=2) > 1
    assume(not np.any(ties & (a.max(axis=2) > 0)))
    return x, w


STRATEGIES = {
    "dot_forward": _pair("dot_forward", _one_shape),
    "dot_backward": _pair("dot_forward", _one_shape, backward=True),
    "numerical_gradient": _numerical_gradient,
    "output_size": _output_size,
    "pad_1d": _pad_1d,
    "conv_1d": _pair("conv_1d", _centred),
    "conv_1d_backward": _pair("conv_1d", _centred, backward=True),
    "unroll": _unroll,
    "conv_1d_unrolled": _pair("conv_1d_unrolled", _left),
    "conv_1d_unrolled_backward": _pair("conv_1d_unrolled", _left, backward=True),
    "conv_1d_channels": _strided("conv_1d_channels", _line_with_channels),
    "conv_1d_channels_backward": _strided("conv_1d_channels", _line_with_channels, backward=True),
    "conv_forward": _pair("conv_forward", _image),
    "conv_backward": _pair("conv_forward", _image, backward=True),
    "conv2d_forward": _strided("conv2d_forward", _images_with_channels, biased=True),
    "conv2d_backward": _strided(
        "conv2d_forward", _images_with_channels, backward=True, biased=True
    ),
    "im2col": _im2col,
    "conv2d_im2col": _strided("conv2d_forward", _images_with_channels, biased=True),
    "MaxPool": _layers("MaxPool", _vector),
    "MaxPool1D": _layers("MaxPool1D", _vector, _window),
    "MaxPool2D": _layers("MaxPool2D", _images, _window),
    "AvgPool2D": _layers("AvgPool2D", _images, _window),
    "ReLU": _layers("ReLU", _any_shape),
    "Conv1D": _layers("Conv1D", _scalar),
    "ConvBlock": _layers("ConvBlock", _untied_scalar),
    "Conv1DFilters": _layers("Conv1DFilters", _scalars),
    "Conv1DVector": _layers("Conv1DVector", _one_filter),
    "Conv1DBank": _layers("Conv1DBank", _bank),
    "ConvBlockBatch": _layers("ConvBlockBatch", _minibatch),
    "best_patch": _best_patch,
    "to_image": _to_image,
    "box_filter": _box_filter,
    "sharpen_filter": _sharpen_filter,
    "learn_filter": _learn_filter,
}
