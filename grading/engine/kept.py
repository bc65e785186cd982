"""A cache for results computed from a cell's text: the same cells recur throughout a class."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Made = TypeVar("Made")
SHORT = 10_000  # characters; hardly any honest cell has more


def kept_if_short(maxsize: int) -> Callable[[Callable[[str], Made]], Callable[[str], Made]]:
    """Cache a function of one text, for the last `maxsize` short texts.

    Like `functools.lru_cache`, with its ``cache_info`` and ``cache_clear``.

    Strangers write the texts, and the cache keeps them in memory. With long ones, a few notebooks
    would fill the memory of a process that grades others afterwards.
    """

    def keeping(function: Callable[[str], Made]) -> Callable[[str], Made]:
        kept = lru_cache(maxsize)(function)

        @wraps(function)
        def asked(text: str) -> Made:
            return kept(text) if len(text) <= SHORT else function(text)

        vars(asked).update(cache_info=kept.cache_info, cache_clear=kept.cache_clear)
        return asked

    return keeping
