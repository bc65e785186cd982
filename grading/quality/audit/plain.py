"""Run tests in the same process as the answers: a plain kernel, as in stock nbgrader.

`python -m grading.quality.audit.plain` reads cells from standard input and writes which tests gave
their points: a process of its own, because the tricks that are tried patch what they can reach,
and behind the same walls as students' processes, because it runs what the notebook holds.
"""

import contextlib
import io
import json
import os
import resource
import signal
import subprocess
import sys
from typing import Any

from grading.engine import sandbox
from grading.paths import ROOT
from grading.quality.audit.lies import Lie
from grading.quality.audit.notebook import Audited, cells_for

SECONDS = 60  # of CPU, for all tests
CELL_SECONDS = 5  # of CPU, for one: what never ends in it costs no other test its verdict
MEMORY = 3 << 30
# The walls hold the thread that enters them: there must be no other yet.
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL")}


def passed_in_plain_kernel(audited: Audited, lie: Lie) -> list[str]:
    """Tests that a trick passes in a process that it shares with them."""
    tests = tuple(
        test for each in audited.exercises if each.name in lie.sources for test in each.tests
    )
    needed = [cells_for(audited, tests, name, source) for name, source in lie.sources.items()]
    keep = {part.name for parts in needed for part in parts}
    cells = [
        [part.kind == "test", part.name, lie.sources.get(part.name, part.source)]
        for part in audited.parts
        if part.name in keep
    ]
    done = subprocess.run(
        [sys.executable, "-m", "grading.quality.audit.plain"],
        input=json.dumps(cells).encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "HOME": "/", "LANG": "C.UTF-8", "MPLBACKEND": "agg", **ONE_THREAD},
        check=False,
    )
    found = [json.loads(line) for line in done.stdout.splitlines() if line.startswith(b'"')]
    return [name for name in found if name in tests]


class _Stopped(BaseException):
    """A cell took too long."""


def _stop(*_: Any) -> None:
    raise _Stopped


def main() -> None:
    """Run cells; print the name of each test that passes."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    cells = json.load(sys.stdin)
    sandbox.enter(sandbox.interpreter_files(more=[ROOT / "lib"]), set(), MEMORY)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    write, dumps = os.write, json.dumps
    from grading.engine.magics import NoShell, as_python

    space: dict[str, Any] = {"__name__": "__main__"}
    run, timer = exec, signal.setitimer
    signal.signal(signal.SIGPROF, _stop)
    space["get_ipython"] = lambda: NoShell(lambda source: run(source, space))
    for is_test, name, source in cells:
        try:
            timer(signal.ITIMER_PROF, CELL_SECONDS, 1)  # again, should somebody catch it
            with contextlib.redirect_stdout(io.StringIO()):
                run(compile(as_python(source), f"<{name}>", "exec"), space)
        except BaseException:  # whatever an answer raises
            continue
        finally:
            timer(signal.ITIMER_PROF, 0)
        if is_test:
            write(1, dumps(name).encode() + b"\n")


if __name__ == "__main__":
    main()
