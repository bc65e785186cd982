"""What lab 5 promises beyond the bank: its numbers, the seed's call, fair points, scipy agrees."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import signal
from thorough import examples

from grading.authoring.source import source_notebook
from grading.quality.bank import RIGHT, run_in_process

LAB = "lab5_conv_block"


@pytest.mark.parametrize(
    "line",
    [
        "backward: (array([0.5, 2. ]), array([-0.75,  0.5 ]))\n",
        "the slope of x / 2, says the first layer: 0.1\n",
        "a[2] = 0 sits on a kink: the slope is 0 to the left and 1 to the right",
        "a = [-2.  4. -6.  2.]  raising w by 1 changes the loss by 8.0\n",
        "dx = [-2.  0. -4.  2.]  dw = 8.0\n",
        "x = [1.0, -2.0, 3.0, -1.0], w = -2: z = 4, dw = -2\n",
        "x = [1.0, 2.0, 3.0], w = -2: z = 0, dw = 0\n",
        "largest difference between the two tables: 0.0\n",
    ],
)
def test_the_page_prints_the_numbers_that_its_text_tells(page, line):
    assert line in page[0]


def test_the_check_is_called_as_in_the_seed():
    sources = [cell.source for cell in source_notebook(LAB).cells]
    call = "gradient_check(conv_block.forward, conv_block.backward, *params)"
    assert sum(call in source for source in sources) == 1


def test_random_draws_miss_what_the_page_says_and_three_chosen_places_do_not(page):
    printed, names = page
    draws, dead = len(names["draws"]), names["dead"]
    assert dead == pytest.approx(draws / 32, abs=3 * np.sqrt(draws / 32))
    assert f"nothing masked: passes {draws - dead} of {draws} draws (96.9%)\n" in printed
    assert f"dz ignored: passes {draws} of {draws} draws (100.0%)\n" in printed
    found = [line for line in printed.splitlines() if line.endswith("FOUND OUT")]
    assert found == [
        "nothing masked, checked at a dead block: FOUND OUT",
        "dz ignored, checked at dz = -1.5: FOUND OUT",
    ]


def test_a_block_from_scratch_gets_its_points_without_any_other_layer():
    missing = {name: f"class {name}: pass" for name in ("ReLU", "Conv1D", "MaxPool")}
    block = (RIGHT / LAB / "ConvBlock" / "from_scratch.py").read_text()
    verdicts = run_in_process(LAB, missing | {"ConvBlock": block})
    assert all(error is None for test, error in verdicts.items() if "_ConvBlock" in test)
    assert verdicts["test_ReLU"] is not None


@settings(max_examples=examples(40), deadline=None)
@given(
    shape=st.tuples(*[st.integers(1, 4)] * 3, st.integers(0, 5)),
    seed=st.integers(0, 2**32 - 1),
)
def test_the_labs_filters_agree_with_scipy(page, shape, seed):
    lab, random = page[1], np.random.default_rng(seed)
    n_vectors, n_filters, k, more = shape
    x, w = random.normal(size=(n_vectors, k + more)), random.normal(size=(n_filters, k))
    a = [[signal.correlate(row, f, mode="valid", method="direct") for f in w] for row in x]
    layer = {name: lab[name]() for name in ("Conv1DVector", "Conv1DBank", "ConvBlockBatch")}
    np.testing.assert_allclose(layer["Conv1DVector"].forward(x[0], w[0]), a[0][0], atol=1e-12)
    np.testing.assert_allclose(layer["Conv1DBank"].forward(x[0], w), a[0], atol=1e-12)
    z = np.maximum(np.max(a, axis=2), 0)
    np.testing.assert_allclose(layer["ConvBlockBatch"].forward(x, w), z, atol=1e-12)
    # Forward maps are linear in x where the winners stay: <x, dx> is the output times dout.
    for name, args in (("Conv1DVector", (x[0], w[0])), ("Conv1DBank", (x[0], w))):
        out = layer[name].forward(*args)
        dout = random.normal(size=out.shape)
        dx, dw = layer[name].backward(dout)
        np.testing.assert_allclose(np.sum(dx * args[0]), np.sum(out * dout), atol=1e-10)
        np.testing.assert_allclose(np.sum(dw * args[1]), np.sum(out * dout), atol=1e-10)
    dz = random.normal(size=z.shape)
    dx, dw = layer["ConvBlockBatch"].backward(dz)
    np.testing.assert_allclose(np.sum(dx * x), np.sum(z * dz), atol=1e-10)
    np.testing.assert_allclose(np.sum(dw * w), np.sum(z * dz), atol=1e-10)


@settings(max_examples=examples(40), deadline=None)
@given(
    n=st.integers(1, 9),
    w=st.floats(-3, 3),
    dz=st.floats(-3, 3),
    seed=st.integers(0, 2**32 - 1),
)
def test_the_labs_block_is_what_its_formula_says(page, n, w, dz, seed):
    x = np.random.default_rng(seed).normal(size=n)
    block = page[1]["ConvBlock"]()
    z = block.forward(x, w)
    dx, dw = block.backward(dz)
    assert z == max([0, *(w * x)])
    assert np.sum(dx * x) == pytest.approx(z * dz)
    assert dw * w == pytest.approx(z * dz)
    assert np.count_nonzero(dx) <= 1
