"""The grader's handle on the nursery, a program that forks students' processes."""

import contextlib
import json
import os
import select
import socket
import time

from grading.engine.channel import Asker, TooLate, WireError
from grading.engine.launch import Launched, launch
from grading.engine.sandbox import MEMORY, Unavailable

START_SECONDS = 120  # a machine may be very busy; whoever waits for a result waits longer
ROOM = 1 << 20  # bytes of answers that may wait to be read; the kernel may grant less


class StudentError(Exception):
    """The student's process had to be killed; the text says why."""


class Ended(Unavailable):
    """The nursery's process has ended; a fresh one may work."""


class Nursery:
    """A program with everything imported that forks a process for each submission.

    Parameters
    ----------
    out_of_bounds : tuple of str
        Packages that its children cannot read.
    trusted : bool
        No sandbox: for your own work, on a system that has none.
    launched : pair of a process and a socket, optional
        The result of `launch` for these bounds, if it was started already.
    """

    def __init__(
        self,
        out_of_bounds: tuple[str, ...] = (),
        trusted: bool = False,
        launched: Launched | None = None,
    ) -> None:
        self.out_of_bounds, self.trusted = out_of_bounds, trusted
        self.process, self.control = launched or launch(out_of_bounds)
        self.owner, self.proven = os.getpid(), False
        self.exit = os.pidfd_open(self.process.pid)  # says in forked processes too if it lives

    def alive(self):
        return not select.select([self.exit], [], [], 0)[0]

    def fork(self, seed, memory=MEMORY, prove=False, draws=True):
        """Fork a process; return a channel to it and its report at the start.

        When the channel is closed, even by the end of this process, that process is killed. With
        `draws`, it first loads what drawing needs, which takes long.
        """
        (ours, theirs), (lifeline, its_end), (bell, ringer) = (
            socket.socketpair() for _ in range(3)
        )
        theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, ROOM)
        order = {"seed": seed, "memory": memory, "prove": prove, "draws": draws}
        order["trusted"] = self.trusted
        # If it has ended, nothing comes.
        with contextlib.suppress(OSError), theirs, its_end, ringer:
            sockets = [end.fileno() for end in (theirs, its_end, ringer)]
            socket.send_fds(self.control, [json.dumps(order).encode()], sockets)
        channel = Asker(ours, bell, lifeline)
        try:
            report = channel.receive(time.monotonic() + START_SECONDS)
        except TooLate:
            channel.close()
            raise Unavailable(
                "the process that student processes come from does not start"
            ) from None
        except WireError:
            channel.close()
            if select.select([self.exit], [], [], 1)[0]:
                raise Ended("the process that student processes come from has ended") from None
            raise StudentError("its process did not start") from None
        if "unavailable" in report:
            channel.close()
            raise Unavailable(report["unavailable"])
        return channel, report

    def prove(self):
        """Raise `Unavailable` unless the sandbox refuses everything it should."""
        if self.proven:
            return
        channel, report = self.fork(seed=0, prove=not self.trusted, draws=False)
        channel.close()
        if report.get("leaks"):
            raise Unavailable(f"a process in the sandbox can {', '.join(report['leaks'])}")
        self.proven = True

    def close(self):
        """Release it; the process that started it ends it."""
        self.control.close()
        os.close(self.exit)
        if self.owner == os.getpid():
            self.process.kill()
            self.process.wait()
