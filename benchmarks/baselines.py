"""What the checks of well-known courses catch of our bank, beside our own tests.

    python benchmarks/baselines.py [--predictions DIR]

Each published check is written here in our own words, with the seeds, sizes, options and
tolerances of its course, and an upstream gradient as the course has it; axes are in our order. What
it compares with is the lab's own solution, which gives the numbers that the courses print
(`published`). Slopes are those of the lab's forward; courses take the student's own. Answers are
those of
`python -m grading dataset` on conv2d: the forward and the backward pass. With --predictions, each
check's verdicts are written for `score.py`.

- CS231n, Deep Learning for Computer Vision, Stanford: assignment 2, ConvolutionalNetworks.ipynb,
  as handed out since 2017 (cs231n.github.io/assignments). One forward on evenly spaced numbers,
  two images of 4x4, filters of 4x4, stride 2, padding 1, against eight stored numbers each ("around
  e-8"). A backward on normal numbers of seed 231, four images of 5x5, filters of 3x3, stride 1,
  padding 1, normal upstream gradient, against slopes ("around e-8 or less"). Read by eye there, as
  the largest relative error; here more than 1e-6 fails.
- Deep Learning Specialization, course 4, Convolutional Neural Networks, week 1, DeepLearning.AI on
  Coursera: Convolution_model_Step_by_Step_v1.ipynb and its public_tests.py, as of 2021. Forward:
  the mean of a result and one row of it (seed 1), the shapes of two more, and shape and mean of a
  third (seed 3). Backward, ungraded there: types, shapes and means of the three gradients, the
  upstream gradient being the result itself, stride 2, padding 2.
- deep-ml.com, problem 41, Simple Convolutional 2D Layer: tests.json under questions/ of
  Open-Deep-ML/DML-OpenProblem. One image of 5x5 and one channel, filters of 2x2,
  without and with padding 2 and stride 2; what is printed is compared.
- Dive into Deep Learning (d2l.ai), 1.0, section 7.4, Multiple Input and Multiple Output Channels:
  one image of two channels, three filters of 2x2. The book prints the result; here it is compared.
- minitorch, Machine Learning Engineering, Cornell Tech (minitorch.github.io), module 4:
  tests/test_conv.py and grad_check in minitorch/tensor_functions.py. Images of 6x6, filters of 2x4,
  stride 1, upstream gradient of ones: a hundred random examples with one image and one channel, ten
  each with two images, and with channels and filters; then one of whole numbers, 4x4. Of each
  argument one random place is compared with its slope, to 1e-2. (Its maps are as large as its
  images, with zeros behind their ends; ours are not.)
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grading.quality.bank import own_solutions, right_solutions, slips, verdicts
from grading.quality.dataset import rows

LAB, FORWARD, BACKWARD = "lab3_conv2d", "conv2d_forward", "conv2d_backward"


def solution(name, source):
    """What a cell defines, in a namespace with NumPy and the lab's own forward."""
    space = {"np": np}
    own = own_solutions(LAB)
    for other in (FORWARD, "im2col", BACKWARD):
        exec(own[other], space)
    exec(source, space)
    return space[name]


RIGHT = {name: solution(name, own_solutions(LAB)[name]) for name in (FORWARD, BACKWARD)}


def relative_error(found, expected):
    """The largest relative error, as CS231n has it; shapes that broadcast count as alike there."""
    found = np.asarray(found)
    top = np.maximum(1e-8, np.abs(found) + np.abs(expected))
    return np.max(np.abs(found - expected) / top)


# --- the checks: each takes an answer and returns whether it is taken for right ----------------


def spaced():
    x = np.linspace(-0.1, 0.5, num=2 * 3 * 4 * 4).reshape(2, 3, 4, 4)
    w = np.linspace(-0.2, 0.3, num=3 * 3 * 4 * 4).reshape(3, 3, 4, 4)
    return x, w, np.linspace(-0.1, 0.2, num=3)


def cs231n_forward(f):
    return relative_error(f(*spaced(), 2, 1), RIGHT[FORWARD](*spaced(), 2, 1)) < 1e-6


def cs231n_backward(f):
    rng = np.random.RandomState(231)
    x, w, b, upstream = (
        rng.randn(*shape) for shape in ((4, 3, 5, 5), (2, 3, 3, 3), (2,), (4, 2, 5, 5))
    )
    found = f(x, w, b, upstream, 1, 1)
    slopes = {"X": x, "w": w, "b": b}
    for key, value in slopes.items():
        slope = numerical(lambda: np.sum(RIGHT[FORWARD](x, w, b, 1, 1) * upstream), value)
        if not relative_error(found[key], slope) < 1e-6:
            return False
    return True


def numerical(f, x, h=1e-5):
    """Slopes of f() at every place of x."""
    slope = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        before = x[place]
        x[place] = before + h
        above = f()
        x[place] = before - h
        slope[place] = (above - f()) / (2 * h)
        x[place] = before
    return slope


def drawn(rng, images=(2, 5, 7, 4), filters=(3, 3, 4, 8)):
    """Images, filters and biases as that course draws them, their axes in our order."""
    x, w, b = rng.randn(*images), rng.randn(*filters), rng.randn(1, 1, 1, filters[-1])
    ours = x.transpose(0, 3, 1, 2), w.transpose(3, 2, 0, 1), b.ravel()
    return tuple(map(np.ascontiguousarray, ours))


def means_forward(f):
    right = RIGHT[FORWARD]
    args = *drawn(np.random.RandomState(1)), 2, 1
    found, expected = f(*args), right(*args)
    if not np.isclose(np.mean(found), np.mean(expected)):
        return False
    if not np.allclose(found[0, :, 2, 1], expected[0, :, 2, 1]):
        return False
    rng = np.random.RandomState(3)
    x, w, b = drawn(rng)
    for options in ((1, 3), (2, 0)):
        if f(x, w, b, *options).shape != right(x, w, b, *options).shape:
            return False
    w, b = drawn(rng, images=(0, 5, 7, 4), filters=(5, 5, 4, 8))[1:]
    found, expected = f(x, w, b, 1, 6), right(x, w, b, 1, 6)
    return found.shape == expected.shape and np.isclose(np.mean(found), np.mean(expected))


def means_backward(f):
    x, w, b = drawn(np.random.RandomState(1), (10, 4, 4, 3), (2, 2, 3, 8))
    upstream = RIGHT[FORWARD](x, w, b, 2, 2)  # the course hands the result back as its gradient
    found, expected = (g(x, w, b, upstream, 2, 2) for g in (f, RIGHT[BACKWARD]))
    return all(
        type(found[key]) is np.ndarray
        and found[key].shape == expected[key].shape
        and np.isclose(np.mean(found[key]), np.mean(expected[key]))
        for key in expected
    )


def puzzle_forward(f):
    cases = [
        (np.arange(1.0, 26).reshape(5, 5), np.array([[1.0, 2.0], [3.0, -1.0]]), 0, 1),
        (np.arange(1.0, 26).reshape(5, 5), np.array([[0.5, 3.2], [1.0, -1.0]]), 2, 2),
    ]
    for image, kernel, padding, stride in cases:
        args = image[None, None], kernel[None, None], np.zeros(1), stride, padding
        found, expected = f(*args), RIGHT[FORWARD](*args)
        if np.shape(found) != expected.shape or not np.allclose(found, expected):
            return False
    return True


def book_forward(f):
    x = np.stack([np.arange(9.0), np.arange(1.0, 10)]).reshape(1, 2, 3, 3)
    kernel = np.array([[[0.0, 1.0], [2.0, 3.0]], [[1.0, 2.0], [3.0, 4.0]]])
    args = x, np.stack([kernel, kernel + 1, kernel + 2]), np.zeros(3)
    found, expected = f(*args), RIGHT[FORWARD](*args)
    return np.shape(found) == expected.shape and np.allclose(found, expected)


def minitorch_backward(f):
    rng = np.random.RandomState(10)
    shapes = [((1, 1, 6, 6), (1, 1, 2, 4))] * 100
    shapes += [((2, 1, 6, 6), (1, 1, 2, 4))] * 10 + [((2, 2, 6, 6), (3, 2, 2, 4))] * 10
    examples = [(rng.uniform(-100, 100, x), rng.uniform(-100, 100, w)) for x, w in shapes]
    examples.append((np.tile(np.arange(4.0), (4, 1))[None, None], np.ones((1, 1, 2, 2))))
    for x, w in examples:
        b = np.zeros(len(w))
        found = f(x, w, b, np.ones(RIGHT[FORWARD](x, w, b).shape))
        for key, value in (("X", x), ("w", w)):
            place = tuple(rng.randint(0, size) for size in value.shape)
            at = value[place]
            sums = []
            for value[place] in (at + 1e-6, at - 1e-6):
                sums.append(np.sum(RIGHT[FORWARD](x, w, b)))
            value[place] = at
            slope = (sums[0] - sums[1]) / 2e-6
            if not np.isclose(np.asarray(found[key])[place], slope, rtol=1e-2, atol=1e-2):
                return False
    return True


def published():
    """Numbers that the courses print, each beside what the lab's own solution gives there."""
    x, w, b = drawn(np.random.RandomState(1))
    yield 0.5511276474566768, np.mean(RIGHT[FORWARD](x, w, b, 2, 1))
    rng = np.random.RandomState(3)
    x = drawn(rng)[0]
    w, b = drawn(rng, images=(0, 5, 7, 4), filters=(5, 5, 4, 8))[1:]
    yield -0.5384027772160062, np.mean(RIGHT[FORWARD](x, w, b, 1, 6))
    x, w, b = drawn(np.random.RandomState(1), (10, 4, 4, 3), (2, 2, 3, 8))
    found = RIGHT[BACKWARD](x, w, b, RIGHT[FORWARD](x, w, b, 2, 2), 2, 2)
    for key, mean in (("X", 1.4524377), ("w", 1.7269914), ("b", 7.8392325)):
        yield mean, np.mean(found[key])
    yield -0.08759809, RIGHT[FORWARD](*spaced(), 2, 1)[0, 0, 0, 0]


def ours(name):
    """Our lab's tests, hidden ones included, in one process."""

    def check(source):
        return all(error is None for _, error in verdicts(LAB, {name: source}, only=name))

    return check


CHECKS = {
    FORWARD: {
        "CS231n, assignment 2": cs231n_forward,
        "DeepLearning.AI, CNN, week 1": means_forward,
        "deep-ml.com, problem 41": puzzle_forward,
        "Dive into Deep Learning, section 7.4": book_forward,
    },
    BACKWARD: {
        "CS231n, assignment 2": cs231n_backward,
        "DeepLearning.AI, CNN, week 1": means_backward,
        "minitorch, module 4": minitorch_backward,
    },
}


def passes(check, name, source):
    """Whether a check takes an answer for right; one that stops with an error is refused."""
    try:
        with np.errstate(all="ignore"):
            return bool(check(solution(name, source)))
    except Exception:
        return False


def judged():
    """By check and name: which slips are caught, and which right answers are refused."""
    for name, checks in CHECKS.items():
        wrong = {slip.slip: slip.source for slip in slips(LAB) if slip.name == name}
        right = {"the_labs_own": own_solutions(LAB)[name]}
        right |= {way: source for other, way, source in right_solutions(LAB) if other == name}
        own = ours(name)
        all_checks = {t: lambda s, c=c, n=name: passes(c, n, s) for t, c in checks.items()}
        for title, check in {**all_checks, "ours, lab 3": own}.items():
            yield (
                title,
                name,
                {slip: not check(source) for slip, source in wrong.items()},
                {way: not check(source) for way, source in right.items()},
            )


def write_predictions(folder, found):
    """Verdicts of each check, for `score.py`."""
    folder.mkdir(parents=True, exist_ok=True)
    known = {(r["name"], r["verdict"], r["slip"]): r["id"] for r in rows() if r["lab"] == LAB}
    for title, name, wrong, right in found:
        lines = [
            {"id": known[name, truth, slip], "verdict": "wrong" if refused else "right"}
            for truth, verdict in (("wrong", wrong), ("right", right))
            for slip, refused in verdict.items()
        ]
        path = folder / f"{'_'.join(title.lower().replace(',', '').split())}_{name}.jsonl"
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--predictions", type=Path, metavar="DIR")
    options = parser.parse_args()
    found = list(judged())
    print("| checks of | exercise | wrong answers caught | correct answers rejected |")
    print("|---|---|---:|---:|")
    for title, name, wrong, right in found:
        caught, refused = sum(wrong.values()), sum(right.values())
        print(
            f"| {title} | `{name}` | {caught} of {len(wrong)} ({100 * caught // len(wrong)} %) "
            f"| {refused} of {len(right)} |"
        )
    if options.predictions:
        write_predictions(options.predictions, found)


if __name__ == "__main__":
    main()
