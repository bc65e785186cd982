"""Child processes that end when their requester does, even if it was killed.

The kernel ends a process with its parent. Students' processes are children of the nursery, not of
the examiner that asked for them: an examiner that is stuck in C is killed from outside, and what
it was examining would go on. So each child has a *lifeline*, a socket whose other end only its
examiner holds: when that end closes, the child is killed.

The same book-keeping says which processor has the fewest children: each child stays on one, so
that a hundred threads of one submission slow nobody who is on another.
"""

import contextlib
import os
import select
import signal


class Lifelines:
    """The living children of a process, each with its processor."""

    def __init__(self) -> None:
        self.poll = select.poll()
        self.children: dict[int, tuple[int, int, int]] = {}  # by either descriptor
        allowed = sorted(os.sched_getaffinity(0))
        first = os.getpid() % len(allowed)  # several nurseries begin on different ones
        self.load = dict.fromkeys(allowed[first:] + allowed[:first], 0)

    def processor(self) -> int:
        """The processor with the fewest living children."""
        return min(self.load, key=self.load.__getitem__)

    def add(self, lifeline: int, pid: int, processor: int) -> None:
        """Watch over a child just forked, and take over the descriptor `lifeline`."""
        try:
            process = os.pidfd_open(pid)
        except ProcessLookupError:  # it has ended already
            os.close(lifeline)
            return
        self.load[processor] += 1
        for descriptor in (lifeline, process):
            self.children[descriptor] = lifeline, process, processor
            self.poll.register(descriptor, select.POLLIN)

    def wait(self, control: int) -> None:
        """Wait until `control` can be read; meanwhile look after the children."""
        self.poll.register(control, select.POLLIN)
        while True:
            ready = [descriptor for descriptor, _ in self.poll.poll()]
            for descriptor in ready:
                if descriptor in self.children:
                    self._end(*self.children[descriptor])
            if control in ready:
                return

    def _end(self, lifeline: int, process: int, processor: int) -> None:
        """One end of the lifeline is closed: kill the child if it has not ended itself."""
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(process, signal.SIGKILL)
        for descriptor in (lifeline, process):
            self.poll.unregister(descriptor)
            del self.children[descriptor]
            os.close(descriptor)
        self.load[processor] -= 1
