"""Record how the tests call a solution, in the student's process."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from grading.quality.audit.calls import Call, Step
from grading.quality.audit.functions import HANDED, UNKNOWN, Function, Handed

MOST = 400  # calls that are noted of a test
ELEMENTS = 4_000  # numbers in the arguments of one that is
MOST_WAYS = 6  # in which a call with functions may have been made

# Goes behind the solution, into the student's process.
SOURCE = f"""
def _note_calls(names, space):
    import copy, functools, inspect
    import numpy as np
    notes = space.setdefault("_noted", [])

    def size(value):
        if isinstance(value, np.ndarray):
            return value.size
        if isinstance(value, dict):
            return sum(map(size, value.values()))
        if isinstance(value, (list, tuple, set)):
            return sum(map(size, value)) + 1
        return 1

    def plain(value):
        if isinstance(value, dict):
            return {{k: plain(v) for k, v in value.items()}}
        if isinstance(value, (list, tuple)):
            return type(value)(map(plain, value)) if type(value) in (list, tuple) else value
        if callable(value):
            return "{HANDED}"
        return copy.deepcopy(value)

    def note(into, *what):
        try:
            if len(notes) < {MOST} and size(what) < {ELEMENTS}:
                into.append(plain(what))
        except Exception:
            pass

    def watched(name, right):
        @functools.wraps(right)
        def call(*args, **options):
            steps = []
            note(steps, "", args, options)
            notes.append([name, steps])
            result = right(*args, **options)
            return made_here(result, steps) if inspect.isfunction(result) else result
        return call

    def made_here(result, steps):
        @functools.wraps(result)
        def call(*args, **options):
            if len(steps) < 5:
                note(steps, "__call__", args, options)
            return result(*args, **options)
        return call

    def watched_class(name, right):
        def made(self, *args, **options):
            steps = []
            note(steps, "", args, options)
            object.__setattr__(self, "_steps", steps)
            notes.append([name, steps])
            right.__init__(self, *args, **options)

        def method(of):
            inner = getattr(right, of)
            @functools.wraps(inner)
            def call(self, *args, **options):
                steps = getattr(self, "_steps", [])
                if len(steps) < 5:
                    note(steps, of, args, options)
                return inner(self, *args, **options)
            return call

        public = {{n: method(n) for n, f in vars(right).items()
                  if inspect.isfunction(f) and (n == "__call__" or n[:1] != "_")}}
        own = {{"__init__": made, "__doc__": right.__doc__, **public}}
        return type(right.__name__, (right,), own)

    for name in names:
        right = space.get(name)
        if inspect.isclass(right):
            space[name] = watched_class(name, right)
        elif inspect.isfunction(right):
            space[name] = watched(name, right)
"""


def watch(names: tuple[str, ...]) -> str:
    """Source of a cell that records the calls of these names."""
    return f"{SOURCE}\n_note_calls({names!r}, globals())\n"


HARVEST = """
from grading.quality.audit.recording import keep as _keep
_keep(_noted)
"""
_kept: list[Any] = []


def keep(noted: Any) -> None:
    """Collect the recorded calls; called by a test cell of `HARVEST`."""
    _kept.extend(noted if isinstance(noted, list) else [])


def kept() -> list[Any]:
    """The calls collected since the last request."""
    found, _kept[:] = list(_kept), []
    return found


def calls_of(
    noted: list[Any], handed: Iterable[Handed] = (), looks: dict[str, tuple[str, ...]] | None = None
) -> list[Call]:
    """The recorded calls, without those that cannot be repeated.

    Parameters
    ----------
    handed : iterable of Handed
        Calls in the tests' source that hand functions over: which they are is told by these.
    looks : dict
        Attributes of objects that tests look at, by class name.
    """
    found: dict[int, list[Call]] = {}
    handed = list(handed)
    for number, entry in enumerate(noted):
        try:
            name, steps = entry
            call = Call(
                str(name),
                tuple(Step(m, tuple(a), dict(o)) for m, a, o in steps),
                looks=(looks or {}).get(str(name), ()),
            )
        except (TypeError, ValueError):
            continue
        if call.steps and all(map(_is_plain, call.values())):
            found[number] = list(_with_functions(call, handed))
    return [call for calls in found.values() for call in calls]


def _with_functions(call, handed):
    """The call with each set of functions it may have been made with."""
    ways: list[tuple[Step, ...]] = [()]
    for step in call.steps:
        given = [*step.args, *step.options.values()]
        if not any(type(value) is str and value == HANDED for value in given):
            ways = [(*way, step) for way in ways]
            continue
        names = (step.method, call.name) if step.method == "" else (step.method,)
        fitting = [h for h in handed if h.name in names and h.fits(step.args, step.options)]
        filled = [h.filled(step.args, step.options) for h in fitting] or [_unknown(step)]
        unlike = {repr(each): each for each in filled}.values()
        ways = [(*way, Step(step.method, a, o)) for way in ways for a, o in unlike][:MOST_WAYS]
    for steps in ways:
        yield Call(call.name, steps, looks=call.looks)


def _unknown(step):
    def plain(value):
        return UNKNOWN if type(value) is str and value == HANDED else value

    return tuple(map(plain, step.args)), {n: plain(v) for n, v in step.options.items()}


def _is_plain(value):
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if isinstance(value, list | tuple | set | frozenset):
        holds_function = any(type(each) is str and each == HANDED for each in value)
        return not holds_function and all(map(_is_plain, value))
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "biufcUS"
    return value is None or isinstance(
        value, bool | int | float | complex | np.generic | str | bytes | Function
    )
