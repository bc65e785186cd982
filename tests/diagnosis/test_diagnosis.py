"""Mistakes are named, alone and together, right code never is, and what nobody knows is a case."""

import json
import linecache
import os
import subprocess
import sys
import time
from dataclasses import asdict

import numpy as np
import pytest
from claims import graded
from thorough import sample

from grading.authoring.source import source_notebook
from grading.diagnosis import diagnose as grader
from grading.diagnosis.cases import _shown_numbers
from grading.diagnosis.search import smallest
from grading.engine.model import result_of
from grading.engine.worker import close_nurseries
from grading.paths import ROOT, lab_names
from grading.quality.bank import right_solutions, slips
from grading.quality.choices import FORMULAS, STYLES
from grading.quality.fingerprints import (
    as_text,
    fingerprints,
    probed_names,
    solution,
)
from lib import checking, diagnosis_notebook
from lib.diagnosis import Unfinished, diagnose
from lib.diagnosis_asking import codes_of_numbers
from lib.diagnosis_errors import ERRORS
from lib.diagnosis_explain import SHARP, explain
from lib.diagnosis_known import FINGERPRINTS, RULE, Idea, known, path_of, text_in
from lib.diagnosis_words import CHOICE, slips_of, words
from lib.probes import ALIKE, MODULES

LABS = list(MODULES)
NAMES = probed_names()
SLIPS = [slip for lab in LABS for slip in slips(lab) if slip.name in NAMES]
LEAD = "This is what you get when you think"


def lab_of(name):
    return next(lab for lab in LABS if name in grader.graded_names(lab))


def answer(name, slip=None, lab=None):
    """A solution of the bank, or the lab's own."""
    lab = lab or lab_of(name)
    if slip is None:
        return grader.own_names(lab)[name]
    source = next(s.source for s in slips(lab) if (s.name, s.slip) == (name, slip))
    return solution(lab, name, source)


def named(name, subject):
    """What is said to be wrong: slips and ideas."""
    with grader.quiet():
        found = diagnose(name, subject)
    return [] if found is None else [(n.slip, n.idea) for n in found.named]


def defined(name, source):
    """What a student's cell defines."""
    return solution(lab_of(name), name, source)


# --- the bank ----------------------------------------------------------------------------------


STALE = "stale: run `python -m grading fingerprints`"


@pytest.mark.parametrize("name", sample(NAMES, 15))
def test_the_fingerprints_are_those_of_the_bank(name):
    written = json.loads(text_in(path_of(name)))
    expected = json.loads(as_text(fingerprints(name, by_rule=False)))
    for key in ("forms", "steps", "right", "bank"):
        assert written[key] == expected[key], STALE


@pytest.mark.parametrize("name", sample(NAMES[::7], 1))
def test_every_seventh_name_has_the_fingerprints_that_are_made_by_rule(name):
    written = text_in(path_of(name))
    assert written == as_text(fingerprints(name)), STALE


def test_there_is_no_fingerprint_of_a_name_that_is_gone():
    assert set(FINGERPRINTS.iterdir()) == set(map(path_of, NAMES))


def test_fingerprints_hold_no_answer_and_stay_small():
    paths = list(FINGERPRINTS.iterdir())
    assert sum(path.stat().st_size for path in paths) < 260_000
    for text in map(text_in, paths):
        data = json.loads(text)
        assert set(data) == {"forms", "steps", "right", "masks", "parts", "bank", "rules"}
        assert "def " not in text
        assert "return " not in json.dumps([mistake[:3] for mistake in data["bank"]])
        assert all(len(code) in (3, 6) for code in data["right"].split())


def test_every_rule_has_words():
    ideas = [idea for name in NAMES for idea in known(name).ideas if idea.kind == RULE]
    rules = {slip for idea in ideas for slip in slips_of(idea.slip)}
    assert len(rules) > 300
    for rule in rules:
        idea, hint = words(rule)
        assert idea[0].islower() or idea.split()[0] in ("X", "W", "A"), rule
        assert "{" not in idea + hint, rule
        assert hint.endswith((".", "?")), rule


def test_nineteen_of_twenty_mistakes_are_named_and_none_is_called_another():
    unnamed, wrong = [], []
    for slip in SLIPS:
        with grader.quiet():
            found = diagnose(slip.name, solution(slip.lab, slip.name, slip.source))
        label = f"{slip.name}/{slip.slip}"
        names = [] if found is None else [s for n in found.named for s in (n.slip, *n.alike)]
        if not names:
            unnamed.append(label)
        elif slip.slip not in names and any(n.kind == "bank" for n in found.named):
            wrong.append((label, names))
    assert len(wrong) <= 0.01 * len(SLIPS), wrong
    assert len(SLIPS) > 500
    assert len(unnamed) <= 0.05 * len(SLIPS), unnamed


@pytest.mark.parametrize("lab", LABS)
def test_no_right_solution_is_named_or_answers_otherwise_than_right(lab):
    ways = [(name, way, solution(lab, name, source)) for name, way, source in right_solutions(lab)]
    ways += [(name, "own", answer(name, lab=lab)) for name in grader.graded_names(lab)]
    for name, way, subject in [w for w in ways if w[0] in NAMES]:
        with grader.quiet():
            assert diagnose(name, subject) is None, (name, way)


def test_the_same_mistake_made_in_another_way_is_the_same_mistake():
    flipped = answer("conv2d_forward", "flips_the_filters")
    last = answer("conv2d_backward", "dw_of_the_last_window")
    swapped = answer("Conv1D", "weights_first")

    class Swapped(swapped):
        def backward(self, da):
            return list(super().backward(da))

    def in_columns(*args, **options):
        return np.asfortranarray(flipped(*args, **options))

    def reordered(*args, **options):
        return dict(sorted(last(*args, **options).items()))

    assert named("conv2d_forward", in_columns)[0][0] == "flips_the_filters"
    assert named("conv2d_backward", reordered)[0][0] == "dw_of_the_last_window"
    assert named("Conv1D", Swapped)[0][0] == "weights_first"


@pytest.mark.parametrize("share", [[1, 0], [0.5, 0.5], [0, 1]])
def test_at_ties_every_right_gradient_is_right(share):
    class MaxPool:
        def forward(self, h):
            self.h = np.array(h, dtype=float)
            return self.h.max()

        def backward(self, dz):
            winners = np.flatnonzero(self.h == self.h.max())
            dh = np.zeros(len(self.h))
            dh[winners[0]] += share[0] * dz
            dh[winners[-1]] += share[1] * dz
            return dh

    assert named("MaxPool", MaxPool) == []
    assert diagnose("MaxPool", MaxPool) is None


# --- codes and explanations --------------------------------------------------------------------


def test_equal_numbers_have_a_code_in_common_and_others_none():
    generator = np.random.default_rng(0)
    for _ in range(2000):
        a = generator.normal(size=3) * 10.0 ** generator.integers(-8, 9)
        codes = codes_of_numbers(a, 1e-9)
        assert set(codes) & set(codes_of_numbers(a * (1 + 1e-15), 1e-9))
        assert not set(codes) & set(codes_of_numbers(a * (1 + 1e-7), 1e-9))
    assert codes_of_numbers(np.zeros(3), 1e-9) != codes_of_numbers(np.zeros(4), 1e-9)
    assert codes_of_numbers(np.array([np.inf]), 1e-9) != codes_of_numbers(np.array([np.nan]), 1e-9)


PLACES = [(p, 0, output, "value") for p in range(4) for output in "xw"]
ALL_ONE = dict.fromkeys(PLACES, 1.0)


def idea(slip, **codes):
    answers = {(int(key[1]), 0, key[0], "value"): code for key, code in codes.items()}
    return Idea("bank", slip, (), slip, "", answers)


def explained(wrong, *ideas):
    wrong = {(int(key[1]), 0, key[0], "value"): code for key, code in wrong.items()}
    found = {place: (wrong.get(place, "right"),) for place in PLACES}
    result = explain(found, wrong, ideas, ALL_ONE)
    return [i.slip for i in result.ideas], len(result.left)


def test_two_mistakes_in_two_outputs_are_both_found():
    ideas = idea("in x", x0="a", x1="b"), idea("in w", w0="c", w2="d")
    assert explained({"x0": "a", "x1": "b", "w0": "c", "w2": "d"}, *ideas) == (
        ["in x", "in w"],
        0,
    )


def test_a_mistake_that_would_show_where_the_answer_is_right_is_not_named():
    assert explained({"x0": "a", "x1": "b"}, idea("more", x0="a", x1="b", x2="c")) == ([], 2)


def test_where_two_meet_the_places_of_one_alone_decide():
    ideas = idea("one", x0="a", x1="b", x2="c"), idea("other", x2="d", x3="e", w0="f", w1="g")
    wrong = {"x0": "a", "x1": "b", "x2": "mixed", "x3": "e", "w0": "f", "w1": "g"}
    names, left = explained(wrong, *ideas)
    assert (sorted(names), left) == (["one", "other"], 1)


def test_errors_that_have_one_cause_are_known_by_the_words_of_today():
    assert set(SHARP) <= {f"fact {idea}" for _, idea, _ in ERRORS}


def test_two_at_once_are_named_where_the_smallest_answers_are_empty():
    source = """
def conv_forward(X, w):
    rows, columns = X.shape[0] - w.shape[0], X.shape[1] - w.shape[1] + 1
    windows = np.lib.stride_tricks.sliding_window_view(X, w.shape)
    means = [[np.mean(windows[i, j] * w) for j in range(columns)] for i in range(rows)]
    return np.array(means)
"""
    assert [text for _, text in named("conv_forward", defined("conv_forward", source))] == [
        "This is what you get when the products of each window are averaged, not added up.",
        "This is what you get when the result is one row too short.",
    ]


def test_a_single_place_among_many_names_nothing():
    assert explained({"x0": "a", "x1": "?", "x2": "?"}, idea("guess", x0="a"))[0] == []


# --- code that nobody has met ------------------------------------------------------------------

BACKWARD = """
def conv2d_backward(X, w, b, dA=None, stride=1, padding=0):
    N, C, H, W = X.shape
    O, C, KH, KW = w.shape
    h, v = (H + 2 * padding - KH) // stride + 1, (W + 2 * padding - KW) // stride + 1
    if {missing}:
        dA = np.ones((N, O, h, v))
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    dP, dw, db = np.zeros({like}), np.zeros(w.shape), np.zeros(b.shape)
    for n in range(N):
        for o in range(O):
            for i in range(h):
                for j in range(v):
                    here = np.s_[n, :, i * stride : i * stride + KH, j * stride : j * stride + KW]
                    dP[here] += w[o] * dA[n, o, i, j]
                    dw[o] += P[here] * dA[n, o, i, j]
                    db[o] += dA[n, o, i, j]
    dX = dP[:, :, {crop}]
    return {result}
"""
MINUS_P = "padding:-padding, padding:-padding"
PARTS = {
    "missing": "dA is None",
    "like": "P.shape",
    "crop": "padding : padding + H, padding : padding + W",
    "result": '{"X": dX, "w": dw, "b": db}',
}


def backward(**parts):
    return defined("conv2d_backward", BACKWARD.format(**PARTS | parts))


@pytest.mark.parametrize(
    ("parts", "slips_named"),
    [
        ({"result": '{"X": dX, "w": dw / N, "b": db / N}'}, {"out|divided by images"}),
        ({"result": '{"X": dX, "w": dw / dA.size, "b": -db}'}, {"out|divided by", "out|negated"}),
        (
            {"crop": MINUS_P, "result": '{"X": dX, "w": dw / N, "b": db}'},
            {"cut_with_padding_0", "dw_averaged_over_images"},
        ),
        (
            {"like": "P.shape, dtype=X.dtype", "result": "(-dX, dw, db)"},
            {"fact dict items", "out|negated"},
        ),
        ({"missing": "dA == None"}, {"fact an array is asked"}),
        ({"missing": "not np.any(dA)", "result": '{"x": dX, "w": dw, "b": db * 0}'}, {"fact keys"}),
    ],
)  # fmt: skip
def test_slips_that_come_together_are_named(parts, slips_named):
    found = " / ".join(slip for slip, _ in named("conv2d_backward", backward(**parts)))
    assert all(slip in found for slip in slips_named), found


def test_right_code_of_the_same_kind_is_not_named():
    assert diagnose("conv2d_backward", backward()) is None


def test_a_forward_is_judged_before_its_backward_is_written():
    class ReLU:
        def forward(self, a):
            self.a = a
            return np.abs(a)

        def backward(self, dh):
            raise NotImplementedError

    assert "Negative numbers are made positive." in [text for _, text in named("ReLU", ReLU)]

    class Right(ReLU):
        def forward(self, a):
            return np.maximum(a, 0)

    class Bare:
        def forward(self, a):
            return np.maximum(a, 0)

    for subject in (Right, Bare):
        assert named("ReLU", subject) == [
            ("fact backward is not written", "ReLU.backward is not written yet.")
        ]
        told_by_grader = grader.diagnose("lab5_conv_block", "ReLU", subject)
        assert told_by_grader.case is None
        assert grader.as_text(told_by_grader) == diagnosis_notebook.said_of("ReLU", subject)


@pytest.mark.parametrize(("result", "told"), [("a * (a > 0)", 1), ("abs(a)", 2)])
def test_the_notebook_says_of_a_missing_backward_what_forward_does(result, told):
    """In the cell of a check, whose exception is that of the stub."""
    source = f"class ReLU:\n    def forward(self, a):\n        return {result}\n"
    source += "    def backward(self, dh):\n        raise NotImplementedError\n"
    names = {"np": np}
    exec(source, names)

    @diagnosis_notebook.names_mistakes
    def check():
        names["ReLU"]().backward(1.0)

    names["check"] = check
    with pytest.raises(NotImplementedError) as error:
        exec("check()", names)
    said = error.value.__notes__
    assert len(said) == 1
    assert said[0].count("A hint: ") == told
    assert "ReLU.backward is not written yet." in said[0]


def test_a_backward_is_judged_though_forward_is_wrong():
    class ReLU:
        def forward(self, a):
            self.a = a
            return a + 1

        def backward(self, dh):
            return np.array(dh, dtype=float)

    unmasked = "On the way back everything passes."
    assert unmasked in [text for _, text in named("ReLU", ReLU)]


@pytest.mark.parametrize(
    ("first", "said", "line"),
    [
        ("if da == None:\n        da = np.ones(2)", "whether it is true or false", "if da == None"),
        ("da = da or 1", "", ""),
        ("x = x[: x.shape[0] / 2]", "float is used as a size or an index", "x[: x.shape[0] / 2]"),
        ("da = np.array([x[t:] for t in range(2)])", "arts of different shapes", "np.array("),
        ("da = {'X': 1}['x']", "here is no key 'x'", "{'X': 1}['x']"),
        ("x = np.pad(x, (2 - 1) / 2)", "float is used as a size or an index", "np.pad(x"),
        ("(lambda a, b: a)(x)", "call leaves out the argument b", "(lambda a, b: a)(x)"),
        ("da = np.ones((2, 3)) * np.ones((3, 2))", "columns have changed places", "(3, 2)"),
        ("da = np.ones(7) + np.ones((2, 3))", "rrays of the shapes (7,) (2,3)", "np.ones(7)"),
    ],
)  # fmt: skip
def test_errors_of_the_students_own_code_have_a_name(first, said, line):
    source = f"def dot_backward(x, w, da=np.ones(2)):\n    {first}\n    return {{'x': w, 'w': x}}\n"
    text = " / ".join(idea for _, idea in named("dot_backward", defined("dot_backward", source)))
    assert said in text


@pytest.mark.parametrize(
    ("use", "hint"),
    [
        ("mask * dh", "What one method works out is gone in the next, unless it is on self."),
        ("ReLU.forward(dh)", "and in which order? Of a class, ReLU() makes an object."),
        ("(lambda a, b: a)(dh)", "how many, and in which order?"),
        ("self.mask", "Ask for the dtype; astype(float) makes numbers of them."),
    ],
)
def test_what_a_layer_forgets_or_takes_for_a_layer_is_hinted_at(use, hint):
    source = (
        "class ReLU:\n    def forward(self, a):\n        self.mask = mask = a > 0\n"
        f"        return np.maximum(a, 0)\n    def backward(self, dh):\n        return {use}\n"
    )
    with grader.quiet():
        told = [idea.hint for idea in diagnose("ReLU", defined("ReLU", source)).named]
    assert [text for text in told if text.endswith(hint)], told
    assert "Which dtype does the task ask for?" not in told


@pytest.mark.parametrize(
    ("init", "use", "idea", "hint"),
    [
        (
            "self",
            "self.pool.backward(self.conv.backward(np.ones(3))[0]), dz",
            "An array is written where one number belongs",
            "On the way back the last layer comes first.",
        ),
        (
            "self",
            "self.conv.backward(MaxPool().backward(dz))",
            "There is no .best",
            "or of another that was made anew?",
        ),
        ("self", "self.layers", "There is no .layers", "is it spelt the same there?"),
        ("self, x, w", "dz", "__init__ asks for `x`", "works on comes to forward."),
        ("self", "np.maxpool(dz)", "The module numpy has no maxpool", "show what there is."),
        ("self", "np.ones(2, 2), dz", "A size stands where NumPy expects", "np.zeros((2, 3))."),
        (
            "self",
            "self.conv.x[: self.conv.x]",
            "An array stands where one whole number",
            "is one number.",
        ),
    ],
)
def test_what_goes_wrong_in_a_block_is_told_with_its_own_cause(init, use, idea, hint, monkeypatch):
    source = f"""
class Conv1D:
    def forward(self, x, w):
        self.x, self.w = np.asarray(x, int), w
        return x * w

    def backward(self, da):
        return self.w * da, np.sum(self.x * da)


class MaxPool:
    def forward(self, h):
        self.n, self.best = len(h), np.argmax(h)
        return max(h[self.best], 0)

    def backward(self, dz):
        best, dh = self.best, np.zeros(self.n)
        dh[best] = dz
        return dh


class ConvBlock:
    def __init__({init}):
        self.conv, self.pool = Conv1D(), MaxPool()

    def forward(self, x, w):
        return self.pool.forward(self.conv.forward(x, w))

    def backward(self, dz):
        return {use}
"""
    lines, names = source.splitlines(keepends=True), {"np": np}
    monkeypatch.setitem(linecache.cache, "<a cell>", (len(source), None, lines, "<a cell>"))
    exec(compile(source, "<a cell>", "exec"), names)
    live = checking.case(np.array([1.0, -2, 3]), 2.0, dout=1.0, gives=([0, 0, 2], 3))
    with pytest.raises((AttributeError, TypeError, ValueError)) as caught:
        checking.check_backward(names["ConvBlock"], live)
    said = " ".join(" ".join(caught.value.__notes__).split())
    told, _, hints = said.partition(" A hint: ")
    assert idea in told
    assert hint in hints


def test_gradients_in_another_order_are_told_as_that():
    source = """
class Dense:
    def forward(self, X, W, b):
        self.X, self.W = X, W
        return X @ W + b

    def backward(self, dA):
        return self.X.T @ dA / 2, dA.sum(axis=0) / 2, dA @ self.W.T
"""
    order = "The gradients come in another order than forward's arguments."
    assert order in [idea for _, idea in named("Dense", defined("Dense", source))]
    moved = (
        source.replace("/ 2", "/ 1")
        .replace("dA @ self.W.T", "dA")
        .replace("return", "return dA @ self.W.T, ")
    )
    assert order not in [idea for _, idea in named("Dense", defined("Dense", moved))]


def test_a_call_that_does_not_fit_is_told_though_no_line_of_the_answer_has_run():
    class ReLU:
        def forward(self, a):
            return np.maximum(a, 0)

        def backward(dh):  # noqa: N805
            return dh

    with pytest.raises(TypeError) as caught:
        checking.check_backward(ReLU, checking.case(np.ones(2), dout=np.ones(2), gives=np.ones(2)))
    assert "ReLU.backward is given more arguments than it takes." in "\n".join(
        caught.value.__notes__
    )

    with pytest.raises(ZeroDivisionError) as caught:  # nothing is wrong with the answer
        diagnosis_notebook.names_mistakes(lambda answer: 1 / 0)(answer("ReLU"))
    assert not hasattr(caught.value, "__notes__")


@pytest.mark.parametrize(
    ("name", "source", "idea", "hint"),
    [
        (
            "dot_backward",
            "def dot_backward(x, w, da=None):\n    if da is None:\n        up = 1.0\n"
            "    return {'x': up * w, 'w': up * x}",
            "For some inputs `up` is used before it has a value.",
            "Where does it get its first one",
        ),
        (
            "conv_1d",
            "def conv_1d(x, w):\n    return np.array([x[t : t + k] @ w for t in range(len(x))])",
            "`k` is used, and has no value.",
            "Is it spelt as where it gets its value",
        ),
        (
            "ReLU",
            "class ReLU(Layer):\n    def forward(self, a):\n        return a * (A > 0)\n"
            "    def backward(self, dh):\n        return dh",
            "`A` is used, and has no value.",
            "Is it spelt as where it gets its value",
        ),
        (
            "ReLU",
            "class ReLU(Layer):\n    def forward(self, a):\n        mask = a > 0\n"
            "        return a * mask\n    def backward(self, dh):\n        return dh * mask",
            "Backward uses `mask`, which has no value there.",
            "Is it spelt as above? What one method works out is gone in the next",
        ),
    ],
)
def test_a_name_that_is_not_there_is_told_in_its_place(name, source, idea, hint):
    with grader.quiet():
        told = diagnose(name, defined(name, source)).named
    assert [n for n in told if n.idea == idea and n.hint.startswith(hint)], told
    assert ("method works out" in told[0].hint) == ("Backward" in idea)


def learns(X, A, steps, lr, start=0.0, times=2):
    w = np.full((3, 3), start)
    windows = np.lib.stride_tricks.sliding_window_view(np.asarray(X, dtype=float), (3, 3))
    for _ in range(steps):
        error = np.einsum("hwij,ij->hw", windows, w) - A
        w = w - lr * times * np.einsum("hwij,hw->ij", windows, error) / error.size
    return w


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({}, []),
        ({"start": 1.0}, ["choice|starts at ones"]),
        ({"start": 1.0, "times": 1}, ["choice|no two", "choice|starts at ones"]),
    ],
)
def test_two_slips_that_meet_in_one_formula_are_both_named(slip, said):
    found = named("learn_filter", lambda X, A, steps, lr: learns(X, A, steps, lr, **slip))
    assert [name for name, _ in found] == said


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_without_slips_is_right(name):
    make, results = FORMULAS[name]
    for style in (set(), *({each} for each in STYLES.get(name, ()))):
        with grader.quiet():
            assert diagnose(name, make(style)) is None
    assert {slip for groups in results for group in groups for slip in group} <= set(CHOICE)


POOL_BACK = """
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or size

    def forward(self, x):
        self.x = x
        starts = range(0, len(x) - self.size + 1, self.stride)
        return np.array([max(x[i : i + self.size]) for i in starts])

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        for i, d in enumerate(dz):
            start = i{times}
            dx[start + self.x[start : start + self.size].argmax()] += d
        return dx
"""


def test_a_stride_that_is_ignored_going_back_is_told_where_it_is_the_default_too():
    told = [
        text for _, text in named("MaxPool1D", defined("MaxPool1D", POOL_BACK.format(times="")))
    ]
    assert told == ["This is what you get when the stride is ignored, in dx."]
    right = POOL_BACK.format(times=" * self.stride")
    assert diagnose("MaxPool1D", defined("MaxPool1D", right)) is None


def test_padding_1_for_every_padding_is_told_where_no_upstream_gradient_is_given():
    source = """
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    P = np.pad(x, ((0, 0), (0, 0), (1, 1)))
    K, n = w.shape[2], (P.shape[2] - w.shape[2]) // stride + 1
    dout = np.ones((len(x), len(w), n)) if dout is None else dout
    dP, dw = np.zeros(P.shape), np.zeros(w.shape)
    for t in range(dout.shape[2]):
        here = np.s_[:, :, t * stride : t * stride + K]
        dP[here] += np.einsum("no,ock->nck", dout[:, :, t], w)
        dw += np.einsum("no,nck->ock", dout[:, :, t], P[here])
    return {"x": dP[:, :, 1:-1], "w": dw}
"""
    subject = defined("conv_1d_channels_backward", source)
    assert [slip for slip, _ in named("conv_1d_channels_backward", subject)] == [
        "in|padding 1|padding|both"
    ]


@pytest.mark.parametrize(
    ("rule", "name", "hint"),
    [
        ("out|one more|forward", "conv_forward", "Count the windows that fit."),
        ("out|one more|forward", "pad_1d", "Which shape should it have? Take the smallest input."),
        ("out|last missing|forward", "conv_1d", "There is one for each entry of x:"),
        ("out|one more|dx", "conv_1d_backward", "A gradient has the shape of what it belongs to."),
    ],
)
def test_a_hint_about_windows_is_for_what_has_windows(rule, name, hint):
    assert words(rule, name)[1].startswith(hint)


def test_an_empty_gradient_is_not_blamed_on_padding_where_there_is_none():
    source = (
        "class Flatten(Layer):\n    def forward(self, X):\n"
        "        return X.reshape(len(X), -1).copy()\n"
        "    def backward(self, dA):\n        return np.zeros((len(dA), 0))"
    )
    cut = (
        "def conv_backward(X, w, dA=None):\n"
        "    return {'X': np.zeros((0, 0)), 'w': np.zeros(w.shape)}"
    )
    for name, text in (("Flatten", source), ("conv_backward", cut)):
        with grader.quiet():
            named = diagnose(name, defined(name, text)).named
        told = next(n for n in named if n.idea == "dX comes out empty.")
        assert told.hint.startswith("A gradient has the shape of what it belongs to, here (")


def test_everyone_in_a_window_is_told_of_every_pool():
    class MaxPool1D:
        def __init__(self, size, stride=None):
            self.size, self.stride = size, stride or size

        def forward(self, x):
            self.n, starts = len(x), range(0, len(x) - self.size + 1, self.stride)
            return np.array([x[t : t + self.size].max() for t in starts])

        def backward(self, dout):
            dx = np.zeros(self.n)
            for i, d in enumerate(dout):
                dx[i * self.stride : i * self.stride + self.size] += d
            return dx

    assert "up|everyone|dX" in [slip for slip, _ in named("MaxPool1D", MaxPool1D)]


def test_what_explains_hardly_anything_of_an_output_is_by_chance():
    def dot_backward(x, w, da=None):
        up = 1.0 if da is None else float(da)
        x, w = x.astype(float), w.astype(float)
        return {"x": w - up, "w": x - up}  # for da = 0 it gives what `da or 1` does: w and x

    def dot_backward_or(x, w, da=None):
        return {"x": (da or 1.0) * w.astype(float), "w": (da or 1.0) * x.astype(float)}

    said = [slip for slip, _ in named("dot_backward", dot_backward)]
    assert not [slip for slip in said if not slip.startswith("fact")]
    assert named("dot_backward", dot_backward_or)


def test_nothing_at_all_is_told_as_that():
    source = """
def conv_forward(X, w):
    A = np.array([])
    for i in range(X.shape[0] - w.shape[0] + 1):
        for j in range(X.shape[1] - w.shape[1] + 1):
            np.append(A, np.sum(X[i : i + w.shape[0], j : j + w.shape[1]] * w))
    return A
"""
    assert named("conv_forward", defined("conv_forward", source)) == [
        ("fact nothing", "The result is empty.")
    ]


def test_a_sum_that_nothing_is_added_to_is_not_blamed_on_its_dtype():
    source = """
def dot_forward(x, w):
    if x.ndim != 2 or x.shape != w.shape:
        raise ValueError
    a = 0
    for i in range(1, x.shape[0]):
        for j in range(1, x.shape[1]):
            a += x[i, j] * w[i, j]
    return a
"""
    said = [text for _, text in named("dot_forward", defined("dot_forward", source))]
    assert said == ["For a w that is 1 at w[0, 0] and 0 elsewhere the result is 0."]


def test_what_holds_for_the_result_is_not_said_of_its_gradient_once_more():
    source = """
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, stride or 1

    def forward(self, x):
        self.x = x
        starts = range(0, len(x) - self.size + 1, self.stride)
        return np.array([x[s : s + self.size].max() for s in starts])

    def backward(self, dz):
        dx = np.zeros(len(self.x))
        for t, share in enumerate(dz):
            start = t * self.stride
            dx[start + np.argmax(self.x[start : start + self.size])] += share
        return dx
"""
    said = [text for _, text in named("MaxPool1D", defined("MaxPool1D", source))]
    assert said == ["This is what you get when the stride is 1 if it is not given."]


def test_a_function_in_the_place_of_its_result_is_told():
    subject = defined("dot_forward", "def dot_forward(x, w):\n    return (x * w).sum\n")
    assert ("fact function", "A function is returned, and not its result.") in named(
        "dot_forward", subject
    )


SLOPES = """
def numerical_gradient(f, x, h=1e-5):
    slopes = {start}
    for i in {places}:
        slopes{put} (f({up}) - f({down})) / (2 * h){end}
    return slopes
"""


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (
            {"places": "np.ndindex(x.shape)", "up": "x[i] + h", "down": "x[i] - h"},
            ["f is asked at an array of shape (), where x has (2, 2)."],
        ),
        (
            {"places": "x", "up": "i + h", "down": "i - h"},
            [
                "A float is used as a size or an index.",
                "A number is used as if it had entries.",
                "More indices are used than there are axes.",
            ],
        ),
        (
            {"places": "x.ravel()", "start": "[]", "put": ".append(", "end": ")"}
            | {"up": "x + h", "down": "x - h"},
            [
                "A list is returned, not an array.",
                "While one entry of x is moved, others are not where they belong: f is asked at "
                "[[2.5, -0.5], [1, 3.5]], for x = [[2, -1], [0.5, 3]] and h = 0.5.",
            ],
        ),
    ],
)
def test_one_mistake_is_told_once_and_not_by_what_comes_of_it(parts, said):
    parts = {"start": "np.zeros(x.shape)", "put": "[i] =", "end": ""} | parts
    subject = defined("numerical_gradient", SLOPES.format(**parts))
    facts = [text for slip, text in named("numerical_gradient", subject) if slip[:4] == "fact"]
    assert facts == said


# --- in the notebook ---------------------------------------------------------------------------


def notebook(**names):
    """The names of a notebook in which a student has defined some."""
    return {"np": np, **vars(checking), **names}


def message(source, **names):
    """What the check in a cell says."""
    with pytest.raises(AssertionError) as caught:
        exec(compile(source, "<cell>", "exec"), notebook(**names))
    return str(caught.value)


CONV = 'check_equal(conv_1d(np.array([1.0, 2, 4]), np.array([1.0, 2, 3])), {}, "conv_1d(x, w)")'


def test_a_check_that_is_told_the_name_says_which_mistake_it_is():
    flipped = answer("conv_1d", "turns_the_filter_round")
    text = message(CONV.format([8.0, 17, 10]), conv_1d=flipped)
    assert text.startswith("conv_1d(x, w) at [0]: expected 8, got 4; 3 of 3 values differ.")
    assert text.count(LEAD) == 1
    assert "\nA hint: " in text


def test_a_check_says_nothing_of_right_code_that_it_is_wrong_about():
    text = message(CONV.format([8.0, 17, 11]), conv_1d=answer("conv_1d"))
    assert LEAD not in text


def test_a_message_that_does_not_say_whose_mistake_it_is_is_told():
    flipped = answer("conv_1d", "turns_the_filter_round")
    text = message(CONV.replace("conv_1d(x, w)", "the map").format([8.0, 17, 10]), conv_1d=flipped)
    assert f"\nconv_1d: {LEAD}" in text


def test_the_environment_turns_it_off(monkeypatch):
    monkeypatch.setenv("CHECKING_DIAGNOSIS", "off")
    flipped = answer("conv_1d", "turns_the_filter_round")
    assert LEAD not in message(CONV.format([8.0, 17, 10]), conv_1d=flipped)


@pytest.mark.parametrize(
    ("name", "slip", "source"),
    [
        ("conv_1d", "buffer_like_x", "check_kinds(conv_1d, np.ones(4) * 2.5, np.ones(3) * 1.5)"),
        (
            "conv_1d",
            "single_weight_in_place",
            "check_untouched(conv_1d, np.ones(4), np.ones(1) * 2)",
        ),
        (
            "dot_backward",
            "ignores_upstream",
            "gradient_check(lambda x, w: np.sum(x * w), dot_backward, x=np.eye(2), w=np.eye(2))",
        ),
        ("Conv1D", "mixed_up", "layer = Conv1D()\ngradient_check(layer.forward, layer.backward, "
                               "np.array([1.0, -2]), 3.0)"),
        ("ReLU", "works_in_place", "check_layer(ReLU, np.array([1.0, -2]), dout=np.ones(2))"),
        (
            "MaxPool1D",
            "kept_in_the_class",
            "check_layer(lambda: MaxPool1D(2), np.array([1.0, 4, 2, 3]), dout=np.array([1.0, 2]))",
        ),
        (
            "conv_1d_backward",
            "returns_tuple",
            "check_gradients(conv_1d_backward(np.ones(3), np.ones(3)), {'x': [2, 3, 2]}, 'it')",
        ),
        (  # the name stands in a helper of the cell
            "Conv1D",
            "weights_first",
            "def _gradients(x):\n    layer = Conv1D()\n    layer.forward(x, 2.0)\n"
            "    return layer.backward(np.ones(2))\n\n\n"
            "check_gradients(_gradients(np.ones(2))[0], [2.0, 2], 'dx')",
        ),
    ],
)  # fmt: skip
def test_every_check_says_which_mistake_it_is(name, slip, source):
    text = message(source, **{name: answer(name, slip)})
    idea = next(s.idea for lab in LABS for s in slips(lab) if (s.name, s.slip) == (name, slip))
    assert LEAD in text
    assert f': "{idea}"\nA hint: ' in text


def test_it_prints_nothing(capsys):
    flipped = answer("conv_1d", "turns_the_filter_round")

    def conv_1d(x, w):
        print("here I am")
        return flipped(x, w)

    assert LEAD in message(CONV.format([8.0, 17, 10]), conv_1d=conv_1d)
    assert capsys.readouterr().out.count("here I am") == 1


class Liar(np.ndarray):
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __array_function__(self, *args, **kwargs):
        return True


def forever(x, w):
    while len(x) != 3:  # the line of the check is fine
        pass
    return x


def leaves(x, w):
    raise SystemExit


HOSTILE = {
    "lies about equality": lambda x, w: np.zeros(3).view(Liar),
    "never ends": forever,
    "leaves": lambda x, w: x if len(x) == 3 else leaves(x, w),
    "returns itself": lambda x, w: message,
    "returns huge arrays": lambda x, w: np.broadcast_to(1.0, (10**6, 10**6)),
    "returns objects": lambda x, w: np.array([object()] * 3),
    "returns a list in itself": lambda x, w: (found := [], found.append(found), found)[-1],
    "changes what it returned": (lambda kept: lambda x, w: (kept.append(x), kept)[-1])([]),
}


@pytest.mark.parametrize("subject", HOSTILE.values(), ids=HOSTILE)
def test_odd_code_gets_the_message_that_it_would_have_got(subject, monkeypatch):
    monkeypatch.setattr(diagnosis_notebook, "MAX_EVENTS", 100_000)
    text = message(CONV.format([8.0, 17, 10]), conv_1d=subject)
    assert text.startswith("conv_1d(x, w)")
    assert LEAD not in text


def test_only_lines_of_the_students_own_code_count(monkeypatch):
    def dot_forward(x, w):
        return np.sum(x)

    monkeypatch.setattr(diagnosis_notebook, "MAX_EVENTS", 500)
    assert diagnosis_notebook.said_of("dot_forward", dot_forward)


def test_a_stub_has_no_mistake():
    def dot_forward(x, w):
        raise NotImplementedError

    with pytest.raises(Unfinished):
        diagnose("dot_forward", dot_forward)


# --- the smallest case -------------------------------------------------------------------------


def test_an_unknown_mistake_becomes_a_case_to_work_out_by_hand():
    own = answer("conv_1d")

    def conv_1d(x, w):
        return own(x, w) + (len(x) == 2) * np.sin(np.arange(len(x)) + 1)

    found = grader.diagnose("lab2_conv1d", "conv_1d", conv_1d)
    assert found.slip == found.idea == found.hint == ""
    assert found.case.call.startswith("conv_1d([")
    assert found.case.expected != found.case.got
    assert len(found.case.got_values) == 2
    assert grader.diagnose("lab2_conv1d", "conv_1d", conv_1d) == found


def test_where_every_probe_is_answered_rightly_a_case_is_searched_for():
    own = answer("conv_1d")

    def conv_1d(x, w):
        return own(x, w) + (len(x) == 3 and len(w) == 1)

    found = grader.diagnose("lab2_conv1d", "conv_1d", conv_1d)
    assert found.case.call == "conv_1d([0.0, 0.0, 0.0], [0.0])"
    assert found == grader.diagnose("lab2_conv1d", "conv_1d", conv_1d)


def test_a_case_about_the_mathematics_comes_before_one_about_dtypes():
    def dot_backward(x, w, da=None):
        da = 1 if da is None else da
        return {"x": da * w, "w": da * np.sin(x)}

    found = grader.diagnose("lab1_dot", "dot_backward", dot_backward)
    assert "float32" not in found.case.call
    assert "int" not in found.case.expected


@pytest.mark.parametrize(
    ("array", "shown"),
    [
        ([1.0, 2.5], "[1.0, 2.5]"),
        ([1.0, 1.0 + 2e-7], "[1.0, 1.0000002]"),
        ([1.0, np.nextafter(1.0, 2.0)], "[1.0, 1.0000000000000002]"),
        ([1 / 3, 1 / 3], "[0.333333, 0.333333]"),
    ],
)
def test_numbers_that_differ_are_not_shown_alike(array, shown):
    assert _shown_numbers(np.array(array)) == shown


def test_a_case_shows_as_many_digits_as_it_takes_to_see_the_difference():
    def dot_forward(x, w):
        return np.sum(x * w) * (1 + 1e-8)

    case = grader.diagnose("lab1_dot", "dot_forward", dot_forward).case
    assert (case.expected, case.got) == ("-6.0", "-6.00000006")


def test_a_hypothesis_that_cannot_be_told_what_to_leave_alone_is_an_error(monkeypatch):
    """Else the smallest case would be gone in silence after an upgrade."""
    from hypothesis.internal.conjecture import providers

    own = grader.own_names("lab1_dot")
    wrong = lambda x, w: 2 * own["dot_forward"](x, w)  # noqa: E731
    assert smallest("dot_forward", wrong, own["dot_forward"], own) is not None
    monkeypatch.delattr(providers, "_get_local_constants")
    with pytest.raises(AttributeError, match="_get_local_constants"):
        smallest("dot_forward", wrong, own["dot_forward"], own)


def test_the_case_of_a_known_mistake_is_its_smallest_probe():
    found = grader.diagnose("lab4_max_pool", "MaxPool", answer("MaxPool", "ignores_upstream"))
    assert found.slip == "ignores_upstream"
    assert found.case.call == "layer = MaxPool()\nlayer.forward([7.0])\nlayer.backward(2.0)"
    assert (found.case.expected, found.case.got) == ("[2.0]", "[1.0]")


def test_a_case_shows_types_and_changed_arguments_where_they_are_the_mistake():
    found = grader.diagnose(
        "lab1_dot", "dot_forward", answer("dot_forward", "overwrites_the_filter")
    )
    assert "changes argument 2" in found.case.got
    found = grader.diagnose("lab2_conv1d", "pad_1d", answer("pad_1d", "float_zeros"))
    assert ("int64" in found.case.expected, "float64" in found.case.got) == (True, True)


@pytest.mark.parametrize("name", ["conv_1d_backward", "conv2d_forward", "MaxPool2D", "to_image"])
def test_no_case_is_found_where_all_is_right(name):
    lab = next(lab for lab in LABS if name in grader.graded_names(lab))
    assert grader.diagnose(lab, name, answer(name)) is None


def test_every_graded_name_has_probes():
    graded = {name for lab in LABS for name in grader.graded_names(lab)}
    assert graded - set(NAMES) == set(ALIKE)
    assert all(known(name) for name in graded)


@pytest.mark.parametrize("way", ALIKE)
def test_a_layer_that_does_the_same_in_another_way_is_asked_the_same(way):
    own = grader.own_names("lab7_train_cnn")[way]

    class Wrong(own):
        def backward(self, dA):
            dX, dw, db = super().backward(dA)
            return dX, dw, db / len(dA)

    assert [idea for _, idea in named(way, Wrong)] == [
        "This is what you get when db is divided by the number of images."
    ]
    assert named(way, own) == []
    assert set(LABS) == set(lab_names())


def test_the_clock_changes_nothing(monkeypatch):
    wrong = answer("conv2d_backward", "dw_averaged_over_images")
    before = grader.diagnose("lab3_conv2d", "conv2d_backward", wrong)
    jumps = iter(range(0, 10**9, 1000))
    monkeypatch.setattr(time, "monotonic", lambda: next(jumps))
    assert grader.diagnose("lab3_conv2d", "conv2d_backward", wrong) == before


# --- in the grader -----------------------------------------------------------------------------


@pytest.fixture(scope="module", autouse=True)
def _no_process_left():
    yield
    close_nurseries()


def source_of(lab, name, slip):
    return next(s.source for s in slips(lab) if (s.name, s.slip) == (name, slip))


STUB = "def dot_forward(x, w):\n    raise NotImplementedError"
ODD = "def dot_backward(x, w, da=1.0):\n    return {'x': np.sin(w), 'w': np.cos(1.0 + x)}"
ENDS = "import os\n\n\ndef dot_backward(x, w, da=None):\n    os._exit(1)"


def test_a_graded_submission_says_which_mistakes_it_makes_once_for_each_name():
    lab = "lab5_conv_block"
    wrong = {"Conv1D": "dw_last_place", "ReLU": "mask_in_the_class", "Conv1DBank": "transposed"}
    result = graded(lab, **{name: source_of(lab, name, slip) for name, slip in wrong.items()})
    for name, slip in wrong.items():
        found = result.diagnoses[name]
        assert slip in (found.slip, *found.alike)
        errors = [
            given.why
            for test, given in result.tests.items()
            if test.startswith(f"test_{name}_") or test == f"test_{name}"
        ]
        assert sum(error.count(f': "{found.idea}"\nA hint: ') for error in errors) == 1
        assert f"A hint: {found.hint}" in result.notebook.replace('\\"', '"')
    content = json.loads(json.dumps(asdict(result), allow_nan=False))
    assert result_of(content) == result


def test_points_and_diagnoses_are_the_same_each_time():
    results = [graded("lab1_dot", dot_backward=ODD) for _ in range(2)]
    assert results[0].tests == results[1].tests
    assert results[0].diagnoses == results[1].diagnoses
    assert set(results[0].diagnoses) == {"dot_backward"}


def test_an_unknown_mistake_is_shown_as_a_small_case():
    result = graded("lab1_dot", dot_backward=ODD)
    case = result.diagnoses["dot_backward"].case
    assert case.call.startswith("dot_backward([[")
    error = result.tests["test_dot_backward"].why
    assert f":\n{case.call}\nexpected: {case.expected}\ngot: {case.got}" in error


def test_what_is_not_written_or_ends_its_process_has_no_diagnosis():
    result = graded("lab1_dot", dot_forward=STUB, dot_backward=ENDS)
    assert result.diagnoses == {}
    assert result.tests["test_numerical_gradient"].score == 2


def test_a_name_without_a_value_is_told_on_the_page_too():
    source = "def dot_backward(x, w, da=None):\n    return {'x': up * w, 'w': up * x}"
    found = graded("lab1_dot", dot_backward=source).diagnoses["dot_backward"]
    assert (
        found.idea
        == "`up` is used, and has no value, in the line `return {'x': up * w, 'w': up * x}`."
    )
    assert graded("lab1_dot", dot_backward="ready = True").diagnoses == {}


def test_a_process_that_ends_takes_only_the_diagnosis_along():
    own = next(c.source for c in source_notebook("lab1_dot").cells if c.id == "dot_forward")
    source = own.replace("return np.sum(x * w)", "return np.sum(x * w) + 1")
    # Not in a test: only the first probe asks for a product of -6.
    source = source.replace(
        "return",
        "if x.size == 1 and x[0, 0] == 2:\n        import os\n\n        os._exit(1)\n    return",
    )
    result = graded("lab1_dot", dot_forward=source)
    assert "dot_forward" not in result.diagnoses
    assert result.tests["test_dot_forward"].why.startswith("AssertionError")
    assert result.tests["test_dot_backward"].score == 2


def test_a_right_submission_has_no_diagnosis():
    assert graded("lab1_dot").diagnoses == {}


def test_during_grading_the_checks_themselves_look_for_nothing(monkeypatch):
    asked = []
    monkeypatch.setattr(diagnosis_notebook, "_explain", lambda *args: asked.append(args))
    flipped = source_of("lab2_conv1d", "conv_1d", "turns_the_filter_round")
    assert graded("lab2_conv1d", conv_1d=flipped).diagnoses["conv_1d"].slip
    assert asked == []
    assert "CHECKING_DIAGNOSIS" not in os.environ


ZEROS = """
import numpy as np
from lib.diagnosis import diagnose
def zeros(x, w, dout=None, stride=1, padding=0):
    return {"x": np.zeros(x.shape), "w": np.zeros(w.shape)}
for name in ("conv_1d_backward", "conv_1d_unrolled_backward", "conv_1d_channels_backward"):
    print([said.idea for said in diagnose(name, zeros).named])
"""


def test_the_words_do_not_depend_on_the_order_in_a_set():
    """The order of a set of texts is another in each run of Python, and so is a sum over it."""
    runs = [
        subprocess.run(
            [sys.executable, "-c", ZEROS],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": str(seed)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in range(1, 6)
    ]
    assert len(runs[0].splitlines()) == 3
    assert len(set(runs)) == 1


# --- what is said ------------------------------------------------------------------------------


def told(lab, name, source):
    """What stands under a failed test."""
    names = dict(grader.own_names(lab))
    exec(compile(source, "<answer>", "exec"), names)
    return grader.as_text(grader.diagnose(lab, name, names[name]))


def test_what_probes_make_of_answers_by_themselves_is_told_in_words_and_never_shown_as_a_case():
    train = """
def train(loss_and_gradients, step, params, X, labels, epochs, batch_size, seed=0, watch=None):
    rng, losses, now = np.random.default_rng(seed), [], params
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for start in range(0, len(X), batch_size):
            batch = order[start : start + batch_size]
            loss, grads = loss_and_gradients(params, X[batch], labels[batch])
            now = step(now, grads)
            losses.append(loss)
        if watch is not None:
            watch(epoch + 1, now, losses)
    return now, losses
"""
    text = told("lab7_train_cnn", "train", train)
    assert "the weights that each gradient is taken at" in text
    assert "train(" not in text
    odd = np.array([[0.0, -3, 5], [1, 2, 2], [1, 1, 1]])
    found = grader.diagnose("lab6_mnist_filters", "vertical_edge_filter", lambda: odd.copy())
    assert found.case is None
    assert "pixels are alike, which should be 0" in found.where


def test_true_and_false_are_shown_as_they_are_and_their_places_are_judged():
    text = told("lab6_mnist_filters", "best_patch", "def best_patch(w):\n    return w >= 0")
    assert "True is 1 and False is 0" in text
    assert "a b" not in text.split()
    case = grader.diagnose("lab6_mnist_filters", "best_patch", lambda w: w > 0).case
    assert case.got.startswith("[[True")


def test_nan_is_told_with_its_cause_in_view():
    text = told("lab6_mnist_filters", "best_patch", "def best_patch(w):\n    return w / abs(w) > 0")
    assert "True and False" in text or "True is 1" in text
    source = "def best_patch(w):\n    return np.maximum(w / np.abs(w), 0)"
    assert "nan" in told("lab6_mnist_filters", "best_patch", source)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("np.einsum('ij,ij->', x, w[:, :-1])", "in an einsum"),
        ("x[0, 0, 0]", "more indices are used than there are axes"),
        ("x.tolist().shape", "a list is asked for .shape"),
        ("x[np.array([0.0])]", "a float is used as a size or an index"),
        ("x[[0, 1], [0, 1, 1]]", "arrays of indices have shapes that do not fit together"),
        ("[].pop()", "it raises indexerror"),
        ("x[x.argmax]", "what is used as an index is not a whole number"),
        ("np.concatenate([x, w[:, :-1]])", "arrays of different shapes are put together"),
        ("x[np.zeros(9, bool)]", "a mask has another shape"),
        ("(None)(x)", "None is called like a function"),
    ],
)
@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_an_error_is_told_by_its_cause(line, said):
    source = (
        f"def dot_forward(x, w):\n    x, w = np.ones((2, 3)), np.ones((2, 3))\n    return {line}"
    )
    assert said in told("lab1_dot", "dot_forward", source).lower().replace("none", "None")


def test_code_that_fails_under_one_option_alone_is_told_which():
    source = """
def conv_1d_channels_backward(x, w, dout=None, stride=1, padding=0):
    right = {}
    N, C, T = x.shape
    K, p = w.shape[2], padding
    n = (T - K + 2 * p) // stride + 1
    g = np.ones((N, len(w), n)) if dout is None else np.asarray(dout, float)
    wide = np.pad(x.astype(float), [(0, 0), (0, 0), (p, p)])
    back, dw = np.zeros(wide.shape), np.zeros(w.shape)
    for t in range(n):
        at = slice(t * stride, t * stride + K)
        back[:, :, at] += np.einsum("no,ock->nck", g[:, :, t], w)
        dw += np.einsum("no,nck->ock", g[:, :, t], wide[:, :, at])
    dx = np.zeros(x.shape)
    dx[...] = back[:, :, p:-p]
    return {"x": dx, "w": dw}
"""
    assert "those without padding go wrong, and no others" in told(
        "lab2_conv1d", "conv_1d_channels_backward", source
    )


def test_an_argument_that_changes_nothing_is_told():
    fixed = """
class SGD:
    def __init__(self, lr, momentum=0.0):
        self.momentum, self.v = momentum, {}

    def step(self, params, grads):
        self.v = {k: self.momentum * self.v.get(k, 0) + g for k, g in grads.items()}
        return {k: params[k] - 0.1 * self.v[k] for k in params}
"""
    assert "the same for lr = 0.5 and lr = 0.125" in told("lab7_train_cnn", "SGD", fixed)


HELD_OUT = sorted((ROOT / "tests" / "diagnosis").glob("held_out*/*_slip*/*/*/*.py"))


IN_A_NOTEBOOK = """
import json, sys
from pathlib import Path
from grading.diagnosis import diagnose as grader
from lib.diagnosis_notebook import said_of

said = {}
for path in map(Path, json.load(sys.stdin)):
    lab, name = path.parts[-3:-1]
    names = dict(grader.own_names(lab))
    with grader.quiet():
        exec(compile(path.read_text(encoding="utf-8"), path.name, "exec"), names)
    said[str(path)] = said_of(name, names[name])
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def in_a_notebook():
    """What notebooks say of held-out answers, in a process of their own, as students have it."""
    paths = json.dumps([str(path) for path in HELD_OUT[::40]])
    command = [sys.executable, "-c", IN_A_NOTEBOOK]
    done = subprocess.run(
        command, input=paths, capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("path", HELD_OUT[::40], ids=lambda path: path.stem)
def test_the_notebook_says_what_the_grader_says(path, in_a_notebook):
    """The names of a held-out answer, with their hints, one after the other."""
    lab, name = path.parts[-3:-1]
    names = dict(grader.own_names(lab))
    with grader.quiet():
        exec(compile(path.read_text(encoding="utf-8"), path.name, "exec"), names)
        told_by_grader = grader.diagnose(lab, name, names[name])
    shown = in_a_notebook[str(path)]
    if told_by_grader is None:  # such as a layer that gives no points
        assert not shown
        return
    ideas = [(d.idea, d.hint) for d in (told_by_grader, *told_by_grader.also)]
    for idea, hint in ideas:
        assert idea in shown
        assert hint in shown
    assert shown in grader.as_text(told_by_grader)


INTEGERS = """
def dot_backward(x, w, da=None):
    da = da or 1
    return {"x": da * w, "w": da * x}
"""


@pytest.mark.parametrize("whole", [False, True])
def test_dtypes_are_spoken_of_where_a_check_asks_for_dtypes_and_nowhere_else(whole):
    import numpy as np

    from lib.checking import case, check_cases, check_kinds

    names = {}
    exec(INTEGERS, names)
    w = np.array([[2.5, 1], [-1, 3]])
    check, *about = (check_kinds, w, w) if whole else (check_cases, case(w, w, 0, gives=0 * w))
    options = {"gives": {"x": w, "w": w}, "gradient": True} if whole else {"of": "x"}
    with pytest.raises(AssertionError) as failed:
        check(names["dot_backward"], *about, **options)
    assert "A da of 0 counts as if none were given" in str(failed.value)
    assert ("int64, where float64 is asked for" in str(failed.value)) == whole


def test_a_hint_that_two_mistakes_have_in_common_is_given_once():
    text = told("lab1_dot", "dot_backward", INTEGERS)
    assert "dx has the dtype int64" in text
    assert "dw has the dtype int64" in text
    assert text.count("np.float64") == 1


@pytest.mark.parametrize("taken", [np.zeros(5), 4, None])
def test_what_has_taken_a_functions_name_is_left_to_the_check_that_says_so(taken):
    failed = {"test_pad_1d": "What is to be checked is an array of shape (5,) and not a function"}
    assert list(grader.explain("lab2_conv1d", failed, lambda *_: taken, ())) == []
    assert len(list(grader.explain("lab2_conv1d", failed, lambda *_: lambda x, p: 4, ()))) == 1
