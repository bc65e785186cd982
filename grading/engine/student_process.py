"""The student's side: a nursery that has everything imported, and the children it forks.

The nursery is a program of its own, started fresh: it has never held a test, a solution or a
submission. For each submission it forks a child, which goes behind the walls of `sandbox` and then
does what the examiner asks: run this cell, call that function. It answers with values.
"""

import __future__

import ast
import asyncio
import base64
import builtins
import contextlib
import ctypes
import gc
import io
import linecache
import os
import random
import signal
import socket
import sys
import threading
import traceback
import types
import warnings
from functools import lru_cache, partial
from itertools import islice
from typing import Any

import numpy as np

from grading.engine import references, sandbox
from grading.engine.channel import VOID, Answerer, Closed, WireError, orders
from grading.engine.codec import Values
from grading.engine.lifelines import Lifelines
from lib import bounds
from lib.signatures import parameters

MAX_TEXT = 20_000  # characters of output or traceback kept of one cell or call
MAX_PICTURES = 30  # of a notebook
MAX_PICTURE = 2 << 20  # bytes
MAX_ERROR = 4_000  # characters of an exception's text
SCRIPTS = ["script", "bash", "sh", "perl", "ruby", "python", "python2", "python3", "pypy"]
CONTAINERS = (list, dict, set)
PLAIN_PYTHON = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
HAPPENED = (Exception, KeyboardInterrupt, SystemExit, GeneratorExit)


# --- the nursery -------------------------------------------------------------------------------


def nursery(control, secret, out_of_bounds, root):
    """Fork a child for each socket that arrives over `control`, until it closes.

    Parameters
    ----------
    control : socket.socket
        Brings sockets (SCM_RIGHTS), three with each message in JSON. The child reports over the
        first, with its process id, ends when the other end of the second closes, and rings the
        third when it has answered.
    secret : str
        A file that no child may be able to read, for the proof.
    out_of_bounds : list of str
        Packages that the children cannot read.
    root : str
        The project's folder: `lib` in it may be read.
    """
    shell = _prepare(out_of_bounds)
    lib = sandbox.Path(root) / "lib"
    try:
        files = sandbox.interpreter_files(set(out_of_bounds), [lib])
    except sandbox.Unavailable as error:
        files = error  # matters only to children that are to be sandboxed
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel reaps children that have ended
    if len(os.listdir("/proc/self/task")) != 1:
        raise sandbox.Unavailable("the nursery has threads, which no fork survives")
    gc.freeze()  # the children share this memory as long as nobody touches it
    gc.set_threshold(50_000)  # the default looks for cycles all the time
    gc.enable()
    children = Lifelines()
    for order, sock, (lifeline, bell) in orders(control, children.wait):
        processor = children.processor()
        with socket.socket(fileno=bell) as ringer:
            pid = os.fork()
            if pid == 0:
                control.close()
                os.sched_setaffinity(0, {processor})  # its threads too, and for good: see `sandbox`
                _be_child((sock, ringer), files, shell, order, secret)
        children.add(lifeline, pid, processor)


def _be_child(line, files, shell, order, secret):
    try:
        channel = Answerer(*line)
        try:
            if not order["trusted"]:
                if isinstance(files, sandbox.Unavailable):
                    raise files
                sandbox.enter(files, {sock.fileno() for sock in line}, order["memory"])
            if order.get("prove"):
                channel.send({"leaks": sandbox.leaks(secret)})
                os._exit(0)
        except sandbox.Unavailable as error:
            channel.send({"unavailable": str(error)})
            os._exit(1)
        channel.send({"pid": os.getpid()})
        random.seed(order["seed"])
        np.random.seed(order["seed"])  # noqa: NPY002 - what students may use
        Student(channel, shell).serve()
    except (Closed, WireError):
        pass
    finally:
        os._exit(0)


def _prepare(out_of_bounds):
    """Import what notebooks use, close what is out of bounds, make the shell."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.io import capture_output  # noqa: F401 - what %%capture needs
    from traitlets.config import Config

    import lib.checking
    import lib.mnist
    import lib.plotting

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.cache_size = 0
    config.InteractiveShell.xmode = "Minimal"
    main = types.ModuleType("__main__")
    shell: Any = InteractiveShell.instance(config=config, user_module=main)
    sys.modules["__main__"] = main
    # Annotations are not evaluated, as is usual since Python 3.14: the same points on every Python.
    shell.compile.flags |= __future__.annotations.compiler_flag
    shell.display_formatter.active_types = ["text/plain", "image/png"]
    manager = shell.input_transformer_manager
    manager.do_token_transforms = partial(_as_it_is, manager.do_token_transforms)
    figure = plt.figure()  # finds the fonts while there is time
    figure.text(0, 0, "$x$")
    figure.savefig(io.BytesIO(), format="png")
    plt.close("all")
    shell.run_cell("pass", store_history=False, silent=True)  # the first takes thrice as long
    lib.plotting.draw_row([np.eye(3)])
    # Event loops that need no sockets: nothing in here wakes them from another thread.
    loop: Any = asyncio.selector_events.BaseSelectorEventLoop
    loop._make_self_pipe = loop._close_self_pipe = loop._write_to_self = lambda self: None
    if "scipy" not in out_of_bounds:
        references.load()  # here once and not in each child
    _close(out_of_bounds)
    return shell


def _as_it_is(transform, lines):
    """Leave plain Python alone: IPython would read every token of it to find no magic there."""
    source = "".join(lines)
    try:
        with warnings.catch_warnings():  # they are given when it is run
            warnings.simplefilter("ignore")
            compile(source, "<cell>", "exec", PLAIN_PYTHON, dont_inherit=True)
    except Exception:
        return transform(lines)
    return lines


# --- out of bounds -----------------------------------------------------------------------------


def _close(out_of_bounds):
    """Say what is out of bounds, rather than "permission denied"."""
    packages = {name for name in out_of_bounds if not name.startswith("numpy.")}
    sys.meta_path.insert(0, _Bounds(packages))
    for name in (n.removeprefix("numpy.") for n in out_of_bounds if n.startswith("numpy.")):
        _close_in_numpy(name)


class _Bounds:
    """An importer that comes first and refuses what is out of bounds."""

    def __init__(self, packages):
        self.packages = packages

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in self.packages or name in self.packages:
            raise ImportError(f"{name.split('.')[0]} is out of bounds in this lab", name=name)


def _close_in_numpy(name):
    def closed(*args, **kwargs):
        raise AttributeError(f"np.{name} is out of bounds in this lab: write it yourself")

    for module_name, module in list(sys.modules.items()):
        if module_name.split(".")[0] != "numpy" or not isinstance(module, types.ModuleType):
            continue
        if name in vars(module) and callable(vars(module)[name]):
            setattr(module, name, closed)
    if name == "fft":
        vars(np)["fft"] = _ClosedModule("np.fft")


class _ClosedModule:
    def __init__(self, name):
        self.__dict__["_name"] = name

    def __getattr__(self, attribute):
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        raise AttributeError(f"{self._name} is out of bounds in this lab: write it yourself")


# --- a child -----------------------------------------------------------------------------------


class _Tape(io.TextIOBase):
    """Where print goes: keeps the first `MAX_TEXT` characters."""

    encoding = "utf-8"

    def __init__(self):
        self.parts, self.size = [], 0

    def write(self, text):
        text = str(text)
        room = MAX_TEXT - self.size
        if room > 0:
            self.parts.append(text[:room])
            self.size += len(text)
            if len(text) > room:
                self.parts.append("\n... (more output is left out)\n")
        return len(text)

    def writable(self):
        return True

    def take(self):
        text, self.parts, self.size = "".join(self.parts), [], 0
        return text


class _Skipped(Exception):
    """A step needs what an earlier one should have returned."""

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
        self.tape = _Tape()
        for name in ("stdout", "stderr", "__stdout__", "__stderr__"):
            setattr(sys, name, self.tape)
        self.outputs, self.pictures = [], 0
        self.played: list[tuple] = []  # outcomes of a play so far
        self.silent = 0  # steps since the last answer that had nothing to say
        self.given: list[list] = []  # and its arguments: a later step may get the same memory
        shell.display_pub.publish = self._publish
        shell.displayhook.write_format_data = self._show_result
        shell.displayhook.write_output_prompt = lambda: None
        shell.displayhook.finish_displayhook = lambda: None
        shell._showtraceback = self._show_traceback
        shell.system = shell.getoutput = _no_shell
        for name in SCRIPTS:
            shell.register_magic_function(partial(_no_script, name), "cell", name)
        builtins.input = _no_input
        shell.enable_matplotlib = lambda gui=None: ("inline", "inline")
        pyplot: Any = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            pyplot.show = lambda *args, **kwargs: self._flush_figures()

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
            reply = self._failed(error)
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
            send(self._failed(TypeError(f"this value is too large: {error}")))

    def _cannot_cross(self, error):
        return self._failed(TypeError(f"this value cannot be handed to a test: {error}"))["error"]

    def _failed(self, error):
        # Built by hand: the exception's own methods are the student's.
        kind = type(error)
        try:
            text = str(error)[:MAX_ERROR]
        except Exception:
            text = "(its text cannot be shown)"
        lines = []
        for frame, number in list(traceback.walk_tb(error.__traceback__)):
            file, name = frame.f_code.co_filename, frame.f_code.co_name
            if file.startswith("<ipython-input"):  # libraries differ between Pythons
                line = linecache.getline(file, number, frame.f_globals).strip()
                lines.append(f"{name}, line {number}: {line}"[:300])
        return {
            "error": {
                "type": kind.__name__[:200],
                "bases": [base.__name__[:200] for base in kind.__mro__],
                "text": text,
                "trace": lines[-12:],
            }
        }

    # --- what the examiner may ask ---

    def _do_run(self, order):
        """Run a cell; answer with its outputs, in the notebook format."""
        self.outputs = []
        # What the cell raised is among its outputs.
        with contextlib.suppress(*HAPPENED), _TheirCode(self):
            self.shell.run_cell(order["source"], store_history=False, silent=False)
            self._flush_figures()
        self._flush_text()
        outputs, self.outputs = self.outputs, []
        return {"outputs": outputs}

    def _do_get(self, order):
        """Answer with the values of some names, those that are there."""
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
        """A test removes a name, to see who uses it."""
        del self.shell.user_ns[order["name"]]
        return {}

    def _do_give_back(self, order):
        (self.shell.user_ns[order["name"]],) = self.values.unpack(order["value"])
        return {}

    def _do_call(self, order):
        target, *args = self.values.unpack(order["values"])
        return self._called(target, args, order["names"], order.get("method"))[1]

    def _called(self, target, args, names, method=None, wanted=True):
        """Call with arguments, the last of them by name; returns the result and the answer."""
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
        """Make many calls; each outcome is sent as soon as it is there: see `lib.play`."""
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
        """A step of a play: its result and exception, and the answer."""
        try:
            values = self.values.unpack(step["values"])
            self.given.append(values)
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
            failure = self._cannot_cross(error)
        except HAPPENED as error:
            failure = self._failed(error)["error"]
        return (None, failure), {"error": failure}

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
        """A method of the language: len(x), x[i], next(x), x + y."""
        args = self.values.unpack(order["values"])
        with _TheirCode(self):
            result = OPERATIONS[order["name"]](*args)
        return {"value": self.values.pack(result)}

    def _do_look_inside(self, order):
        look = {f.__name__: f for f in (bounds._own_steps, bounds._reached)}[order["look"]]
        return {"value": self.values.pack(look(*self.values.unpack(order["values"])))}

    def _callback(self, number, _):
        """A stand-in for a function of the test, handed to the student's function."""
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
        packed = self.values.pack(list(args), kwargs)
        question = {"callback": number, "args": packed, "stdout": self.tape.take()}
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

    # --- outputs of a cell ---

    def _flush_text(self):
        text = self.tape.take()
        if text:
            self.outputs.append({"output_type": "stream", "name": "stdout", "text": text})

    def _show(self, kind, data):
        self._flush_text()
        shown = {"text/plain": str(data.get("text/plain", ""))[:MAX_TEXT]}
        png = data.get("image/png")
        if png is not None and self.pictures < MAX_PICTURES:
            png = base64.b64encode(png).decode() if isinstance(png, bytes) else str(png)
            if len(png) <= MAX_PICTURE:
                self.pictures += 1
                shown["image/png"] = png
        output = {"output_type": kind, "data": shown, "metadata": {}}
        self.outputs.append(
            output | ({"execution_count": None} if kind == "execute_result" else {})
        )

    def _publish(self, data, metadata=None, **_):
        self._show("display_data", data)

    def _show_result(self, data, metadata=None):
        self._show("execute_result", data)

    def _show_traceback(self, kind, error, _):
        self._flush_text()
        failed = self._failed(error)["error"]
        self.outputs.append(
            {
                "output_type": "error",
                "ename": failed["type"],
                "evalue": failed["text"],
                "traceback": [*failed["trace"], f"{failed['type']}: {failed['text']}"],
            }
        )

    def _flush_figures(self):
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is None:
            return
        for number in pyplot.get_fignums():
            file = io.BytesIO()
            pyplot.figure(number).savefig(file, format="png", bbox_inches="tight")
            self._show("display_data", {"text/plain": "<Figure>", "image/png": file.getvalue()})
        pyplot.close("all")


def _no_shell(command, **_):
    print(f"(shell commands do not run when a notebook is graded: {command})"[:300])
    return []


def _no_script(name, line="", cell=""):
    """Refused at once: IPython would wait for a program that cannot start."""
    raise OSError(f"%%{name}: other programs do not run when a notebook is graded")


def _no_input(prompt=""):
    raise EOFError("input() gets no answer when a notebook is graded: set the value in the code")


class _Objects(dict):
    """What the examiner holds a reference to, by number; or means by its name, as it is now."""

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


def describe(value):
    """What the examiner needs to know to make a stand-in for `value`."""
    cls = value if isinstance(value, type) else type(value)
    of: dict[str, Any] = {
        "kind": "class" if isinstance(value, type) else "object",
        "callable": callable(value),
        "name": str(getattr(value, "__name__", cls.__name__))[:200],
        "bases": [base.__name__[:200] for base in cls.__mro__],
    }
    if not isinstance(value, types.FunctionType | types.MethodType):
        own = () if value is cls else getattr(value, "__dict__", ())
        of["methods"] = {
            name: signature[value is not cls :]
            for name, signature in _methods(cls).items()
            if name not in own
        }
    if of["callable"]:
        of["signature"] = _signature(value)
    return of


def _signature(function):
    return [
        [p.name, int(p.kind), p.default is not p.empty, p.default is None]
        for p in parameters(function).values()
    ][:50]


@lru_cache(maxsize=256)
def _methods(cls):
    """A class's plain methods: their signatures by name, with `self`."""
    found = {n: f for base in reversed(cls.__mro__) for n, f in vars(base).items()}
    plain = {n: f for n, f in found.items() if _is_function(f) and not n.startswith("_")}
    return {name: _signature(function) for name, function in list(plain.items())[:100]}


def _is_function(value):
    return isinstance(value, types.FunctionType)


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


def main():
    """Start the nursery: ``python -c "... main()" SOCKET SECRET ROOT PACKAGE...``."""
    number, secret, root, *out_of_bounds = sys.argv[1:]
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # dies with whoever started it
    with socket.socket(fileno=int(number)) as control:
        try:
            nursery(control, secret, out_of_bounds, root)
        except sandbox.Unavailable as error:
            for _, sock, (lifeline, bell) in orders(control):
                os.close(lifeline)
                with socket.socket(fileno=bell) as ringer:
                    Answerer(sock, ringer).send({"unavailable": str(error)})
