"""What lab 8 promises beyond the bank: its numbers, what learns and what cannot, fair points."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import signal
from thorough import examples

from grading.quality.bank import run_in_process

LAB = "lab8_text_conv"


@pytest.mark.parametrize(
    "line",
    [
        "gradient of the table: [[0.0, 0.0], [3.0, -1.0], [2.0, 2.0], [6.0, 3.0]]\n",
        "plain: 96 reviews to learn from, 32 held out, such as\n",
        "order: 576 reviews to learn from, 192 held out, such as\n",
        "bag of embeddings, plain: 100% of 32 held-out reviews\n",
        "bag of embeddings, order: 50% of 192 held-out reviews\n",
        "filter 0: sums [ 2.  0.  0. -1.], with the bias [ 1. -1. -1. -2.]\n",
        "filter 1: sums [-2.  0.  0.  4.], with the bias [-4. -2. -2.  2.]\n",
        "raise x[0, 0, 1] by 1: -5.0\n",
        "raise w[1, 0, 0] by 1: -2.0\n",
        "raise b[1] by 1:       5.0\n",
        "padding wins:      [9. 0.]\n",
        "only three count:  [ 4. -1.]\n",
        "times zero:        [4. 0.]\n",
        "bag of embeddings: 50% of 192 held-out reviews\n",
        "filters of width 1: 50% of 192 held-out reviews\n",
        "filters of width 2: 100% of 192 held-out reviews\n",
        "filters of width 3: 100% of 192 held-out reviews\n",
        "filters of width 1, 2, 3: 100% of 192 held-out reviews\n",
        "1 of 48 have no word that it knows\n",
        "and the check: Gradient check on x FAILED at",
    ],
)
def test_the_page_prints_the_numbers_that_its_text_tells(page, line):
    assert line in page[0]


def test_the_bag_gives_twins_one_score_on_the_page(page):
    scores = re.findall(r"^not (?:good bad|bad good): score (\S+)$", page[0], re.M)
    assert len(scores) == 2
    assert scores[0] == scores[1]


def test_a_wrong_gradient_of_the_words_still_reaches_nine_of_ten_on_the_page(page):
    (right,) = re.findall(r"^accuracy with a wrong dx: (\d+)%$", page[0], re.M)
    assert 90 <= int(right) < 100


def test_with_the_padding_the_verdict_turns_round_on_the_page(page):
    (numbers,) = re.findall(
        r"^alone (\S+), in a batch (\S+), padding included (\S+)$", page[0], re.M
    )
    alone, together, everywhere = map(float, numbers)
    assert alone == together > 1
    assert everywhere < 0


def test_real_sentences_are_harder_than_made_ones_and_each_mistake_is_shown(page):
    (right,) = re.findall(r"^right: (\d+) of the other 47$", page[0], re.M)
    shown = re.findall(
        r"^(good|bad), says ([+-]\S+): .+\n +reads “(.+)”, and most of all “(.+)”$", page[0], re.M
    )
    assert 15 <= int(right) <= 40
    assert len(shown) == 47 - int(right)
    for label, score, seen, phrase in shown:
        assert (float(score) > 0) == (label == "bad")
        assert phrase.replace(" ·", "") in seen


def test_the_strongest_votes_are_for_phrases_with_the_words_of_their_sign(page):
    favourites = re.findall(r"^filter \d votes (\S+):   (.+?) \(", page[0], re.M)
    assert len(favourites) == 8
    (first_vote, first), (second_vote, second) = favourites[:2]
    assert float(first_vote) * float(second_vote) < 0
    assert "not" in first.split()
    assert "not" in second.split()


@pytest.mark.parametrize(("width", "right"), [(1, 0.5), (2, 1.0), (3, 1.0)])
def test_windows_of_two_words_or_more_learn_the_order_and_of_one_cannot(page, width, right):
    names = page[1]
    _, (texts, labels) = names["load_sentences"]("order")
    network = names["networks"][f"filters of width {width}"]
    got = names["accuracy"](network, texts, labels, names["words"])
    assert got == pytest.approx(right, abs=0.02)


@pytest.mark.parametrize("seed", [2, 3])
def test_no_other_table_helps_the_bag_with_the_order(page, seed):
    names = page[1]
    _, (texts, labels) = names["load_sentences"]("order")
    bag = names["BagNetwork"](names["Embedding"], len(names["words"]))
    random = np.random.default_rng(seed)
    bag.params = {name: random.normal(size=value.shape) for name, value in bag.params.items()}
    assert names["accuracy"](bag, texts, labels, names["words"]) == 0.5


def test_a_score_does_not_depend_on_the_company(page):
    names = page[1]
    network = names["networks"]["filters of width 3"]
    _, (texts, _) = names["load_sentences"]()
    together = network.scores(*names["encode"](texts, names["words"]))
    for n in range(0, len(texts), 20):
        alone = network.scores(*names["encode"](texts[n : n + 1], names["words"], at_least=3))
        np.testing.assert_allclose(alone, together[n], atol=1e-9)


@pytest.mark.parametrize(
    "network", ["bag of embeddings", "filters of width 3", "filters of width 1, 2, 3"]
)
def test_the_given_networks_have_right_gradients(page, network):
    names = page[1]
    network = names["networks"][network]
    texts = ["not bad good", "the film is not very good but bad", "good"]
    ids, lengths = names["encode"](texts, names["words"], at_least=3)
    labels, random = np.array([1, 0, 1]), np.random.default_rng(8)
    kept = network.params
    try:
        network.params = {k: random.normal(size=v.shape) for k, v in kept.items()}

        def loss():
            return names["loss_and_slope"](network.scores(ids, lengths), labels)

        gradients = network.gradients(loss()[1])
        for name, value in network.params.items():
            direction = random.normal(size=value.shape)
            sides = []
            for step in (1e-6, -1e-6):
                network.params[name] = value + step * direction
                sides.append(loss()[0])
            network.params[name] = value
            slope = (sides[0] - sides[1]) / 2e-6
            assert np.sum(gradients[name] * direction) == pytest.approx(slope, rel=1e-5, abs=1e-8)
    finally:
        network.params = kept


def test_the_loss_stays_finite_for_large_scores(page):
    loss, slope = page[1]["loss_and_slope"](np.array([1e4, -1e4]), np.array([0, 0]))
    assert loss == 5e3
    np.testing.assert_array_equal(slope, [0.5, 0])


def test_a_gradient_of_the_wrong_sign_ends_the_training_with_a_word_and_no_warning(page):
    names = page[1]

    class Uphill(names["TextConv"]):
        def backward(self, da):
            return tuple(-gradient for gradient in super().backward(da))

    network = names["TextNetwork"](
        names["Embedding"], Uphill, names["MaxOverTime"], len(names["words"])
    )
    (texts, labels), _ = names["load_sentences"]("order")
    with pytest.raises(ValueError, match=r"Step \d+: the loss is .*Is a gradient wrong"):
        names["train"](network, *names["encode"](texts, names["words"]), labels)


@pytest.mark.parametrize("missing", ["Embedding", "MaxOverTime"])
def test_the_convolution_gets_its_points_without_the_other_layers(missing):
    verdicts = run_in_process(LAB, {missing: f"class {missing}: pass"})
    assert all(error is None for test, error in verdicts.items() if "_TextConv" in test)
    assert verdicts[f"test_{missing}"] is not None


@settings(max_examples=examples(40), deadline=None)
@given(shape=st.tuples(*[st.integers(1, 4)] * 4, st.integers(0, 5)), seed=st.integers(0, 2**32 - 1))
def test_the_labs_filters_agree_with_scipy(page, shape, seed):
    random = np.random.default_rng(seed)
    n, c, o, k, more = shape
    x, w = random.normal(size=(n, c, k + more)), random.normal(size=(o, c, k))
    b = random.normal(size=o)
    layer = page[1]["TextConv"]()
    expected = [
        [signal.correlate(s, f, "valid", "direct")[0] + bias for f, bias in zip(w, b, strict=True)]
        for s in x
    ]
    a = layer.forward(x, w, b)
    np.testing.assert_allclose(a, expected, atol=1e-12)
    # The layer is linear in each input: <x, dx> is the output without the bias, times upstream.
    da = random.normal(size=a.shape)
    dx, dw, db = layer.backward(da)
    without = np.sum((a - b[:, None]) * da)
    np.testing.assert_allclose(np.sum(dx * x), without, atol=1e-10)
    np.testing.assert_allclose(np.sum(dw * w), without, atol=1e-10)
    np.testing.assert_allclose(db, da.sum(axis=(0, 2)), atol=1e-12)


@settings(max_examples=examples(40), deadline=None)
@given(shape=st.tuples(*[st.integers(1, 5)] * 4), seed=st.integers(0, 2**32 - 1))
def test_the_labs_table_adds_up_every_use(page, shape, seed):
    random = np.random.default_rng(seed)
    n, t, v, d = shape
    ids, table = random.integers(0, v, size=(n, t)), random.normal(size=(v, d))
    layer = page[1]["Embedding"]()
    x = layer.forward(ids, table)
    dout = random.normal(size=x.shape)
    np.testing.assert_allclose(np.sum(layer.backward(dout) * table), np.sum(x * dout), atol=1e-10)


@settings(max_examples=examples(40), deadline=None)
@given(shape=st.tuples(*[st.integers(1, 5)] * 3), seed=st.integers(0, 2**32 - 1))
def test_what_lies_behind_a_sentence_changes_nothing(page, shape, seed):
    random = np.random.default_rng(seed)
    a, lengths = random.normal(size=shape), random.integers(1, shape[2] + 1, size=shape[0])
    layer = page[1]["MaxOverTime"]()
    z, dz = layer.forward(a, lengths), random.normal(size=shape[:2])
    da = layer.backward(dz)
    behind = np.broadcast_to((np.arange(shape[2]) >= lengths[:, None])[:, None], shape)
    assert not da[behind].any()
    np.testing.assert_allclose(da.sum(axis=2), dz)
    np.testing.assert_array_equal(layer.forward(np.where(behind, 1e9, a), lengths), z)
