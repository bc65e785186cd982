"""Known mistakes are named, right code never is, and what nobody knows becomes a small case."""

import copy
import json
import os
import time
from dataclasses import asdict

import nbformat
import numpy as np
import pytest

from grading.authoring.release import source_notebook
from grading.diagnosis import diagnose as grader
from grading.diagnosis.strategies import STRATEGIES
from grading.engine.model import Job, result_of
from grading.engine.worker import close_nurseries, grade_submission
from grading.labfile import out_of_bounds
from grading.paths import lab_names
from grading.quality.bank import right_solutions, slips
from grading.quality.fingerprints import all_right, as_text, fingerprints, solution
from lib import checking, diagnosis
from lib.diagnosis import FINGERPRINTS, Unfinished, diagnose, observe, probes_of, same, tolerance
from lib.probes import MODULES

LABS = list(MODULES)
NAMES = list(dict.fromkeys(name for lab in LABS for name in grader.graded_names(lab)))
SLIPS = [slip for lab in LABS for slip in slips(lab)]
LEAD = "This is what you get when you think"


def answer(name, slip=None, lab=None):
    """A solution of the bank, or the lab's own."""
    lab = lab or next(lab for lab in LABS if name in grader.graded_names(lab))
    if slip is None:
        return grader.own_solutions(lab)[name]
    source = next(s.source for s in slips(lab) if (s.name, s.slip) == (name, slip))
    return solution(lab, name, source)


# --- the bank ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_fingerprints_are_those_of_the_bank(name):
    with grader.quiet():
        expected = as_text(fingerprints(name))
    written = (FINGERPRINTS / f"{name}.json").read_text(encoding="utf-8")
    assert written == expected, "stale: run `python -m grading fingerprints`"


def test_there_is_no_fingerprint_of_a_name_that_is_gone():
    assert {path.stem for path in FINGERPRINTS.iterdir()} == set(NAMES)


def test_fingerprints_hold_no_code_and_stay_small():
    texts = [path.read_text(encoding="utf-8") for path in FINGERPRINTS.glob("*.json")]
    assert not any("def " in text or "return " in text.split('"idea"')[0] for text in texts)
    assert sum(map(len, texts)) < 520_000


def test_nineteen_of_twenty_mistakes_are_named_and_none_is_called_another():
    unnamed, wrong = [], []
    for slip in SLIPS:
        with grader.quiet():
            found = diagnose(slip.name, solution(slip.lab, slip.name, slip.source))
        label = f"{slip.name}/{slip.slip}"
        if found is None:
            unnamed.append(label)
        elif slip.slip not in (found.slip, *found.alike):
            wrong.append((label, found.slip))
    assert wrong == []
    assert len(SLIPS) > 500
    assert len(unnamed) <= 0.05 * len(SLIPS), unnamed


@pytest.mark.parametrize("lab", LABS)
def test_no_right_solution_is_named_or_answers_otherwise_than_right(lab):
    ways = [(name, way, solution(lab, name, source)) for name, way, source in right_solutions(lab)]
    ways += [(name, "own", answer(name, lab=lab)) for name in grader.graded_names(lab)]
    for name, way, subject in [w for w in ways if w[0] in NAMES]:
        known = diagnosis.fingerprint(name)["right"]
        with grader.quiet():
            assert diagnose(name, subject) is None, (name, way)
            for probe, right in zip(probes_of(name), known, strict=True):
                assert same(observe(name, probe, subject), right, tolerance(probe)), (name, way)


def test_what_is_right_in_a_later_lab_is_named_in_none():
    later = [lab for lab in lab_names() if lab not in LABS]
    named = [
        (lab, name)
        for lab in later
        for name in set(NAMES) & set(grader.graded_names(lab))
        for subject in all_right(lab, name)
        if diagnose(name, subject) is not None
    ]
    assert named == []


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

    with grader.quiet():
        assert diagnose("conv2d_forward", in_columns).slip == "flips_the_filters"
        assert diagnose("conv2d_backward", reordered).slip == "dw_of_the_last_window"
        assert diagnose("Conv1D", Swapped).slip == "weights_first"


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

    for probe, right in zip(
        probes_of("MaxPool"), diagnosis.fingerprint("MaxPool")["right"], strict=True
    ):
        assert same(observe("MaxPool", probe, MaxPool), right, tolerance(probe))


def test_two_mistakes_at_once_are_not_called_one():
    flipped = answer("conv_1d", "turns_the_filter_round")
    with grader.quiet():
        assert diagnose("conv_1d", flipped).slip == "turns_the_filter_round"
        assert diagnose("conv_1d", lambda x, w: 2 * flipped(x, w)) is None


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
    assert text.startswith("conv_1d(x, w) at [0]: expected 8, got 4.")
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


def test_it_comes_soon_and_prints_nothing(capsys):
    flipped = answer("conv_1d", "turns_the_filter_round")

    def conv_1d(x, w):
        print("here I am")
        return flipped(x, w)

    start = time.perf_counter()
    assert LEAD in message(CONV.format([8.0, 17, 10]), conv_1d=conv_1d)
    assert time.perf_counter() - start < 1
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
    monkeypatch.setattr(diagnosis, "SECONDS", 0.2)
    start = time.perf_counter()
    text = message(CONV.format([8.0, 17, 10]), conv_1d=subject)
    assert text.startswith("conv_1d(x, w)")
    assert LEAD not in text
    assert time.perf_counter() - start < 1.5


def test_a_stub_has_no_mistake():
    def dot_forward(x, w):
        raise NotImplementedError

    with pytest.raises(Unfinished):
        diagnose("dot_forward", dot_forward)


# --- the smallest case -------------------------------------------------------------------------


def test_an_unknown_mistake_becomes_a_case_to_work_out_by_hand():
    own = answer("conv_1d")

    def conv_1d(x, w):
        return own(x, w) + (len(x) == 2)

    found = grader.diagnose("lab2_conv1d", "conv_1d", conv_1d)
    assert found.slip == found.idea == found.hint == ""
    case = found.case
    assert case.call == "conv_1d([0.0, 0.0], [0.0])"
    assert (case.expected, case.got) == ("[0.0, 0.0]", "[1.0, 1.0]")
    assert case.got_values == [1.0, 1.0]
    assert grader.diagnose("lab2_conv1d", "conv_1d", conv_1d) == found


def test_an_unknown_mistake_of_a_layer_becomes_a_few_calls():
    class ReLU(answer("ReLU")):
        def backward(self, dh):
            self.count = getattr(self, "count", 0) + 1
            return super().backward(dh) * (1 if self.count == 1 else 3)

    case = grader.diagnose("lab5_conv_block", "ReLU", ReLU).case
    lines = case.call.split("\n")
    assert lines[0] == "layer = ReLU()"
    assert [line.split("(")[0] for line in lines[1:]] == [
        "layer.forward",
        "layer.backward",
        "layer.backward",
    ]
    assert case.expected != case.got


def test_the_case_of_a_known_mistake_is_its_smallest_probe():
    found = grader.diagnose("lab4_max_pool", "MaxPool", answer("MaxPool", "ignores_upstream"))
    assert found.slip == "ignores_upstream"
    assert found.case.call == "layer = MaxPool()\nlayer.forward([7.0])\nlayer.backward(2.0)"
    assert (found.case.expected, found.case.got) == ("[2.0]", "[1.0]")


def test_a_case_shows_types_and_changed_arguments_where_they_are_the_mistake():
    case = grader.diagnose(
        "lab1_dot", "dot_forward", answer("dot_forward", "overwrites_the_filter")
    ).case
    assert "changes argument 2" in case.got
    case = grader.diagnose("lab2_conv1d", "pad_1d", answer("pad_1d", "float_zeros")).case
    assert ("int64" in case.expected, "float64" in case.got) == (True, True)


@pytest.mark.parametrize("name", ["conv_1d_backward", "conv2d_forward", "MaxPool2D", "to_image"])
def test_no_case_is_found_where_all_is_right(name):
    lab = next(lab for lab in LABS if name in grader.graded_names(lab))
    assert grader.diagnose(lab, name, answer(name), end=time.monotonic() + 20) is None


def test_all_labs_but_the_seventh_have_probes_for_every_name():
    assert [name for name in NAMES if not probes_of(name)] == []
    assert set(lab_names()) - set(LABS) == {"lab7_train_cnn"}


def test_every_name_with_arguments_has_cases_but_those_of_lab_8():
    without = {"vertical_edge_filter", "Embedding", "TextConv", "MaxOverTime"}
    assert set(NAMES) - set(STRATEGIES) == without


# --- in the grader -----------------------------------------------------------------------------


@pytest.fixture(scope="module", autouse=True)
def _no_process_left():
    yield
    close_nurseries()


def graded(lab, **answers):
    """The result of a submission with these answers, the others being the lab's own."""
    teacher = source_notebook(lab)
    notebook = copy.deepcopy(teacher)
    for cell in notebook.cells:
        if cell.id in answers:
            cell.source = answers[cell.id]
    files = ((f"{lab}.ipynb", nbformat.writes(notebook).encode()),)
    job = Job(lab, "ann", files, nbformat.writes(teacher), 7, out_of_bounds(lab))
    return grade_submission(job, grader.explain)


def source_of(lab, name, slip):
    return next(s.source for s in slips(lab) if (s.name, s.slip) == (name, slip))


STUB = "def dot_forward(x, w):\n    raise NotImplementedError"
ODD = "def dot_backward(x, w, da=1.0):\n    return {'x': w * 3.0, 'w': x + 1.0}"
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
    assert f"The smallest case that was found to fail:\n{case.call}" in error


def test_what_is_not_written_or_ends_its_process_has_no_diagnosis():
    result = graded("lab1_dot", dot_forward=STUB, dot_backward=ENDS)
    assert result.diagnoses == {}
    assert result.tests["test_numerical_gradient"].score == 2


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
    monkeypatch.setattr(diagnosis, "_explain", lambda *args: asked.append(args))
    flipped = source_of("lab2_conv1d", "conv_1d", "turns_the_filter_round")
    assert graded("lab2_conv1d", conv_1d=flipped).diagnoses["conv_1d"].slip
    assert asked == []
    assert "CHECKING_DIAGNOSIS" not in os.environ
