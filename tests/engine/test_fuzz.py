"""What reads strangers' bytes stands a few hundred of the inputs that `fuzz` makes without end."""

import sys
import types

import pytest
from fuzz.__main__ import TARGETS, Endless, fuzz
from hypothesis import strategies as st
from thorough import thorough

INPUTS = 300


@pytest.mark.parametrize("target", TARGETS)
def test_whatever_comes_it_ends_and_gives_and_raises_only_what_it_says(target):
    tried, _ = fuzz(target, INPUTS)
    assert tried >= INPUTS


def _breaks(given):
    if given >= 50:
        raise ValueError("broken")


def _hangs(given):
    while given >= 50:
        pass


def _grows(given):
    return bytearray(given << 30)


@pytest.mark.parametrize(
    ("check", "error"), [(_breaks, ValueError), (_hangs, Endless), (_grows, MemoryError)]
)
@thorough
def test_an_input_that_breaks_hangs_or_grows_is_found(monkeypatch, check, error):
    monkeypatch.setattr("fuzz.__main__.SECONDS", 0.2 if check is _hangs else 20)
    target = types.SimpleNamespace(
        inputs=st.integers(0, 100), spoilt=lambda value, random: value, check=check
    )
    monkeypatch.setitem(sys.modules, "fuzz.made_up", target)
    with pytest.raises(error):
        fuzz("made_up", INPUTS)
