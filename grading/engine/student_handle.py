"""The examiner's handle on the student's process: start it, ask it, end it."""

import contextlib
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from grading.engine.channel import VOID, Closed, TooLate, WireError
from grading.engine.codec import Values
from grading.engine.description import error_name, short_name
from grading.engine.nursery import Nursery, StudentError
from grading.engine.proxy import CallableProxy, Proxy, described, make_exception, make_proxy
from lib.play import Filled, Step

MAX_CALLBACKS = 200_000
CPU_CLOCK = 2  # of a process: as `clock_getcpuclockid` of the C library makes its number
MAX_STEPS = 300  # of a play that are sent at once
MAX_RECEIVED = 512 << 20  # bytes in memory, of all that it sends during one cell
MAX_TEXT = 20_000  # characters of an error's text
PART = 1 << 24  # numbers of a part, of memory and references: more than there can be
MAX_PRINTED = 1 << 20  # characters, during one cell


class Child:
    """A student's process. Every question must be answered by `deadline`.

    `functions_last` is told at `grading.engine.model.CellsJob`.
    """

    def __init__(
        self, nursery: Nursery, seed: int, functions_last: bool = False, draws: bool = True
    ) -> None:
        # Inside the sandbox, it reports so before any of the student's code runs.
        self.channel, report = nursery.fork(seed, draws=draws)
        self.pid = report["pid"]
        self.bounded = bool(nursery.out_of_bounds)
        self.functions_last = functions_last
        # Unlike a process id, it never refers to another process, even if this one ends early.
        self.process = os.pidfd_open(self.pid)
        self.seconds = 0.0
        self.values = Values(odd=True, proxy=self._proxy, describe=_describe)
        self.exceptions: dict[Any, Any] = {}
        # Functions and classes that were got since a cell ran, as they were described.
        self.functions: dict[str, dict] = {}
        # Of a play: arguments of the steps that are not answered yet, and what reads the answers
        # that nobody has asked for yet.
        self.asked: deque[tuple] = deque()
        self.outcomes: deque[Callable] = deque()
        self.questions = 0
        self.part: int | None = None  # begins with the next question
        self.alive = True
        self.start_seconds = self.cpu_seconds()
        self.begin(None)

    def begin(self, deadline, write=lambda text: None):
        """Begin a new cell: its output goes to `write`, and it has until `deadline`."""
        self.deadline, self.write = deadline, write
        self.callbacks = self.printed = self.channel.weight = 0

    def begin_part(self, number):
        """Before a test: neither side knows memory of before, and numbers go by the part alone.

        So the same test and the same answers make the same messages, whatever came before.
        """
        self.part = number * PART
        self.values.forget(self.part)
        self.exceptions = {}

    def finish(self):
        """Wait for answers that are no longer needed."""
        if self.alive:
            self._finish_play()

    def run(self, source, names=()):
        """Run a cell; return its outputs in the notebook format, not checked yet.

        What functions and classes mean by `names` comes with them: `get_again` knows these.
        """
        self.functions = {}
        answer = self._exchange({"do": "run", "source": source, "names": list(names)})
        outputs, described = answer.get("outputs"), answer.get("names")
        if not isinstance(outputs, list) or not isinstance(described, dict):
            raise self.end("its process sent an invalid answer")
        for name in described.keys() & set(names):
            value = self._value(described[name])
            if isinstance(value, CallableProxy):
                self.functions[name] = value._of
        return outputs

    def define(self, source):
        """Run only what a cell imports and defines."""
        self.functions = {}
        self._exchange({"do": "define", "source": source})

    def get(self, name):
        """Value of a name; KeyError if there is none."""
        self.functions.pop(name, None)
        found = self._exchange({"do": "get", "names": [name]}).get("names")
        if not isinstance(found, dict):
            raise self.end("its process sent an invalid answer")
        if name not in found:
            raise KeyError(name)
        if isinstance(found[name], str):
            raise TypeError(f"{name} cannot be handed to a test: {found[name]}")
        value = self._value(found[name])
        if isinstance(value, CallableProxy):
            self.functions[name] = value._of
        return value

    def get_again(self, name):
        """As `get`. A function or class that no cell can have changed is not asked for again.

        What stands for it means whatever has its name over there when it is called.
        """
        return make_proxy(self, name, of) if (of := self.functions.get(name)) else self.get(name)

    def take(self, name):
        """Remove a student's name. KeyError if there is none."""
        self.get(name)
        self.functions.pop(name, None)
        self._exchange({"do": "take", "name": name})

    def give_back(self, name, value):
        """Set a student's name that was taken."""
        self._exchange({"do": "give_back", "name": name, "value": self.values.pack(value)})

    def ask(self, order, *values):
        """Send an order with values; returns the value of the answer."""
        if not self.alive:
            raise StudentError("the student's process has ended")
        # What is handed over now may be called back until this question is answered, not later.
        outer, self.values.handed = self.values.handed, set(self.values.handed)
        try:
            order["values"] = self.values.pack(*values)
            answer = self._exchange(order)
        finally:
            self.values.handed = outer
        result = self._value(answer.get("value"))
        if "changed" in answer:
            _update(list(values[1:]), self._unpack(answer["changed"]))
        return result

    def play(self, steps: Sequence[Step]) -> Iterator[tuple[Any, Exception | None]]:
        """Outcomes of steps that are asked for in one question: see `lib.play.play`.

        An outcome is read when its turn has come: until then, memory is as the step before has
        left it. Of a process that ends on the way, what it did is known.
        """
        if not self.alive:
            raise StudentError("the student's process has ended")
        self._finish_play()
        self.outcomes = deque()  # of another play, they are not asked for any more
        for first in range(0, len(steps), MAX_STEPS):
            some = steps[first : first + MAX_STEPS]
            self._send_play(some, first, last=first + len(some) == len(steps))
            for _ in some:
                while not self.outcomes:
                    self._take_outcome()
                yield self.outcomes.popleft()()

    def _send_play(self, steps: Sequence[Step], first: int, last: bool) -> None:
        calls: list[dict] = []
        sent: set[int] = set()
        for step in steps:
            call: dict[str, Any] = {}
            given = (*step.args, *step.options.values())
            if Filled in map(type, step.args):
                call["filled"] = [
                    [v.number, v.value] if type(v) is Filled else None for v in step.args
                ]
                given = tuple(v for v in given if type(v) is not Filled)
            if step.method:
                call["method"] = step.method
            if step.options:
                call["names"] = list(step.options)
            if not step.wanted:
                call["unwanted"] = True
            if step.after is not None:
                call["after"] = step.after
            outer, self.values.handed = self.values.handed, set()
            if type(step.target) is int:
                call["of"] = step.target
                call["values"] = self.values.pack(*given, sent=sent)
            else:
                call["values"] = self.values.pack(step.target, *given, sent=sent)
            handed, self.values.handed = self.values.handed, outer
            calls.append(call)
            self.asked.append((given, handed))
        self.questions += 1
        self._send({"do": "play", "first": first, "last": last, "steps": calls})

    def _take_outcome(self) -> None:
        """Read what is next in a play: an outcome, or the call of a function of the test."""
        answer = self._receive()
        self._take_silent(answer.get("silent", 0))
        if "callback" in answer:
            handed = self.asked[0][1] if self.asked else set()
            self._send(self._call_back(answer, handed))
        elif self.asked:
            self.outcomes.append(partial(self._outcome, answer, self.asked.popleft()[0]))
        else:
            raise self.end("its process sent an invalid answer")

    def _take_silent(self, count: Any) -> None:
        """So many steps before have ended well, and nothing of them is wanted."""
        if type(count) is not int or not 0 <= count <= len(self.asked):
            raise self.end("its process sent an invalid answer")
        for _ in range(count):
            self.outcomes.append(partial(self._outcome, {}, self.asked.popleft()[0]))

    def _outcome(self, answer: dict, args: tuple) -> tuple[Any, Exception | None]:
        if "error" in answer:
            raised = self._rebuilt(answer["error"])
            if not self.alive:
                raise raised
            return None, raised
        result = self._value(answer["value"]) if "value" in answer else None
        if "changed" in answer:
            _update(list(args), self._unpack(answer["changed"]))
        return result, None

    def _finish_play(self) -> None:
        """Another question, before all outcomes of a play are read: they are read first."""
        while self.asked:
            self._take_outcome()
        self._read_outcomes()

    def _read_outcomes(self) -> None:
        for place, outcome in enumerate(self.outcomes):
            known = outcome()
            self.outcomes[place] = lambda known=known: known

    @contextlib.contextmanager
    def _inside_a_play(self) -> Iterator[None]:
        """While a function of the test runs, the play that called it waits: nobody finishes it."""
        outer = self.asked, self.outcomes
        self.asked, self.outcomes = deque(), deque()
        try:
            yield
        finally:
            try:
                if self.alive:
                    self._finish_play()  # of a play that the function itself began, and left
            finally:
                self.asked, self.outcomes = outer

    def _exchange(self, order):
        self._finish_play()
        self.questions += 1
        self._send(order)
        while True:
            answer = self._receive()
            if "callback" in answer:
                self._send(self._call_back(answer, self.values.handed))
            elif "error" in answer:
                raise self._rebuilt(answer["error"])
            else:
                return answer

    def _print(self, text):
        text = text[: MAX_PRINTED - self.printed]
        self.printed += len(text)
        self.write(text)

    def _call_back(self, answer, handed):
        """Call a function of the test, one of those that were `handed` over with this question."""
        self.callbacks += 1
        if self.callbacks > MAX_CALLBACKS:
            raise self.end("it called the test's function too often")
        self._read_outcomes()  # of the steps before, whose memory this call comes after
        try:
            allowed = self.functions_last or answer["callback"] in handed
            if not allowed:  # nothing that comes with it is even looked at
                return {"raised": {"bases": ["RuntimeError"], "text": VOID}}
            function = self.values.objects[answer["callback"]]
            args, kwargs = self._unpack(answer["args"]), {}
            if names := answer.get("names"):
                args, named = args[: -len(names)], args[-len(names) :]
                kwargs = dict(zip(map(str, names), named, strict=True))
        except (KeyError, TypeError, ValueError):
            raise self.end("its process sent an invalid answer") from None
        outer, self.values.handed = self.values.handed, handed
        try:
            with self._inside_a_play():
                result = function(*args, **kwargs)
            return {"value": self.values.pack(result)}
        except StudentError:
            raise
        except Exception as error:
            bases = [base.__name__ for base in type(error).__mro__]
            return {"raised": {"bases": bases, "text": str(error)}}
        finally:
            self.values.handed = outer

    def _send(self, message):
        if self.part is not None:
            message["part"], self.part = self.part, None
        try:
            self.channel.send(message, self.deadline)
        except (Closed, TooLate) as error:
            raise self.end(str(error)) from None

    def _receive(self):
        try:
            answer = self.channel.receive(self.deadline)
        except WireError as error:
            raise self.end(str(error)) from None
        if not isinstance(answer, dict):
            raise self.end("its process sent an invalid answer")
        if self.channel.weight > MAX_RECEIVED:
            raise self.end(f"it sent more than {MAX_RECEIVED >> 20} MB")
        if "stdout" in answer:
            self._print(str(answer["stdout"]))
        return answer

    def _value(self, message):
        values = self._unpack(message)
        if len(values) != 1:
            raise self.end("its process sent an invalid answer")
        return values[0]

    def _unpack(self, message):
        try:
            return self.values.unpack(message)
        except WireError as error:
            raise self.end(str(error)) from None

    def _proxy(self, number, of):
        if not isinstance(of, dict) or not isinstance(number, int):
            raise WireError("a reference cannot be read")
        return make_proxy(self, number, described(of))

    def _rebuilt(self, error):
        try:
            name, text = error_name(str(error["type"])), str(error["text"])[:MAX_TEXT]
            bases = [short_name(str(base)) for base in error["bases"][:50]]
            trace = [str(line)[:300] for line in error["trace"][:12]]
            raised = make_exception(self, name, bases, text)
            raised.student_trace = trace
        except (KeyError, TypeError, ValueError, AttributeError):
            return self.end("its process sent an invalid answer")
        return raised

    def cpu_seconds(self):
        """CPU time of the process, as measured by the kernel."""
        if self.alive:
            # The clock of a process; if it has just died, what it took is as good as known.
            with contextlib.suppress(OSError):
                self.seconds = time.clock_gettime(~self.pid << 3 | CPU_CLOCK)
        return self.seconds

    def end(self, why="it was ended"):
        """Kill the process; return an exception that says why."""
        if self.alive:
            self.cpu_seconds()
            self.alive = False
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self.process, signal.SIGKILL)
            os.close(self.process)
            self.channel.close()
        return StudentError(why)


def _describe(value):
    return {"kind": "function", "name": getattr(value, "__name__", type(value).__name__)}


def _update(old: Any, new: Any) -> bool:
    """Copy the student's function's changes into the lists and dicts here.

    Returns
    -------
    bool
        Whether `old` now looks like `new`; where it does not, `new` has to take its place.
    """
    for kind, update in UPDATES.items():
        if isinstance(old, kind) and isinstance(new, kind):
            return update(old, new)
    return False


def _update_list(old: list, new: list) -> bool:
    if len(old) != len(new):
        old[:] = new
        return True
    for i, (a, b) in enumerate(zip(old, new, strict=True)):
        if not _update(a, b):
            old[i] = b
    return True


def _update_dict(old: dict, new: dict) -> bool:
    for key in [k for k in old if k not in new]:
        del old[key]
    for key, value in new.items():
        if key not in old or not _update(old[key], value):
            old[key] = value
    return True


def _update_set(old: set, new: set) -> bool:
    old.clear()
    old.update(new)
    return True


def _update_tuple(old: tuple, new: tuple) -> bool:
    return len(old) == len(new) and all(_update(a, b) for a, b in zip(old, new, strict=True))


def _is_same_memory(old: np.ndarray, new: np.ndarray) -> bool:
    return old.__array_interface__ == new.__array_interface__


def _stands_for_the_same(old: Proxy, new: Proxy) -> bool:
    return old._reference_() == new._reference_()


UPDATES: dict[type, Callable[[Any, Any], bool]] = {
    list: _update_list,
    dict: _update_dict,
    set: _update_set,
    tuple: _update_tuple,
    np.ndarray: _is_same_memory,
    Proxy: _stands_for_the_same,
}
