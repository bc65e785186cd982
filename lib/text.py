"""Short reviews for lab 8, and words as numbers.

    from lib.text import encode, load_sentences, vocabulary
    (train, y_train), (test, y_test) = load_sentences()
    words = vocabulary(train)
    ids, lengths = encode(train, words)

`lib/data` holds the reviews, with their origin and the grammar that made them, and a few dozen
sentences that no grammar made: `load_real_sentences`, and `keep_known` to read them.
"""

import csv
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

Labelled = tuple[list[str], np.ndarray]  # sentences, and labels of shape (N,)

SENTENCES = Path(__file__).parent / "data" / "sentences.csv"
REAL_SENTENCES = SENTENCES.with_name("real_sentences.csv")
KINDS = ("order", "plain")
PADDING = "·"


def load_sentences(kind: str | None = None) -> tuple[Labelled, ...]:
    """Load the made reviews.

    Parameters
    ----------
    kind : "order", "plain" or None
        "order": a good word, a bad word and a "not", whose order decides. "plain": one good or bad
        word. None: both kinds.

    Returns
    -------
    (train, y_train), (test, y_test)
        Lists of sentences, and int64 labels `(N,)`: 1 is good, 0 is bad.

    Raises
    ------
    FileNotFoundError
        The file is missing.
    ValueError
        There is no such kind.
    """
    if kind not in (None, *KINDS):
        raise ValueError(f'expected the kind "order" or "plain", or None for both; got {kind!r}')
    rows = [row for row in _rows(SENTENCES) if kind in (None, row["kind"])]
    splits = []
    for split in ("train", "test"):
        chosen = [row for row in rows if row["split"] == split]
        labels = np.array([int(row["label"]) for row in chosen], dtype=np.int64)
        splits.append(([row["sentence"] for row in chosen], labels))
    return tuple(splits)


def load_real_sentences() -> Labelled:
    """Load sentences that were written by hand for lab 8, with capitals and punctuation.

    Returns
    -------
    texts : list of str
    labels : int64 array (N,)
        1 is good, 0 is bad.

    Raises
    ------
    FileNotFoundError
        The file is missing.
    """
    rows = _rows(REAL_SENTENCES)
    labels = np.array([int(row["label"]) for row in rows], dtype=np.int64)
    return [row["sentence"] for row in rows], labels


def _rows(path):
    if not path.is_file():
        raise FileNotFoundError(
            f"The reviews, {path}, are missing. Get the file again from where you got these labs."
        )
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def keep_known(sentence: str, words: Sequence[str]) -> str:
    """Leave out of a sentence its punctuation and every word that is not in `words`.

    Parameters
    ----------
    sentence : str
    words : list of str
        What `vocabulary` returned.

    Returns
    -------
    str
        Words parted by spaces, for `encode`; empty if none is known.
    """
    known = set(words) - {PADDING}
    return " ".join(w for w in re.findall(r"[\w']+", sentence.lower()) if w in known)


def vocabulary(sentences: Sequence[str]) -> list[str]:
    """List the words of some sentences in alphabetical order, after the padding as number 0."""
    return [PADDING, *sorted({word for sentence in sentences for word in sentence.split()})]


def encode(
    sentences: Sequence[str], words: Sequence[str], at_least: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """Write sentences as rows of word numbers, all as long as the longest.

    Parameters
    ----------
    sentences : list of str
        Words parted by spaces, at least one in each.
    words : list of str
        What `vocabulary` returned: a word's number is its place in it.
    at_least : int
        Make the rows at least as long as this.

    Returns
    -------
    ids : int64 array (N, T)
        Filled up with 0, the padding, on the right.
    lengths : int64 array (N,)
        How many words each sentence has.

    Raises
    ------
    ValueError
        A word is not in `words`, or a sentence has no words.
    """
    numbers = {word: number for number, word in enumerate(words)}
    rows = [sentence.split() for sentence in sentences]
    if not rows or not all(rows):
        raise ValueError("expected sentences with at least one word each, got an empty one or none")
    unknown = sorted({word for row in rows for word in row} - numbers.keys())
    if unknown:
        raise ValueError(
            f"unknown words: {', '.join(unknown)}. The vocabulary has {len(words) - 1} words: use "
            "these, or make it from these sentences too."
        )
    lengths = np.array([len(row) for row in rows], dtype=np.int64)
    ids = np.zeros((len(rows), max(at_least, lengths.max())), dtype=np.int64)
    for n, row in enumerate(rows):
        ids[n, : len(row)] = [numbers[word] for word in row]
    return ids, lengths
