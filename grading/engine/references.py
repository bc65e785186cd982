"""The tests' reference, `scipy.signal`, loaded in two thirds of the usual time."""

import contextlib
import importlib
import re
import sys
import types
from collections.abc import Iterator
from typing import Any


def in_source(text: str) -> bool:
    """Whether tests with this source, or in this notebook, need SciPy."""
    return re.search(r"\b(from|import)\s+scipy\b", text) is not None


def load() -> None:
    """Import `scipy.signal`, if installed, without modules that nobody here uses.

    `scipy.stats` is a third of the time that it takes to load, for one function that its
    `find_peaks_cwt` calls: here that is loaded when somebody calls it. It takes all that NumPy has,
    and so loads `numpy.f2py`, a translator of Fortran. And it puts a table of array libraries into
    the documentation of each of its functions.
    """
    later: Any = types.ModuleType("scipy.stats")
    later.scoreatpercentile = _score_at_percentile
    with contextlib.suppress(ImportError), _in_place_of("numpy.f2py", types.ModuleType("f2py")):
        if "scipy.signal" not in sys.modules:
            _leave_documentation()
        # A SciPy that needs more of it, or other things, loads as it would.
        with contextlib.suppress(ImportError), _in_place_of("scipy.stats", later):
            importlib.import_module("scipy.signal")
    with contextlib.suppress(ImportError):
        importlib.import_module("scipy.signal")


@contextlib.contextmanager
def _in_place_of(name: str, module: types.ModuleType) -> Iterator[None]:
    """Put a placeholder in the place of a module that is not loaded yet."""
    if name in sys.modules:
        yield
        return
    package, _, own = name.partition(".")
    inside = vars(importlib.import_module(package))
    sys.modules[name] = inside[own] = module
    try:
        yield
    finally:
        del sys.modules[name]
        if inside.get(own) is module:
            del inside[own]


def _leave_documentation() -> None:
    """Keep SciPy from processing the docstrings of its functions."""
    with contextlib.suppress(ImportError):
        arrays: Any = importlib.import_module("scipy._lib._array_api")
        if hasattr(arrays, "FunctionDoc"):
            arrays.FunctionDoc = _AsItIs


class _AsItIs:
    """Documentation that takes notes, and comes out without them."""

    def __init__(self, function: Any) -> None:
        self.text = f"\n{function.__doc__ or ''}"

    def __getitem__(self, part: str) -> list[str]:
        return []

    def __str__(self) -> str:
        return self.text


def _score_at_percentile(*args: Any, **options: Any) -> Any:
    return importlib.import_module("scipy.stats").scoreatpercentile(*args, **options)
