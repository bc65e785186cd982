"""Promises of lib.text: the made reviews, fair and fresh, and words as numbers."""

import importlib.util
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib import text
from lib.text import (
    KINDS,
    PADDING,
    encode,
    keep_known,
    load_real_sentences,
    load_sentences,
    vocabulary,
)

MAKER = text.SENTENCES.with_name("make_sentences.py")


@pytest.fixture(scope="module")
def maker():
    """The script that makes the reviews, as a module."""
    spec = importlib.util.spec_from_file_location("make_sentences", MAKER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bag(sentence):
    return tuple(sorted(sentence.split()))


def pair(sentence, maker):
    """The good and the bad word of a review."""
    return frozenset(sentence.split()) & frozenset(maker.GOOD + maker.BAD)


def twins(sentences, labels):
    """The labels that each bag of words has."""
    found = {}
    for sentence, label in zip(sentences, labels.tolist(), strict=True):
        found.setdefault(bag(sentence), []).append(label)
    return found


# The reviews


def test_the_file_is_what_its_script_makes(maker):
    assert text.SENTENCES.read_text(encoding="utf-8") == maker.text(), f"run {MAKER.name}"


def test_there_are_as_many_as_the_lab_says():
    counts = {
        kind: [len(sentences) for sentences, _ in load_sentences(kind)] for kind in (*KINDS, None)
    }
    assert counts == {"order": [576, 192], "plain": [96, 32], None: [672, 224]}


@pytest.mark.parametrize("kind", [*KINDS, None])
def test_half_of_each_set_is_good_and_no_review_is_there_twice(kind):
    (train, y_train), (test, y_test) = load_sentences(kind)
    for sentences, labels in ((train, y_train), (test, y_test)):
        assert labels.dtype == np.int64
        assert labels.shape == (len(sentences),)
        assert labels.mean() == 0.5
    assert len(set(train + test)) == len(train) + len(test)


def test_every_review_whose_order_decides_has_a_twin_with_the_same_words_and_the_other_label():
    for sentences, labels in load_sentences("order"):
        assert all(sorted(found) == [0, 1] for found in twins(sentences, labels).values())


def test_a_review_without_a_twin_is_found():
    (sentences, labels), _ = load_sentences("order")
    assert not all(sorted(f) == [0, 1] for f in twins(sentences[1:], labels[1:]).values())


def test_the_label_is_the_feeling_of_the_word_that_is_not_negated(maker):
    for sentences, labels in load_sentences():
        for sentence, label in zip(sentences, labels, strict=True):
            words = sentence.split()
            negated = set()
            if "not" in words:
                after = words[words.index("not") + 1 :]
                negated = {next(w for w in after if w in maker.GOOD + maker.BAD)}
            (said,) = pair(sentence, maker) - negated
            assert label == (said in maker.GOOD), sentence


def test_held_out_pairs_of_words_are_never_seen_in_training(maker):
    (train, _), (test, _) = load_sentences("order")
    seen, held_out = ({pair(s, maker) for s in split} for split in (train, test))
    assert not seen & held_out
    assert len(seen) + len(held_out) == 64
    assert set(Counter(word for words in held_out for word in words).values()) == {2}


def test_every_held_out_word_is_known_from_training():
    (train, _), (test, _) = load_sentences()
    assert set(vocabulary(test)) <= set(vocabulary(train))


def test_the_reviews_come_with_their_origin_and_licence():
    note = text.SENTENCES.with_name("LICENSE-SENTENCES.md").read_text(encoding="utf-8")
    assert "nobody wrote" in note
    assert "**Licence:**" in note
    assert "896" in note


def test_half_of_the_real_sentences_are_good_and_no_grammar_has_made_them():
    texts, labels = load_real_sentences()
    (train, _), (test, _) = load_sentences()
    assert len(texts) == len(set(texts)) == len(labels) == 48
    assert labels.dtype == np.int64
    assert labels.mean() == 0.5
    assert not {text.lower().rstrip(".!") for text in texts} & {*train, *test}


def test_most_real_sentences_have_a_word_of_the_vocabulary():
    words = vocabulary(load_sentences()[0][0])
    readable = [text for text in load_real_sentences()[0] if keep_known(text, words)]
    assert len(readable) == 47
    encode([keep_known(text, words) for text in readable], words)


def test_what_is_not_known_is_left_out_and_so_are_capitals_and_punctuation():
    words = [PADDING, "bad", "it's", "not", "so"]
    assert keep_known("So bad, it's NOT sobad · bad!", words) == "so bad it's not bad"
    assert keep_known("Nothing here.", words) == ""


def test_an_unknown_kind_is_named():
    with pytest.raises(ValueError, match='"order" or "plain", or None for both; got \'real\''):
        load_sentences("real")


def test_a_missing_file_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(text, "SENTENCES", tmp_path / "sentences.csv")
    with pytest.raises(FileNotFoundError, match=r"sentences\.csv, are missing\. Get the file"):
        load_sentences()
    monkeypatch.setattr(text, "REAL_SENTENCES", tmp_path / "real.csv")
    with pytest.raises(FileNotFoundError, match=r"real\.csv, are missing\. Get the file"):
        load_real_sentences()


# Words as numbers


def test_the_vocabulary_is_alphabetical_after_the_padding():
    assert vocabulary(["not bad", "good not"]) == [PADDING, "bad", "good", "not"]


def test_shorter_sentences_are_filled_up_with_zeros_on_the_right():
    ids, lengths = encode(["not bad not good", "good"], [PADDING, "bad", "good", "not"])
    np.testing.assert_array_equal(ids, [[3, 1, 3, 2], [2, 0, 0, 0]])
    np.testing.assert_array_equal(lengths, [4, 1])
    assert ids.dtype == lengths.dtype == np.int64


def test_rows_are_at_least_as_long_as_asked():
    words = [PADDING, "good"]
    assert encode(["good"], words, at_least=3)[0].tolist() == [[1, 0, 0]]
    assert encode(["good good"], words, at_least=1)[0].tolist() == [[1, 1]]


@given(
    st.lists(
        st.lists(st.sampled_from(["a", "b", "cd"]), min_size=1, max_size=6).map(" ".join),
        min_size=1,
        max_size=5,
    )
)
def test_sentences_can_be_read_back_from_their_numbers(sentences):
    words = vocabulary(sentences)
    ids, lengths = encode(sentences, words)
    rows = zip(ids, lengths, strict=True)
    assert [" ".join(words[i] for i in row[:n]) for row, n in rows] == sentences


def test_unknown_words_are_all_named():
    with pytest.raises(ValueError, match=r"words: awful, dull\. The vocabulary has 1 words"):
        encode(["good dull", "awful"], [PADDING, "good"])


@pytest.mark.parametrize("sentences", [[], ["good", " "]])
def test_an_empty_sentence_is_refused(sentences):
    with pytest.raises(ValueError, match="at least one word"):
        encode(sentences, [PADDING, "good"])
