"""What lab 2 promises beyond the bank: its numbers, fair points, answers that scipy agrees with."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import signal
from thorough import examples

LAB = "lab2_conv1d"


@pytest.mark.parametrize(
    "line",
    [
        "sum before: 39",
        "sum after:  41",
        "gradient:   [2, 3, 3, 3, 2]",
        "anchored at left: [18 28 38 48 37 30]",
        "a side of 24: 22 and with padding 1: 24",
        "half   padding 1:  size 6",
        "correlate: [0 3 2 5 0]",
        "convolve:  [0 5 2 3 0]",
    ],
)
def test_the_page_shows_the_numbers_of_its_text(page, line):
    assert line in page[0]


def test_the_page_checks_all_three_gradients(page):
    assert page[0].count("Gradient check on x PASSED") == 3
    assert page[0].count("Gradient check on w PASSED") == 3


sizes = st.tuples(*[st.integers(1, 3)] * 3, st.integers(1, 8), st.integers(1, 5))


@settings(max_examples=examples(40), deadline=None)
@given(n=st.integers(1, 9), k=st.integers(0, 5), seed=st.integers(0, 2**32 - 1))
def test_the_labs_lines_agree_with_scipy(page, n, k, seed):
    lab, random, k = page[1], np.random.default_rng(seed), 2 * k + 1
    x, w = random.normal(size=n), random.normal(size=k)
    full = signal.correlate(x, w, mode="full", method="direct")
    np.testing.assert_allclose(lab["conv_1d"](x, w), full[k // 2 :][:n], atol=1e-12)
    np.testing.assert_allclose(lab["conv_1d_unrolled"](x, w), full[k - 1 :], atol=1e-12)


@settings(max_examples=examples(40), deadline=None)
@given(sizes, st.integers(1, 4), st.integers(0, 3), st.integers(0, 2**32 - 1))
def test_the_labs_channels_agree_with_scipy(page, shape, stride, padding, seed):
    n_inputs, n_filters, channels, length, k = shape
    length = max(length, k - 2 * padding)
    random = np.random.default_rng(seed)
    x, w = random.normal(size=(n_inputs, channels, length)), random.normal(size=(2, channels, k))
    w = np.repeat(w, n_filters, axis=0)
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    expected = [
        [signal.correlate(line, f, mode="valid", method="direct")[0, ::stride] for f in w]
        for line in padded
    ]
    got = page[1]["conv_1d_channels"](x, w, stride=stride, padding=padding)
    np.testing.assert_allclose(got, expected, atol=1e-12)


@settings(max_examples=examples(40), deadline=None)
@given(sizes, st.integers(1, 4), st.integers(0, 3), st.integers(0, 2**32 - 1))
def test_a_gradient_turns_upstream_into_the_change_of_the_output(
    page, shape, stride, padding, seed
):
    lab, random = page[1], np.random.default_rng(seed)
    n_inputs, n_filters, channels, length, k = shape
    length = max(length, k - 2 * padding)
    x = random.normal(size=(n_inputs, channels, length))
    w = random.normal(size=(n_filters, channels, k))
    options = {"stride": stride, "padding": padding}
    _adjoint(lab["conv_1d_channels"], lab["conv_1d_channels_backward"], x, w, random, options)
    line, filter_ = x[0, 0], w[0, 0]
    _adjoint(lab["conv_1d_unrolled"], lab["conv_1d_unrolled_backward"], line, filter_, random)
    if k % 2:
        _adjoint(lab["conv_1d"], lab["conv_1d_backward"], line, filter_, random)


def _adjoint(forward, backward, x, w, random, options=None):
    """The maps are linear in x and in w: <forward(x'), dout> is <x', dx>, and the same for w."""
    options = options or {}
    out = forward(x, w, **options)
    dout = random.normal(size=out.shape)
    gradients = backward(x, w, dout, **options)
    for name, start in (("x", x), ("w", w)):
        other = random.normal(size=start.shape)
        change = forward(**{"x": x, "w": w, name: other}, **options)
        np.testing.assert_allclose(
            np.sum(change * dout), np.sum(other * gradients[name]), atol=1e-10
        )
