"""The path without protection: tests run in the process of the code under test, as in one kernel.

Reads a list of ``[name, folder, cells]`` (JSON) from standard input, cells being pairs of kind and
source; writes a line of JSON for each: how many tests passed, what was shown, how it ended. Every
trick has a process of its own, so that it hurts nobody but itself. How long it has goes by what it
takes of a processor, not by the clock: the same comes of it on a busy machine.
"""

import contextlib
import io
import json
import os
import select
import signal
import sys
import time

import psutil

SECONDS = 2  # of a processor; half as long asleep
IN_ALL = 60  # by the clock, for one that takes nothing and never sleeps
MEMORY = 2 << 30


def main():
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    import lib.checking  # noqa: F401

    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "nocolor"
    config.InteractiveShell.xmode = "Minimal"  # what a trick shows counts, not the tests' own lines
    shell = InteractiveShell.instance(config=config)
    for name, folder, cells in json.load(sys.stdin):
        print(json.dumps({"name": name} | _alone(shell, folder, cells)), flush=True)


def _alone(shell, folder, cells):
    read, write = os.pipe()
    middle = os.fork()
    if middle == 0:  # the parent that a trick may kill
        os.setsid()
        os.close(read)
        if os.fork() == 0:
            _run(shell, folder, cells, write)
        os.close(write)
        os.wait()
        os._exit(0)
    os.close(write)
    text = b""
    watch, end = _Watch(middle), time.monotonic() + IN_ALL
    while time.monotonic() < end:
        if select.select([read], [], [], watch.PAUSE)[0]:
            part = os.read(read, 1 << 20)
            text += part
            if not part or text.endswith(b"\n"):
                break
        elif watch.is_over():
            break
    os.close(read)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(middle, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(middle, 0)
    try:
        answer = json.loads(text)
    except ValueError:
        answer = None
    # A trick may have found the pipe and written to it.
    return answer if isinstance(answer, dict) else {"passed": 0, "shown": "", "ended": True}


class _Watch:
    """Whether a session's processes have used their time up, or sleep for good."""

    PAUSE = 0.1

    def __init__(self, session):
        self.session, self.used, self.asleep = session, 0.0, 0

    def is_over(self):
        used, awake = 0.0, False
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error, ProcessLookupError):
                if os.getsid(process.pid) == self.session:
                    used += sum(process.cpu_times()[:2])
                    awake |= process.status() not in (psutil.STATUS_SLEEPING, psutil.STATUS_ZOMBIE)
        self.asleep = 0 if awake or used != self.used else self.asleep + 1
        self.used = used
        return used > 2 * SECONDS or self.asleep * self.PAUSE > SECONDS / 2


def _run(shell, folder, cells, write):
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    os.chdir(folder)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1), os.dup2(nowhere, 2)  # what is shown counts, and goes to the tape
    passed, tape = 0, io.StringIO()
    with contextlib.redirect_stdout(tape), contextlib.redirect_stderr(tape):
        for kind, source in cells:
            result = shell.run_cell(source, store_history=True)
            passed += kind == "test" and result.success
    answer = {"passed": passed, "shown": tape.getvalue()[:5_000_000], "ended": False}
    _all(write, answer)
    os._exit(0)


def _all(write, answer):
    data = json.dumps(answer).encode() + b"\n"
    while data:
        data = data[os.write(write, data) :]


if __name__ == "__main__":
    main()
