"""What tests compare with: `scipy.signal`, loaded in two thirds of the time."""

import contextlib
import importlib
import re
import sys
import types
from typing import Any


def in_source(text: str) -> bool:
    """Whether tests with this source, or in this notebook, need SciPy."""
    return re.search(r"\b(from|import)\s+scipy\b", text) is not None


def load() -> None:
    """Import `scipy.signal` if it is there.

    It brings `scipy.stats`, a third of the time that it takes to load, for one function that its
    `find_peaks_cwt` calls. Here that is loaded when somebody calls it.
    """
    later: Any = types.ModuleType("scipy.stats")
    later.scoreatpercentile = _score_at_percentile
    if sys.modules.setdefault("scipy.stats", later) is later:
        with contextlib.suppress(ImportError):  # a SciPy that needs more of it
            importlib.import_module("scipy.signal")
        del sys.modules["scipy.stats"]
    with contextlib.suppress(ImportError):
        importlib.import_module("scipy.signal")


def _score_at_percentile(*args: Any, **options: Any) -> Any:
    return importlib.import_module("scipy.stats").scoreatpercentile(*args, **options)
