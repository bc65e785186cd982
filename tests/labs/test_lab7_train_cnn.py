"""What lab 7 promises beyond the bank: its numbers, fair points, scipy agrees, it learns."""

import ast
import importlib.util
import re
from collections import defaultdict

import matplotlib.pyplot as plt
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import signal, special
from solved import run, too_long
from thorough import examples

from grading.authoring.source import source_notebook
from grading.paths import LABS, ROOT
from grading.quality.bank import RIGHT, run_in_process
from lib.network_view import WEIGHTS

LAB = "lab7_train_cnn"
GRADED = {"Flatten", "Dense", "SoftmaxCrossEntropy", "SGD", "train"}
PASTED = {"ReLU", "MaxPool2D", "Conv2D", "Conv2DLoops", "Conv2DTaps", "Conv2DGroups"}
SLOW = ("fit(network", "trained(")  # what trains for more than a second


@pytest.fixture(scope="module")
def page():
    """What the solved notebook prints without its training, and the names that it leaves."""
    plt.switch_backend("Agg")
    cells, namespace = source_notebook(LAB).cells, {"__name__": "__main__"}
    (training,) = (n for n, cell in enumerate(cells) if "FULL = False" in cell.source)
    before = [cell for cell in cells[:training] if cell.cell_type == "code"]
    pasted = [cell for cell in cells[training:] if cell.id in PASTED]
    printed, shown = run([*before, *pasted], namespace)
    plt.close("all")
    assert not shown
    assert not too_long(printed)
    return printed, namespace


@pytest.fixture(scope="module")
def made(page):
    """Function that makes a layer of the lab by its name; short to print, unlike a namespace."""
    return lambda name, *args: page[1][name](*args)


@pytest.fixture(scope="module")
def benchmark():
    """The module `benchmarks/conv.py`, which is no package."""
    spec = importlib.util.spec_from_file_location("conv", ROOT / "benchmarks" / "conv.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "line",
    [
        "first row, first output: 15\n",
        "raising W[1, 0] by 1 changes the loss by 8.0\n",
        "p = [0.125 0.25  0.625]  losses: [2.079 1.386 0.47 ]  knowing nothing: 2.303\n",
        "measured slopes, right answer last: [ 0.125  0.25  -0.375]\n",
        "p as it stands:        [nan  0.]\n",
        "if the second is right, the loss is 1000.0\n",
        "-log(p) makes of it                 inf\n",
        "-log(p + 1e-12) makes of it         27.63\n",
        "gradient all the time: first steps [0.1, 0.19, 0.271], the last ones [1.0, 1.0]\n",
        "s = 0.050: factor 0.125",
        "s = 0.141: factor 1.000",
        "MaxPool2D  (16, 5, 5)\n",
        "weights: 5386\n",
        "windows of both pools for 64 images: 99328\n",
        "epoch 2: loss 4.5, slope -3.0, then w = 1.75\n",
        "It can learn.\n",
    ],
)
def test_the_page_prints_the_numbers_that_its_text_tells(page, line):
    assert line in page[0]


def test_the_first_loss_is_near_that_of_knowing_nothing(page):
    (first,) = re.findall(r"first loss ([\d.]+)", page[0])
    assert 2 < float(first) < 4


def test_only_the_names_of_the_syllabus_have_points():
    marks = [cell.metadata.get("nbgrader", {}) for cell in source_notebook(LAB).cells]
    names = {m["grade_id"] for m in marks if m.get("solution") and not m["grade"]}
    assert names == GRADED | PASTED
    points, fine = defaultdict(float), defaultdict(float)
    for mark in marks:
        if mark.get("grade") and not mark["solution"]:
            name = mark["grade_id"].split("_")[1]
            points[name] += mark["points"]
            ends = ("_kinds", "_layer", "_untouched", "_two")
            fine[name] += mark["points"] * mark["grade_id"].endswith(ends)
    assert all(points[name] > 0 and fine[name] <= points[name] / 5 for name in GRADED)
    assert all(points[name] == 0 for name in PASTED)


def test_each_graded_name_gets_its_points_without_the_others():
    missing = {name: f"class {name}: pass" for name in (GRADED | PASTED) - {"train"}}
    missing["train"] = "def train(): pass"
    for name in GRADED:
        way = sorted((RIGHT / LAB / name).glob("*.py"))[0].read_text()
        verdicts = run_in_process(LAB, {**missing, name: way})
        own = {test: error for test, error in verdicts.items() if test.startswith(f"test_{name}")}
        assert own
        assert not any(own.values()), own


def test_what_trains_for_long_is_not_run_when_the_lab_is_graded():
    for cell in source_notebook(LAB).cells:
        if cell.cell_type == "code" and any(call in cell.source for call in SLOW):
            assert "demo" in cell.metadata.get("tags", []), cell.source
            assert "FULL = True" not in re.sub(r"#.*|f?\".*\"", "", cell.source)


def test_the_lab_stays_within_the_bounds_that_it_names():
    forbidden = re.compile(r"np\.(convolve|correlate|fft|polymul|gradient)\b|import (torch|jax)")
    for cell in source_notebook(LAB).cells:
        mark = cell.metadata.get("nbgrader", {})
        if cell.cell_type == "code" and not mark.get("grade"):
            assert not forbidden.search(cell.source), cell.source
            if mark.get("grade_id") != "check_conv":
                assert "scipy" not in ast.unparse(ast.parse(cell.source)), cell.source


def test_a_network_of_the_labs_layers_has_the_gradients_of_its_loss(page):
    lab, random = page[1], np.random.default_rng(0)
    network = lab["Network"](
        [lab["Conv2D"](stride=1, padding=1), "w1", "b1"],
        [lab["ReLU"]()],
        [lab["MaxPool2D"](2)],
        [lab["Flatten"]()],
        [lab["Dense"](), "W2", "b2"],
    )
    shapes = {"w1": (2, 1, 3, 3), "b1": (2,), "W2": (2 * 2 * 3, 4), "b2": (4,)}
    params = {name: random.normal(size=shape) for name, shape in shapes.items()}
    X, labels = random.normal(size=(3, 1, 4, 6)), np.array([0, 3, 1])
    _, grads = network.loss_and_gradients(params, X, labels)
    assert set(grads) == set(params)
    for name, w in params.items():
        direction = random.normal(size=w.shape)
        losses = [
            network.loss_and_gradients({**params, name: w + h * direction}, X, labels)[0]
            for h in (1e-5, -1e-5)
        ]
        slope = (losses[0] - losses[1]) / 2e-5
        assert np.sum(grads[name] * direction) == pytest.approx(slope, rel=1e-5, abs=1e-8)


def test_the_network_learns_and_a_wrong_backward_learns_less_but_learns(page):
    """The story of section 11, on fewer digits and filters."""
    lab = page[1]
    X, labels = lab["X_train"][:400, :, ::2, ::2], lab["y_train"][:400]
    X_test, y_test = lab["X_test"][:, :, ::2, ::2], lab["y_test"]

    class WrongConv(lab["Conv2D"]):
        def backward(self, dA):
            dX, _, db = super().backward(dA)
            return dX, super().backward(np.roll(dA, 1, axis=0))[1], db

    accuracies = {}
    for conv in (lab["Conv2D"], WrongConv):
        random = np.random.default_rng(1)
        network = lab["Network"](
            [conv(), "w", "b"], [lab["ReLU"]()], [lab["Flatten"]()], [lab["Dense"](), "W", "c"]
        )
        params = {
            "w": random.normal(scale=np.sqrt(2 / 9), size=(4, 1, 3, 3)),
            "b": np.zeros(4),
            "W": random.normal(scale=np.sqrt(2 / 576), size=(576, 10)),
            "c": np.zeros(10),
        }
        step = lab["SGD"](0.02, 0.9).step
        params, losses = lab["train"](
            network.loss_and_gradients, step, params, X, labels, 6, 32, seed=1
        )
        accuracies[conv] = network.accuracy(params, X_test, y_test)
        assert losses[-1] < losses[0] / 2
    assert accuracies[lab["Conv2D"]] > 0.75
    assert accuracies[WrongConv] > 0.6


def test_the_curves_are_a_picture_with_words_and_go_on_over_two_trainings(page):
    class Guess:
        def accuracy(self, *_):
            return 0.9

    curves = page[1]["Curves"](Guess(), None, None)
    curves.watch(1, {}, [2.0, 1.0])
    curves.watch(2, {}, [2.0, 1.0, 0.5, 0.4])
    curves.watch(1, {}, [0.3, 0.2])
    assert curves.losses == [2.0, 1.0, 0.5, 0.4, 0.3, 0.2]
    assert curves.accuracies == [(2, 0.9), (4, 0.9), (6, 0.9)]
    picture = curves.draw(curves.losses)
    assert picture.data.startswith(b"\x89PNG")
    assert picture.alt == "loss, now 0.200; validation digits, now 90.0% right"


@settings(max_examples=examples(40), deadline=None)
@given(
    n=st.integers(1, 5),
    k=st.integers(2, 6),
    size=st.sampled_from([1e-3, 1.0, 1e3, 1e6]),
    seed=st.integers(0, 2**32 - 1),
)
def test_the_labs_loss_agrees_with_scipy(made, n, k, size, seed):
    random = np.random.default_rng(seed)
    logits, labels = size * random.normal(size=(n, k)), random.integers(k, size=n)
    layer = made("SoftmaxCrossEntropy")
    expected = -np.mean(special.log_softmax(logits, axis=1)[np.arange(n), labels])
    assert layer.forward(logits, labels) == pytest.approx(expected, rel=1e-9, abs=1e-12)
    slopes = (special.softmax(logits, axis=1) - np.eye(k)[labels]) / n
    np.testing.assert_allclose(layer.backward(), slopes, atol=1e-12)


@settings(max_examples=examples(30), deadline=None)
@given(
    shape=st.tuples(st.integers(1, 18), *[st.integers(1, 3)] * 5, *[st.integers(0, 3)] * 2),
    stride=st.integers(1, 4),
    padding=st.integers(0, 2),
    seed=st.integers(0, 2**32 - 1),
)
@pytest.mark.parametrize("name", ["Conv2D", "Conv2DTaps", "Conv2DGroups"])
def test_the_labs_fast_convolutions_are_right_for_all_strides_and_paddings(
    made, name, shape, stride, padding, seed
):
    N, C, n_filters, KH, KW, _, more_rows, more_columns = shape
    random = np.random.default_rng(seed)
    X = random.normal(size=(N, C, KH + more_rows, KW + more_columns))
    w, b = random.normal(size=(n_filters, C, KH, KW)), random.normal(size=n_filters)

    def reference(X, w, b):
        P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
        A = np.array([[signal.correlate(x, f, "valid", "direct")[0] for f in w] for x in P])
        return A[:, :, ::stride, ::stride] + b[:, None, None]

    layer = made(name, stride, padding)
    A = reference(X, w, b)
    np.testing.assert_allclose(layer.forward(X, w, b), A, atol=1e-12)
    dA = random.normal(size=A.shape)
    dX, dw, db = layer.backward(dA)
    assert [g.dtype for g in (dX, dw, db)] == 3 * [np.float64]
    assert [g.shape for g in (dX, dw, db)] == [a.shape for a in (X, w, b)]
    # A is linear in X, in w and in b: what a change brings is the gradient's product with it.
    for gradient, change, other in (
        (dX, random.normal(size=X.shape), lambda d: reference(d, w, 0 * b)),
        (dw, random.normal(size=w.shape), lambda d: reference(X, d, 0 * b)),
        (db, random.normal(size=b.shape), lambda d: reference(0 * X, w, d)),
    ):
        expected = np.sum(other(change) * dA)
        np.testing.assert_allclose(np.sum(gradient * change), expected, atol=1e-9)


def test_the_benchmark_measures_the_labs_own_convolutions(page, benchmark):
    assert (LABS / f"{LAB}.py") == benchmark.LAB
    assert set(benchmark.layers_of_the_lab()) == {n for n in PASTED if n.startswith("Conv2D")}
    X_shape, w_shape = (3, 2, 6, 5), (4, 2, 3, 2)
    for dtype, tolerance in ((np.float64, 1e-12), (np.float32, 1e-5)):
        arrays = benchmark.data(X_shape, w_shape, dtype)
        expected = benchmark.step(page[1]["Conv2D"], *benchmark.data(X_shape, w_shape, float))
        for name, way in benchmark.ways(benchmark.layers_of_the_lab()).items():
            for got, wanted in zip(benchmark.step(way, *arrays), expected, strict=True):
                np.testing.assert_allclose(got, wanted, atol=50 * tolerance, err_msg=name)


def test_the_benchmark_says_what_is_missing_without_torch(benchmark, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "torch", None)
    monkeypatch.setattr("sys.argv", ["conv.py"])
    with pytest.raises(SystemExit, match=r"pip install torch==2\.13\.0"):
        benchmark.main()


def test_one_filter_of_the_full_run_sleeps_and_the_others_have_moved_as_the_page_says(page):
    with np.load(WEIGHTS) as file:
        start, w1, b1 = (file[name].astype(float) for name in ("w1_start", "w1", "b1"))
    assert np.allclose(start, page[1]["make_network"]()[1]["w1"])
    lengths = [np.sqrt(np.sum(w**2, axis=(1, 2, 3))) for w in (start, w1)]
    alike = np.sum(start * w1, axis=(1, 2, 3)) / np.prod(lengths, axis=0)
    maps = page[1]["Conv2D"]().forward(page[1]["X_test"], w1, b1)
    awake = np.mean(maps.max(axis=(2, 3)) > 0, axis=0)
    assert alike[5] > 0.95
    assert np.delete(alike, 5).max() < 0.75
    assert 0.2 < awake[5] < 0.3
    assert np.delete(awake, 5).min() > 0.99
