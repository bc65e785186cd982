"""The student's process: it runs cells and answers calls, one at a time, over a channel.

It answers with values; the student's objects are described to the other side.
"""

import ast
import builtins
import contextlib
import threading
import traceback
import types
from itertools import islice
from typing import Any

import numpy as np

from grading.engine.channel import VOID, Closed, WireError
from grading.engine.codec import Values
from grading.engine.description import MAX_ERROR, describe, failure
from grading.engine.shown import Shown
from lib import bounds

CONTAINERS = (list, dict, set)
HAPPENED = (Exception, KeyboardInterrupt, SystemExit, GeneratorExit)
REFUSED = (OSError, EOFError, ModuleNotFoundError)  # of a grader's: at home such a line runs


class _Skipped(Exception):
    """A step needs an earlier step that failed."""

    def __init__(self, failure):
        super().__init__()
        self.failure = failure


class _TheirCode:
    """While the student's code runs, any of its threads may call the test's functions."""

    __slots__ = ("outer", "student")

    def __init__(self, student):
        # Whether it has been asked in answer to a call of another thread's.
        self.student = student if threading.get_ident() == student.main else None

    def __enter__(self):
        if self.student is not None:
            self.outer, self.student.running = self.student.running, True

    def __exit__(self, *error):
        if self.student is not None:
            self.student.running = self.outer  # first, so that no other call is ahead of this one
            with self.student.line:  # a call that is on is answered
                pass


class Student:
    """Runs cells and answers calls, one at a time, over a channel."""

    def __init__(self, channel, shell):
        self.channel, self.shell = channel, shell
        # One thread at a time uses the line, and only while the student's code runs.
        self.line, self.main, self.running = threading.RLock(), threading.get_ident(), False
        self.values = Values(odd=False, proxy=self._callback, describe=describe)
        self.values.objects = _Objects(shell.user_ns)
        self.shown = Shown(shell)
        self.tape = self.shown.tape
        self.played: list[tuple] = []  # outcomes of a play so far
        self.silent = 0  # steps since the last answer that had nothing to say
        self.given: list[list] = []  # and its arguments: a later step may get the same memory

    def serve(self):
        while True:
            self._answer(self.channel.receive())

    def _answer(self, order):
        handle = getattr(self, f"_do_{order['do']}")
        if "part" in order:
            self.values.forget(order["part"])
        try:
            reply = handle(order)
        except WireError as error:
            reply = {"error": self._cannot_cross(error)}
        except HAPPENED as error:
            reply = {"error": failure(error)}
        if text := self.tape.take():
            reply["stdout"] = text
        self._send(reply)

    def _send(self, reply, send=None):
        send = send or self.channel.send
        if self.silent:
            reply["silent"], self.silent = self.silent, 0
        try:
            send(reply)
        except Closed:
            raise
        except WireError as error:
            send({"error": failure(TypeError(f"this value is too large: {error}"))})

    def _cannot_cross(self, error):
        return failure(TypeError(f"this value cannot be handed to a test: {error}"))

    # --- what the examiner may ask ---

    def _do_run(self, order):
        """Run a cell; answer with its outputs in the notebook format, and the names' new values."""
        self.shown.outputs = []  # nothing that a test's calls have shown
        # What the cell raised is among its outputs.
        with contextlib.suppress(*HAPPENED), _TheirCode(self):
            done = self.shell.run_cell(order["source"], store_history=False, silent=False)
            if isinstance(done.error_in_exec, REFUSED):
                self._go_on(order["source"], done.error_in_exec)
            self.shown.flush_figures()
        outputs = self.shown.take()
        names = {}
        for name in order.get("names", ()):
            value = self.shell.user_ns.get(name)
            if type(value) in (types.FunctionType, type):
                with contextlib.suppress(*HAPPENED):  # it is asked for again, and told then
                    if value.__module__ == "__main__":  # the notebook's own
                        names[name] = self.values.pack(value)
        return {"outputs": outputs, "names": names}

    def _go_on(self, source, error):
        """Run what stands below a line that only a grader refuses, such as one that saves a file.

        At home the cell went through. Of the rest, what hangs on that line fails as well.
        """
        places = [(at.f_code.co_filename, n) for at, n in traceback.walk_tb(error.__traceback__)]
        file, line = next(place for place in places if place[0].startswith("<ipython-input"))
        rest = [each for each in self._statements(source) if each.lineno > line]
        if rest:
            print("(that does not work when a notebook is graded: the lines below are run without)")
        self._run_each(rest, file)

    def _do_define(self, order):
        """Run the imports, functions, classes and constants of a cell that was stopped."""
        source = order["source"]
        with contextlib.suppress(*HAPPENED), _TheirCode(self):
            file = self.shell.compile.cache(self.shell.transform_cell(source), raw_code=source)
            self._run_each(filter(_defines, self._statements(source)), file)
        self.tape.take()
        return {}

    def _statements(self, source):
        return ast.parse(self.shell.transform_cell(source)).body

    def _run_each(self, statements, file):
        for statement in statements:
            with contextlib.suppress(Exception):
                alone = ast.Module([statement], [])
                exec(self.shell.compile(alone, file, "exec"), self.shell.user_ns)

    def _do_get(self, order):
        """Answer with the values of those names that exist."""
        space = self.shell.user_ns
        found = {name: space[name] for name in order["names"] if name in space}
        packed: dict[str, Any] = {}
        for name, value in found.items():
            if isinstance(value, types.ModuleType):
                continue
            try:
                packed[name] = self.values.pack(value)
            except WireError as error:
                packed[name] = str(error)[:MAX_ERROR]
        return {"names": packed}

    def _do_take(self, order):
        """Remove a name for a test that wants to see what uses it."""
        del self.shell.user_ns[order["name"]]
        return {}

    def _do_give_back(self, order):
        (self.shell.user_ns[order["name"]],) = self.values.unpack(order["value"])
        return {}

    def _do_call(self, order):
        target, *args = self.values.unpack(order["values"])
        return self._called(target, args, order["names"], order.get("method"))[1]

    def _called(self, target, args, names, method=None, wanted=True):
        """Call with arguments, the last of them by name; return the result and the answer."""
        # The containers of the arguments, as they came: what changes in them goes back.
        before, plain, kwargs = None, args, {}
        for value in args:
            if isinstance(value, CONTAINERS):
                before = self.values.pack(*args)
                break
        if names:
            plain = args[: -len(names)]
            kwargs = dict(zip(names, args[-len(names) :], strict=True))
        with _TheirCode(self):
            function = getattr(target, method) if method else target
            result = function(*plain, **kwargs)
        reply = {"value": self.values.pack(result)} if wanted else {}
        if before is not None:
            after = self.values.pack(*args)
            if after[0] != before[0]:
                reply["changed"] = after
        return result, reply

    def _do_play(self, order):
        """Make many calls; send each outcome as soon as it is known: see `lib.play`."""
        if order["first"] == 0:
            self.played, self.given = [], []
        for number, step in enumerate(order["steps"], start=1):
            outcome, reply = self._played(step)
            self.played.append(outcome)
            if order["last"] and number == len(order["steps"]):
                self.played, self.given = [], []
                return reply
            if text := self.tape.take():
                reply["stdout"] = text
            if number == len(order["steps"]):
                return reply
            if reply:
                self._send(reply, self.channel.send_one_of_many)
            else:
                self.silent += 1  # said with the next answer
        return {}

    def _played(self, step):
        """Make a step of a play: its result or exception, and the answer."""
        try:
            values = self.values.unpack(step["values"])
            self.given.append(values)
            if "after" in step:
                self._earlier(step["after"])
            if "of" in step:
                target = self._earlier(step["of"])
            else:
                target, *values = values
            if "filled" in step:
                rest = iter(values)
                places = step["filled"]
                args = [next(rest) if place is None else self._filled(*place) for place in places]
                values = [*args, *rest]
            names, method = step.get("names", ()), step.get("method")
            result, reply = self._called(target, values, names, method, "unwanted" not in step)
            return (result, None), reply
        except _Skipped as error:
            return (None, error.failure), {"error": error.failure}
        except Closed:
            raise
        except WireError as error:
            failed = self._cannot_cross(error)
        except HAPPENED as error:
            failed = failure(error)
        return (None, failed), {"error": failed}

    def _earlier(self, number):
        result, failure = self.played[number]
        if failure is not None:
            raise _Skipped(failure)
        return result

    def _filled(self, number, value):
        return np.full(np.shape(self._earlier(number)), value)[()]

    def _do_attribute(self, order):
        (target,) = self.values.unpack(order["values"])
        with _TheirCode(self):
            value = getattr(target, order["name"])
        return {"value": self.values.pack(value)}

    def _do_set_attribute(self, order):
        target, value = self.values.unpack(order["values"])
        with _TheirCode(self):
            setattr(target, order["name"], value)
        return {"value": self.values.pack(None)}

    def _do_operate(self, order):
        """Run an operation of the language: len(x), x[i], next(x), x + y."""
        args = self.values.unpack(order["values"])
        with _TheirCode(self):
            result = OPERATIONS[order["name"]](*args)
        return {"value": self.values.pack(result)}

    def _do_look_inside(self, order):
        look = {f.__name__: f for f in (bounds._own_steps, bounds._reached)}[order["look"]]
        args = self.values.unpack(order["values"])
        with _TheirCode(self):
            found = look(*args)
        return {"value": self.values.pack(found)}

    def _callback(self, number, _):
        """A stand-in for a function of the test, passed to the student's function."""
        return Callback(self, number)

    def call_back(self, number, args, kwargs):
        if not self.running:
            raise RuntimeError(VOID)
        with self.line:
            if not self.running:  # while this thread waited, the call has ended
                raise RuntimeError(VOID)
            outer = self.played, self.given  # the test's function may ask for a play of its own
            try:
                return self._call_back(number, args, kwargs)
            finally:
                self.played, self.given = outer

    def _call_back(self, number, args, kwargs):
        question = {"callback": number, "args": self.values.pack(*args, *kwargs.values())}
        if kwargs:
            question["names"] = list(kwargs)
        if text := self.tape.take():
            question["stdout"] = text
        if self.silent:
            question["silent"], self.silent = self.silent, 0
        self.channel.send(question)
        while True:
            order = self.channel.receive()
            if "do" in order:  # the test's function calls a function of the student
                self._answer(order)
            elif "raised" in order:
                raise rebuilt(order["raised"])
            else:
                return self.values.unpack(order["value"])[0]


def _defines(statement):
    kinds = ast.Import | ast.ImportFrom | ast.FunctionDef | ast.ClassDef
    is_constant = isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
    return is_constant or isinstance(statement, kinds)


class _Objects(dict):
    """The object for the examiner's reference number, or the present value of a name."""

    def __init__(self, names):
        self.names = names

    def __missing__(self, name):
        if isinstance(name, str):
            return self.names[name]
        raise KeyError(name)


class Callback:
    """Stands for a function of the test in the student's process."""

    def __init__(self, student, number):
        self._student, self._number = student, number

    def __call__(self, *args, **kwargs):
        return self._student.call_back(self._number, args, kwargs)

    def _reference_(self):
        return self._number

    def __getattr__(self, name):
        raise AttributeError(
            f"what the test handed over has no {name!r} here: it can only be called"
        )


def rebuilt(error):
    """An exception of the other side, as the nearest type that both sides know."""
    for name in error["bases"]:
        kind = getattr(builtins, str(name), None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            return kind(error["text"])
    return RuntimeError(error["text"])


def _operations():
    import operator

    names = "add sub mul truediv floordiv mod pow matmul neg pos abs"
    names += " eq lt le gt ge getitem setitem"
    found = {name: getattr(operator, name) for name in names.split()}
    found |= {f.__name__: f for f in (len, iter, next, str)}
    return found | {"take": lambda source, most: list(islice(source, most))}


OPERATIONS = _operations()
