"""Start the nursery before loading anything else, so that it imports in the background."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from grading.paths import ROOT

# Which fonts there are, found out once: no file of the user's that changes how things are drawn.
CACHE = os.path.join(
    os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "convolution-labs"
)
SECRET = Path(__file__).with_name("student_handle.py")  # which no student's process may read

Launched = tuple[subprocess.Popen, socket.socket]


def launch(out_of_bounds: Iterable[str] = ()) -> Launched:
    """Start the program `grading.engine.student_process`, without waiting for it.

    Parameters
    ----------
    out_of_bounds : iterable of str
        Packages that its children cannot read.

    Returns
    -------
    subprocess.Popen
        It ends with the thread that started it.
    socket.socket
        Accepts orders to fork.
    """
    # Messages, not a stream: several graders may ask at the same time.
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    start = (
        "import ctypes, gc, os, sys; ctypes.CDLL(None).prctl(1, 9)\n"  # ends with whoever starts it
        f"if os.getppid() != {os.getpid()}: sys.exit()\n"  # who has ended meanwhile
        f"gc.disable(); sys.path[:0] = [{str(ROOT)!r}]\n"
        "from grading.engine.student_process import main; main()"
    )
    # Nothing of the instructor's environment, which may hold the gradebook's address.
    environment = {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": "/",
        "IPYTHONDIR": CACHE,
        "MPLCONFIGDIR": CACHE,
        "MPLBACKEND": "agg",
        "CHECKING_DIAGNOSIS": "off",
        **{f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL")},
    }
    with theirs:
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                start,
                str(theirs.fileno()),
                str(SECRET),
                str(ROOT),
                *out_of_bounds,
            ],
            pass_fds=[theirs.fileno()],
            env=environment,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL if not os.environ.get("ENGINE_DEBUG") else None,
        )
    return process, ours
