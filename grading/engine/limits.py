"""Limits of this process while tests run: time, memory, processors, environment."""

import contextlib
import ctypes
import os
import resource
import signal
import threading
from collections.abc import Callable, Iterator
from functools import partial

from grading.engine.nursery import StudentError
from grading.engine.sandbox import address_space

MEMORY = 2 << 30  # bytes of address space for the tests, which handle strangers' values
SIGNALS = {
    signal.ITIMER_REAL: signal.SIGALRM,
    signal.ITIMER_VIRTUAL: signal.SIGVTALRM,
    signal.ITIMER_PROF: signal.SIGPROF,
}
FREE_SECONDS = 1.0  # CPU seconds that examining a submission may take on any processor


def end_with_parent() -> None:
    """End this process when the thread that started it ends, even by a kill."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


@contextlib.contextmanager
def environment(**settings: str) -> Iterator[None]:
    """Set environment variables temporarily."""
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def alarm(seconds: float) -> contextlib.AbstractContextManager[None]:
    """Stop a test that does not end: it may loop up to a number from the student."""
    late = partial(StudentError, "no answer in time")
    # Again, in case the first was caught.
    return stopped_by(signal.ITIMER_REAL, max(seconds, 0.1), late, again=1)


@contextlib.contextmanager
def stopped_by(
    timer: int, seconds: float, error: Callable[[], BaseException], again: float = 0
) -> Iterator[None]:
    """Raise an error here when a timer expires, and again after so many seconds.

    Parameters
    ----------
    timer : int
        ``signal.ITIMER_REAL``, or ``ITIMER_VIRTUAL`` or ``ITIMER_PROF`` for CPU time.
    error : callable
        Makes the error.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return

    def stop(*_):
        raise error()

    before = signal.signal(SIGNALS[timer], stop)
    signal.setitimer(timer, seconds, again)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(SIGNALS[timer], before)


@contextlib.contextmanager
def bounded_memory() -> Iterator[None]:
    """Make a test that takes too much memory fail, before the whole machine runs out."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    limits = [limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(resource.RLIMIT_AS, (min([*limits, address_space() + MEMORY]), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def is_short_of_memory() -> bool:
    """Whether more than half of the memory that `bounded_memory` allows stays in use."""
    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    return soft != resource.RLIM_INFINITY and soft - address_space() < MEMORY // 2


@contextlib.contextmanager
def confined(processors: Callable[[], set[int]]) -> Iterator[None]:
    """After `FREE_SECONDS` of CPU time, confine this process to some processors until the end.

    A submission that floods its examiner would otherwise take a processor from another one.
    """
    before = os.sched_getaffinity(0)
    in_use = signal.getitimer(signal.ITIMER_PROF) != (0.0, 0.0)
    if in_use or threading.current_thread() is not threading.main_thread():
        yield  # only the main thread hears signals
        return

    def stay(*_):
        with contextlib.suppress(OSError):  # the owner of the processors has just ended
            os.sched_setaffinity(0, processors())

    handler = signal.signal(signal.SIGPROF, stay)
    signal.setitimer(signal.ITIMER_PROF, FREE_SECONDS, FREE_SECONDS)  # they may change meanwhile
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, handler)
        os.sched_setaffinity(0, before)
