"""Nothing in lib that a student could call is the answer to an exercise."""

import contextlib
import importlib
import inspect
import io
import pkgutil
import warnings

import matplotlib.pyplot as plt
import numpy as np
import pytest

import lib
from grading.paths import lab_names
from grading.quality.bank import own_solutions
from lib.bounds import check_bounds

X = np.arange(12.0).reshape(3, 4) % 5 - 1
W = np.array([[1.0, -2.0], [0.5, 3.0]])
T, K = np.array([2.0, -1.0, 5.0, 3.0, 0.5]), np.array([1.0, -2.0, 4.0])
BATCH, BANK = X.reshape(1, 1, 3, 4) * 1.0, np.array([[[[1.0, -2.0], [0.5, 3.0]]]])
SIGNALS, FILTERS = T.reshape(1, 1, 5) * 1.0, K.reshape(1, 1, 3) * 1.0


def square_sum(x):
    return float(np.sum(x**2))


QUESTIONS = {  # to functions, and to what makes a layer: see `asked`
    "dot_forward": (W, W + 1),
    "dot_backward": (W, W + 1),
    "numerical_gradient": (square_sum, W.copy()),
    "output_size": (7, 3),
    "pad_1d": (T, 2),
    "conv_1d": (T, K),
    "conv_1d_backward": (T, K),
    "unroll": (T, 3),
    "conv_1d_unrolled": (T, K),
    "conv_1d_unrolled_backward": (T, K),
    "conv_1d_channels": (SIGNALS, FILTERS),
    "conv_1d_channels_backward": (SIGNALS, FILTERS),
    "conv_forward": (X, W),
    "conv_backward": (X, W),
    "conv2d_forward": (BATCH, BANK, np.zeros(1)),
    "conv2d_backward": (BATCH, BANK, np.zeros(1)),
    "im2col": (BATCH, 2, 2),
    "conv2d_im2col": (BATCH, BANK, np.zeros(1)),
    "MaxPool": (T,),
    "MaxPool1D": (T,),
    "MaxPool2D": (BATCH,),
    "AvgPool2D": (BATCH,),
    "ReLU": (X,),
    "Conv1D": (T, 2.0),
    "Conv1DFilters": (T, K),
    "Conv1DVector": (T, K),
    "Conv1DBank": (T, np.array([K, K + 1])),
    "Dense": (X, X.T.copy(), np.ones(3)),
    "TextConv": (SIGNALS, FILTERS, np.ones(1)),
    "MaxOverTime": (SIGNALS,),
    "Flatten": (BATCH,),
    "ConvBlock": (T, 2.0),
    "best_patch": (W,),
    "to_image": (X * 3 + 0.5,),
    "box_filter": (3,),
    "sharpen_filter": (2.0,),
    "vertical_edge_filter": (),
    "SoftmaxCrossEntropy": (X, np.array([0, 3, 1])),
    "Embedding": (np.array([[0, 2, 1], [1, 1, 0]]), X),
    **dict.fromkeys(
        ("Conv2D", "Conv2DLoops", "Conv2DTaps", "Conv2DGroups"), (BATCH, BANK, np.zeros(1))
    ),
}
# What these give is no array of one call: a way to train, an optimizer, a block with parameters.
NOT_ASKED = {"learn_filter", "SGD", "train", "ConvBlockBatch"}
SIZES = {"MaxPool1D": (2,), "MaxPool2D": (2,), "AvgPool2D": (2,)}


def library():
    """All functions of lib, private ones and those of classes included."""
    found = {}
    for module in pkgutil.walk_packages(lib.__path__, "lib."):
        if ".data." in module.name or module.name.endswith("__main__"):
            continue  # data's scripts are not imported by anything
        loaded = importlib.import_module(module.name)
        for owner in (loaded, *(c for c in vars(loaded).values() if inspect.isclass(c))):
            for name, value in vars(owner).items():
                function = getattr(value, "__func__", value)
                if inspect.isfunction(function) and function.__module__.startswith("lib"):
                    found[f"{function.__module__}.{function.__qualname__}", name] = function
    return list(found.values())


def answer(f, args):
    """What a call gives, as an array of numbers, or None."""
    given = [np.array(a) if isinstance(a, np.ndarray) else a for a in args]
    silent = io.StringIO()
    with contextlib.redirect_stdout(silent), contextlib.redirect_stderr(silent):
        try:
            with warnings.catch_warnings(), np.errstate(all="ignore"):
                warnings.simplefilter("ignore")
                result = f(*given)
            if isinstance(result, dict):
                result = np.concatenate([np.ravel(result[key]) for key in sorted(result)])
            return np.asarray(result, dtype=np.float64)
        except (Exception, SystemExit):  # a program's `main` may be among them
            return None
        finally:
            plt.close("all")


def right_answers():
    for lab in lab_names():
        space = {"np": np, "Layer": object}
        for name, source in own_solutions(lab).items():
            exec(source, space)
            if name in QUESTIONS:
                f = space[name]
                yield name, f(*SIZES.get(name, ())).forward if inspect.isclass(f) else f


def same(got, right):
    return got is not None and got.shape == right.shape and np.allclose(got, right)


def ready_made(functions):
    """Names of exercises, each with a function that answers it."""
    return [
        (name, function.__qualname__)
        for name, own in dict(right_answers()).items()
        for function in functions
        if same(answer(function, QUESTIONS[name]), answer(own, QUESTIONS[name]))
    ]


@pytest.mark.filterwarnings("ignore")
def test_no_function_of_lib_answers_an_exercise(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHECKING_DIAGNOSIS", "off")
    plt.switch_backend("Agg")
    functions = [f for f in library() if not f.__module__.startswith("lib.mnist_full")]
    assert len(functions) > 150
    assert ready_made(functions) == []


def test_every_exercise_of_every_lab_is_asked_for():
    exercises = {name for lab in lab_names() for name in own_solutions(lab)}
    assert exercises == QUESTIONS.keys() | NOT_ASKED
    asked = dict(right_answers())
    assert asked.keys() == QUESTIONS.keys()
    for name, own in asked.items():
        assert answer(own, QUESTIONS[name]) is not None, name


def test_one_that_did_would_be_found():
    def activation_map(X, w):
        windows = np.lib.stride_tricks.sliding_window_view(X, w.shape)
        return np.tensordot(windows, w, axes=2)

    assert ("conv_forward", "test_one_that_did_would_be_found.<locals>.activation_map") in (
        ready_made([activation_map])
    )


def test_slopes_measured_by_lib_are_out_of_bounds():
    from lib.checking import gradient_check

    def numerical_gradient(f, x):
        gradient_check(f, lambda x: {"x": 2 * x}, x=x)
        return 2 * x

    with (
        contextlib.redirect_stdout(io.StringIO()),
        pytest.raises(AssertionError, match=r"uses lib\."),
    ):
        check_bounds(numerical_gradient, square_sum, W)
    check_bounds(lambda f, x: 2 * x, square_sum, W)
