"""In the student's process: what does not work when a notebook is graded says so.

The sandbox keeps everybody in. These only give the reason, where Python would name a file or wait.
"""

import builtins
import contextlib
import io
import sys
import types
from functools import partial

import numpy as np

SCRIPTS = ["script", "bash", "sh", "perl", "ruby", "python", "python2", "python3", "pypy"]


def close_ways_out(shell):
    """Refuse in the shell what does not run when a notebook is graded."""
    shell.system = shell.getoutput = _no_shell
    for name in SCRIPTS:
        shell.register_magic_function(partial(_no_script, name), "cell", name)
    shell.register_magic_function(_no_other_folder, "line", "cd")
    shell.register_magic_function(_no_other_file, "line", "run")
    shell.ask_exit = _no_exit
    shell._tee = lambda channel: contextlib.nullcontext()  # its history keeps all prints
    shell.enable_matplotlib = lambda gui=None: ("inline", "inline")
    builtins.input, sys.stdin = _no_input, _NoKeyboard()


def _no_shell(command, **_):
    print(f"(shell commands do not run when a notebook is graded: {command})"[:300])
    return []


def _no_other_folder(line):
    print(f"(%cd does nothing when a notebook is graded: {line})"[:300])


def _no_other_file(line):
    raise OSError("%run: no other file is there when a notebook is graded: copy what is in it")


def _no_script(name, line="", cell=""):
    """Refuse at once: IPython would wait for a program that cannot start."""
    raise OSError(f"%%{name}: other programs do not run when a notebook is graded")


def _no_exit():
    print("(exit and quit do nothing when a notebook is graded)")


def _no_input(prompt=""):
    raise EOFError("nobody types an answer when a notebook is graded: set the value in the code")


class _NoKeyboard(io.TextIOBase):
    """The input stream of a cell, also for getpass, which would accept an empty answer."""

    def readline(self, size=-1):
        _no_input()

    read = readline


def close_packages(out_of_bounds):
    """Say of packages that they are out of bounds; the sandbox only denies permission."""
    packages = {name for name in out_of_bounds if not name.startswith("numpy.")}
    sys.meta_path.insert(0, _Bounds(packages))
    for name in (n.removeprefix("numpy.") for n in out_of_bounds if n.startswith("numpy.")):
        _close_in_numpy(name)


class _Bounds:
    """An importer, first in line, that refuses what is out of bounds."""

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
