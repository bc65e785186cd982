"""A memory for what is made of a cell's text: the same cells come again throughout a class."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Made = TypeVar("Made")
SHORT = 10_000  # characters: hardly a cell of an honest notebook has more


def kept_if_short(maxsize: int) -> Callable[[Callable[[str], Made]], Callable[[str], Made]]:
    """Remember what a function of one text gave, for the last `maxsize` texts that are short.

    As `functools.lru_cache`, with its ``cache_info`` and ``cache_clear``.

    A text is a stranger's, and stays in memory as long as what was made of it: of long ones, a
    few notebooks would fill the memory of a process that goes on to grade others.
    """

    def keeping(function: Callable[[str], Made]) -> Callable[[str], Made]:
        kept = lru_cache(maxsize)(function)

        @wraps(function)
        def asked(text: str) -> Made:
            return kept(text) if len(text) <= SHORT else function(text)

        vars(asked).update(cache_info=kept.cache_info, cache_clear=kept.cache_clear)
        return asked

    return keeping
