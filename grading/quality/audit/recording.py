"""How the tests call a solution: noted in the student's process, while they run there."""

from typing import Any

import numpy as np

from grading.quality.audit.calls import Call, Step

MOST = 400  # calls that are noted of a test
ELEMENTS = 4_000  # numbers in the arguments of one that is

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
            return "<function>"
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
            return right(*args, **options)
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
    """Source of a cell that has calls of these names noted."""
    return f"{SOURCE}\n_note_calls({names!r}, globals())\n"


HARVEST = """
from grading.quality.audit.recording import keep as _keep
_keep(_noted)
"""
_kept: list[Any] = []


def keep(noted: Any) -> None:
    """Take over what was noted; called by a test cell of `HARVEST`."""
    _kept.extend(noted if isinstance(noted, list) else [])


def kept() -> list[Any]:
    """What was taken over since it was last asked for."""
    found, _kept[:] = list(_kept), []
    return found


def calls_of(noted: list[Any]) -> list[Call]:
    """Calls as they were noted, those that cannot be made again left out."""
    found = []
    for entry in noted:
        try:
            name, steps = entry
            call = Call(str(name), tuple(Step(m, tuple(a), dict(o)) for m, a, o in steps))
        except (TypeError, ValueError):
            continue
        if call.steps and all(map(_is_plain, call.values())):
            found.append(call)
    return found


def _is_plain(value):
    if isinstance(value, dict):
        return all(map(_is_plain, value.values()))
    if isinstance(value, list | tuple | set | frozenset):
        return all(map(_is_plain, value))
    if isinstance(value, str):
        return value != "<function>"
    if isinstance(value, np.ndarray):
        return value.dtype.kind in "biufcUS"
    return value is None or isinstance(value, bool | int | float | complex | np.generic | bytes)
