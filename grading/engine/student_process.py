"""The program of the student's side: a nursery with everything imported, which forks children.

The nursery is a program of its own, started fresh: it has never held a test, a solution or a
submission. For each submission it forks a child, which goes behind the walls of `sandbox` and then
does what the examiner asks (`grading.engine.student`): run this cell, call that function.
"""

import __future__

import ast
import asyncio
import contextlib
import gc
import importlib
import io
import os
import random
import signal
import socket
import sys
import types
import warnings
from functools import cache, partial
from typing import Any

import numpy as np
from IPython.core.inputtransformer2 import classic_prompt

from grading.engine import references, sandbox
from grading.engine.channel import Answerer, Closed, WireError, orders
from grading.engine.lifelines import Lifelines
from grading.engine.student import Student
from grading.engine.ways_out import close_packages, close_ways_out

PLAIN_PYTHON = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT


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
        A file that no child may read, to test the sandbox.
    out_of_bounds : list of str
        Packages that the children cannot read.
    root : str
        The project's folder, in which `lib` may be read.
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
        if order["draws"]:
            with contextlib.suppress(Exception):  # with what is out of bounds: the child says so
                _prepare_to_draw()
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
            channel.send({"unavailable": error.why})
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
    import matplotlib.font_manager  # finds the fonts, which nobody can behind the walls
    import numpy.ma  # noqa: F401 - what is out of bounds in it is closed as well

    matplotlib.use("Agg")
    matplotlib.use = lambda backend, **_: None  # here is no window: as with %matplotlib
    from IPython.core.interactiveshell import InteractiveShell
    from IPython.utils.io import capture_output  # noqa: F401 - what %%capture needs
    from traitlets.config import Config

    import lib.checking
    import lib.mnist
    import lib.text  # noqa: F401 - what labs use

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
    parsed = _Parsed(shell.compile.ast_parse)
    shell.compile.ast_parse = parsed.tree_of
    manager = shell.input_transformer_manager
    manager.do_token_transforms = partial(parsed.as_it_is, manager.do_token_transforms)
    prompts = manager.cleanup_transforms.index(classic_prompt)
    manager.cleanup_transforms[prompts] = _without_prompts
    shell.should_run_async = partial(_may_wait, shell.should_run_async)
    close_ways_out(shell)
    shell.run_cell("pass", store_history=False)  # the first takes thrice as long
    # Event loops that need no sockets: nothing in here wakes them from another thread.
    loop: Any = asyncio.selector_events.BaseSelectorEventLoop
    loop._make_self_pipe = loop._close_self_pipe = loop._write_to_self = lambda self: None
    if "scipy" not in out_of_bounds:
        references.load()  # here once and not in each child
    close_packages(out_of_bounds)
    return shell


@cache
def _prepare_to_draw():
    """Load matplotlib and draw once: a tenth of a second, only for those who need it."""
    with _short_documentation():
        import matplotlib.pyplot as plt
    import lib.plotting

    figure = plt.figure()
    figure.text(0, 0, "$x$")
    figure.savefig(io.BytesIO(), format="png")
    plt.close("all")
    lib.plotting.draw_row([np.eye(3)])
    gc.freeze()


@contextlib.contextmanager
def _short_documentation():
    """Leave the tables of properties out of matplotlib's docstrings.

    Collecting a sentence on each property of each artist takes a fifth of the loading time.
    """
    artist: Any = importlib.import_module("matplotlib.artist")
    kwdoc, artist.kwdoc = artist.kwdoc, lambda _: ""
    try:
        yield
    finally:
        artist.kwdoc = kwdoc


class _Parsed:
    """Parses each cell once, where IPython would do so three times."""

    def __init__(self, parse):
        self.parse, self.source, self.tree = parse, None, None

    def as_it_is(self, transform, lines):
        """Leave plain Python alone: IPython would read every token of it to find no magic there.

        What is too deeply nested to be compiled is left alone as well, for Python to say so: each
        of its tokens would come with a copy of its line, of all of them together more than there
        is room.
        """
        source = "".join(lines)
        try:
            with warnings.catch_warnings(record=True) as heard:
                warnings.simplefilter("always")
                tree = compile(source, "<cell>", "exec", PLAIN_PYTHON, dont_inherit=True)
        except SyntaxError:
            return transform(lines)
        except Exception:
            return lines
        if not heard:  # warnings are given when it is run, with the cell's name
            self.source, self.tree = source, tree
        return lines

    def tree_of(self, source, *args, **options):
        """The syntax tree of a cell, which is compiled once."""
        if self.tree is None or source != self.source:
            return self.parse(source, *args, **options)
        tree, self.tree = self.tree, None
        return tree


def _without_prompts(lines):
    """Let IPython remove Python's prompts only if a cell has any."""
    return classic_prompt(lines) if any(">>>" in line or "..." in line for line in lines) else lines


def _may_wait(should_run_async, source, **options):
    """Whether a cell uses `await` at its top level; it is compiled to find out."""
    return ("await" in source or "async" in source) and should_run_async(source, **options)


def main():
    """Start the nursery: ``python -c "... main()" SOCKET SECRET ROOT PACKAGE...``."""
    number, secret, root, *out_of_bounds = sys.argv[1:]
    with socket.socket(fileno=int(number)) as control:
        try:
            nursery(control, secret, out_of_bounds, root)
        except sandbox.Unavailable as error:
            for _, sock, (lifeline, bell) in orders(control):
                os.close(lifeline)
                with socket.socket(fileno=bell) as ringer:
                    Answerer(sock, ringer).send({"unavailable": error.why})
