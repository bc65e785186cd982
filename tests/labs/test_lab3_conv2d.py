"""Lab 3: which checks of a convolution's backward pass can be trusted, and which cannot."""

import time
from dataclasses import dataclass, replace

import numpy as np
import pytest
from scipy.signal import correlate
from thorough import sample

from grading.quality.bank import right_solutions, run_in_process, slips
from lib.checking import gradient_check
from lib.mnist import load_mnist

LAB = "lab3_conv2d"


# What gets through a check that is weaker than the strong one in one respect. Checks like these
# stand in published courses: they are the reason for what the lab's own checks ask.
LETS_THROUGH = {
    "upstream of ones": {
        "dw_batch_order_mixed_up",
        "dw_ignores_upstream",
        "ignores_upstream",
        "upstream_of_the_first_image",
    },
    "one image": {
        "db_of_one_image",
        "dw_averaged_over_images",
        "dw_batch_order_mixed_up",
        "dw_of_the_last_image",
        "upstream_of_the_first_image",
    },
    "one filter": {"dX_of_the_last_filter", "dw_reshaped_not_turned"},
    "stride 1": {"stride_ignored"},
    "no padding": {"dw_from_the_unpadded_image", "padding_not_cut_off"},
    "always padding": {"cut_with_padding_0"},
    "square": {"filter_height_and_width_swapped", "height_for_width"},
    "means only": {"dw_reshaped_not_turned", "dw_turned", "filter_transposed"},
    "filters of ones": {"filter_transposed", "filter_turned_twice"},
    "no overlap": {
        "dX_overwritten",
        "dw_from_the_unpadded_image",
        "filter_height_and_width_swapped",
        "padding_not_cut_off",
    },
    "inputs not compared": {"changes_the_upstream"},
}
# Wrong as well, but not in the plain mathematics of one call: other cells of the lab catch these.
OF_ANOTHER_KIND = {
    "buffers_like_the_inputs",
    "db_is_dA_itself",
    "one_buffer_for_all_calls",
    "ones_forget_the_stride",
    "only_what_windows_cover",  # with stride 2 and padding 1 the rest lies in the padding
    "zero_upstream_taken_as_missing",
}


@dataclass(frozen=True)
class Setting:
    """What a check calls a backward pass with."""

    images: tuple  # N, C, H, W
    filters: tuple  # O, C, KH, KW
    stride: int
    padding: int


@dataclass(frozen=True)
class Check:
    """A way to check a backward pass. The defaults are the strong one."""

    settings: tuple = (
        Setting((2, 2, 5, 7), (3, 2, 3, 2), stride=2, padding=1),
        Setting((2, 2, 5, 4), (3, 2, 3, 3), stride=1, padding=0),  # square, not symmetric
    )
    upstream_of_ones: bool = False
    filters_of_ones: bool = False
    means_only: bool = False
    inputs_compared: bool = True

    def passes(self, backward):
        """Whether `backward` gets through, from fresh random numbers."""
        return all(self._passes(backward, setting) for setting in self.settings)

    def _passes(self, backward, setting):
        random = np.random.default_rng(0)
        options = {"stride": setting.stride, "padding": setting.padding}
        X, w = random.normal(size=setting.images), random.normal(size=setting.filters)
        if self.filters_of_ones:
            w = np.ones_like(w)
        b = random.normal(size=len(w))
        dA = random.normal(size=forward(X, w, b, **options).shape)
        if self.upstream_of_ones:
            dA = np.ones_like(dA)
        expected = gradients(X, w, b, dA, **options)
        given = [X.copy(), w.copy(), b.copy(), dA.copy()]
        try:
            got = backward(*given, **options)
        except (ValueError, IndexError):
            return False
        if self.inputs_compared and not all(map(np.array_equal, given, (X, w, b, dA))):
            return False
        return all(self._agree(got[name], expected[name]) for name in ("X", "w", "b"))

    def _agree(self, got, expected):
        if got.shape != expected.shape:
            return False
        if self.means_only:
            got, expected = got.mean(), expected.mean()
        return np.allclose(got, expected, rtol=1e-9, atol=1e-9)


def forward(X, w, b, stride, padding):
    """Scipy's answer, one image and one filter at a time."""
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    A = [[correlate(x, f, "valid", "direct")[0, ::stride, ::stride] for f in w] for x in P]
    return np.array(A) + b[:, None, None]


def gradients(X, w, b, dA, **options):
    """Exact: the forward pass is linear in each of X, w and b, so unit arrays give the slopes."""

    def slopes(shape, f):
        units = np.eye(np.prod(shape)).reshape(-1, *shape)
        return np.array([np.sum(f(unit) * dA) for unit in units]).reshape(shape)

    return {
        "X": slopes(X.shape, lambda one: forward(one, w, 0 * b, **options)),
        "w": slopes(w.shape, lambda one: forward(X, one, 0 * b, **options)),
        "b": slopes(b.shape, lambda one: forward(0 * X, w, one, **options)),
    }


def with_all(check, **changes):
    """The check with something changed in each of its settings."""
    return replace(check, settings=tuple(replace(s, **changes) for s in check.settings))


STRONG = Check()
WEAK = {
    "upstream of ones": Check(upstream_of_ones=True),
    "one image": Check(
        settings=(
            Setting((1, 2, 5, 7), (3, 2, 3, 2), stride=2, padding=1),
            Setting((1, 2, 5, 4), (3, 2, 3, 3), stride=1, padding=0),
        )
    ),
    "one filter": Check(
        settings=(
            Setting((2, 2, 5, 7), (1, 2, 3, 2), stride=2, padding=1),
            Setting((2, 2, 5, 4), (1, 2, 3, 3), stride=1, padding=0),
        )
    ),
    "stride 1": with_all(STRONG, stride=1),
    "no padding": with_all(STRONG, padding=0),
    "always padding": with_all(STRONG, padding=1),
    "square": Check(
        settings=(
            Setting((2, 2, 6, 6), (3, 2, 3, 3), stride=2, padding=1),
            Setting((2, 2, 5, 5), (3, 2, 3, 3), stride=1, padding=0),
        )
    ),
    "means only": Check(means_only=True),
    "filters of ones": Check(filters_of_ones=True),
    "no overlap": Check(settings=(Setting((2, 2, 4, 6), (3, 2, 2, 2), stride=2, padding=0),)),
    "inputs not compared": Check(inputs_compared=False),
}


def functions(name):
    """The bank's wrong solutions of `name`: functions by their slip."""
    found = {}
    for slip in slips(LAB):
        if slip.name == name:
            namespace = {"np": np}
            exec(slip.source, namespace)
            found[slip.slip] = namespace[name]
    return found


BACKWARDS = functions("conv2d_backward")
WRONG = sorted(set(BACKWARDS) - OF_ANOTHER_KIND)


def right_one(name, way):
    namespace = {"np": np}
    source = next(text for n, w, text in right_solutions(LAB) if (n, w) == (name, way))
    exec(source, namespace)
    return namespace[name]


def failed(verdicts):
    return {test for test, error in verdicts.items() if error is not None}


def test_there_are_twenty_wrong_backwards_and_more():
    assert len(WRONG) >= 20


@pytest.mark.parametrize("slip", WRONG)
def test_the_strong_check_catches(slip):
    assert not STRONG.passes(BACKWARDS[slip])


@pytest.mark.parametrize("check", [STRONG, *WEAK.values()], ids=["strong", *WEAK])
def test_a_right_backward_passes(check):
    assert check.passes(right_one("conv2d_backward", "ten_loops"))


@pytest.mark.parametrize("name", sample(WEAK, 4))
def test_a_weaker_check_lets_wrong_backwards_through(name):
    assert {slip for slip in WRONG if WEAK[name].passes(BACKWARDS[slip])} == LETS_THROUGH[name]


ALWAYS_ZERO = {
    "conv_forward": """
def conv_forward(X, w):
    return np.zeros((X.shape[0] - w.shape[0] + 1, X.shape[1] - w.shape[1] + 1))
""",
    "conv_backward": """
def conv_backward(X, w, dA=None):
    return {"X": np.zeros(X.shape), "w": np.zeros(w.shape)}
""",
}


def test_a_gradient_check_alone_passes_what_is_zero_both_ways(capsys):
    namespace = {"np": np}
    for source in ALWAYS_ZERO.values():
        exec(source, namespace)
    forward, backward = namespace["conv_forward"], namespace["conv_backward"]
    gradient_check(forward_f=forward, backward_f=backward, X=np.ones((4, 5)), w=np.ones((2, 3)))
    assert "PASSED" in capsys.readouterr().out


def test_the_lab_gives_nothing_for_what_is_zero_both_ways():
    verdicts = run_in_process(LAB, ALWAYS_ZERO)
    tests = {
        test for test in verdicts if test.startswith(("test_conv_forward", "test_conv_backward"))
    }
    assert failed(verdicts) == tests


def test_a_whole_digit_is_checked_in_five_seconds_even_with_plain_loops():
    forward = right_one("conv_forward", "lists_and_four_loops")
    backward = right_one("conv_backward", "number_by_number")
    (x_train, y_train), _ = load_mnist()
    assert y_train[2] == 4
    start = time.process_time()
    gradient_check(
        forward_f=forward, backward_f=backward, X=x_train[2], w=np.arange(9.0).reshape(3, 3)
    )
    assert time.process_time() - start < 5


SHARED = """
def _all_maps(X, w, b, stride, padding):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    return np.einsum("ncijuv,ocuv->noij", windows, w) + b[:, None, None]


def conv2d_forward(X, w, b, stride=1, padding=0):
    return _all_maps(X, w, b, stride, padding)
"""


@pytest.mark.parametrize(
    ("helper", "fails"),
    [
        ("_all_maps", set()),
        ("conv2d_forward", {"test_conv2d_im2col", "test_conv2d_im2col_one_product"}),
    ],
)
def test_conv2d_im2col_may_share_a_helper_with_conv2d_forward_but_not_call_it(helper, fails):
    calls = f"""
def conv2d_im2col(X, w, b, stride=1, padding=0):
    return {helper}(X, w, b, stride, padding)
"""
    verdicts = run_in_process(LAB, {"conv2d_forward": SHARED, "conv2d_im2col": calls})
    assert failed(verdicts) == fails


@pytest.mark.parametrize(
    "lines",
    [
        "A[0, 0] = -5\nA[0, 1] = 14\nA[1, 0] = 12\nA[1, 1] = -7\n",
        "which is ours:\n[[-5. 14.]\n [12. -7.]]\n",
        "the byte 200 times 2: 144\n",
        "raise X[1, 1] by 1: -5.0\n",
        "raise w[0, 1] by 1: 6.0\n",
        "convolution of dA with w:\n[[ 2.  7.  4.  3.]\n [-5. -5.  6.  8.]\n [ 3. -7.  0.  4.]]\n",
        "dw, a valid correlation of X with dA:\n[[ 0.  6.  0.]\n [-1.  6. -2.]]\n",
        "use each pixel:\n[[1 1 2 1 1 0]\n",
        "[0 0 0 0 0 0]]\n",
        "[-3.  1. -7.  3.  6.  0.]\n",
        "[[ 1  2  5  6]\n [ 2  3  6  7]\n [ 3  4  7  8]\n",
        "filled tap by tap it is the same: True\n",
    ],
)
def test_the_page_prints_the_numbers_that_its_text_tells(page, lines):
    assert lines in page[0]


def test_the_layer_learns_the_hidden_filter_within_the_steps_that_the_page_takes(page):
    assert page[1]["learned"] == pytest.approx(page[1]["edges"], abs=0.05)


def test_all_three_ways_whose_times_the_page_compares_give_the_same_maps(page):
    names = page[1]
    arguments = names["X_many"], names["w_many"], names["b_many"]
    maps = [way(*arguments) for way in names["ways"].values()]
    assert len(maps) == 3
    for other in maps[1:]:
        np.testing.assert_allclose(other, maps[0], atol=1e-9)


def test_the_pages_own_map_of_the_digit_is_scipys(page):
    digit, edges = page[1]["digit"], page[1]["edges"]
    expected = correlate(digit, edges, "valid", "direct")
    np.testing.assert_allclose(page[1]["conv_forward"](digit, edges), expected, atol=1e-9)
