"""What the checks of well-known courses catch of our bank, beside our own tests.

    python benchmarks/baselines.py [--predictions DIR]

Each published check is written here in our own words, with the sizes, options and tolerances that
its course uses, and an upstream gradient as its course has it. What it compares with is the lab's
own solution. The answers are those of `python -m grading dataset` on conv2d: the forward and the
backward pass. With --predictions, each check's verdicts are written for `score.py`.

- CS231n, Deep Learning for Computer Vision, Stanford: assignment 2, ConvolutionalNetworks.ipynb
  (cs231n.github.io). One forward on evenly spaced numbers, stride 2, padding 1, compared with
  stored numbers; a backward on normal numbers, stride 1, padding 1, 5x5 images, 3x3 filters, four
  images, compared with slopes. Read by eye there; here an error above 1e-6 fails.
- Deep Learning Specialization, Convolutional Neural Networks, week 1, DeepLearning.AI: the mean of
  the result and one row of it; of the gradients, the means.
- deep-ml.com, problem 41, Simple Convolutional 2D Layer: two images of one channel.
- minitorch, Machine Learning Engineering, Cornell (minitorch.github.io), module 4: one or two
  images of 6x6, filters of 2x4, stride 1; ten times each, the gradient of the sum at one random
  place is compared with its slope, to 1e-2.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grading.quality.bank import own_solutions, right_solutions, slips, verdicts
from grading.quality.dataset import rows

EXAMPLES = 10  # of minitorch's random ones, for each of its three shapes
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


def cs231n_forward(f):
    x = np.linspace(-0.1, 0.5, num=2 * 3 * 4 * 4).reshape(2, 3, 4, 4)
    w = np.linspace(-0.2, 0.3, num=3 * 3 * 4 * 4).reshape(3, 3, 4, 4)
    b = np.linspace(-0.1, 0.2, num=3)
    return relative_error(f(x, w, b, 2, 1), RIGHT[FORWARD](x, w, b, 2, 1)) < 1e-6


def cs231n_backward(f):
    rng = np.random.default_rng(231)
    x, w, b = rng.normal(size=(4, 3, 5, 5)), rng.normal(size=(2, 3, 3, 3)), rng.normal(size=2)
    upstream = rng.normal(size=(4, 2, 5, 5))
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


def means_forward(f):
    rng = np.random.default_rng(1)
    x, w, b = rng.normal(size=(2, 3, 5, 7)), rng.normal(size=(8, 3, 3, 3)), rng.normal(size=8)
    found, expected = f(x, w, b, 2, 1), RIGHT[FORWARD](x, w, b, 2, 1)
    return (
        np.isclose(np.mean(found), np.mean(expected))
        and found.shape == expected.shape
        and np.allclose(found[0, :, 2, 1], expected[0, :, 2, 1])
    )


def means_backward(f):
    rng = np.random.default_rng(1)
    x, w, b = rng.normal(size=(10, 3, 4, 4)), rng.normal(size=(8, 3, 2, 2)), rng.normal(size=8)
    upstream = RIGHT[FORWARD](x, w, b, 2, 2)  # the course hands the result back as its gradient
    found, expected = (g(x, w, b, upstream, 2, 2) for g in (f, RIGHT[BACKWARD]))
    return all(
        np.shape(found[key]) == expected[key].shape
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


def minitorch_backward(f):
    rng = np.random.default_rng(4)
    shapes = [((1, 1, 6, 6), (1, 1, 2, 4)), ((2, 1, 6, 6), (1, 1, 2, 4))]
    shapes += [((2, 2, 6, 6), (3, 2, 2, 4))]
    for of_x, of_w in [shape for shape in shapes for _ in range(EXAMPLES)]:
        x, w, b = rng.normal(size=of_x), rng.normal(size=of_w), np.zeros(of_w[0])
        found = f(x, w, b, np.ones(RIGHT[FORWARD](x, w, b).shape))
        for key, value in (("X", x), ("w", w)):
            place = tuple(rng.integers(0, size) for size in value.shape)
            at = value[place]
            sums = []
            for value[place] in (at + 1e-6, at - 1e-6):
                sums.append(np.sum(RIGHT[FORWARD](x, w, b)))
            value[place] = at
            slope = (sums[0] - sums[1]) / 2e-6
            if not np.isclose(np.asarray(found[key])[place], slope, rtol=1e-2, atol=1e-2):
                return False
    return True


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
    print("| checks of | exercise | wrong answers caught | right answers refused |")
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
