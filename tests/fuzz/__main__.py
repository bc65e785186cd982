"""Try many inputs on each target; print how many, and the most that one has taken."""

import argparse
import contextlib
import importlib
import resource
import signal
import sys
import time
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[2])]

from hypothesis import HealthCheck, Phase, given, note, seed, settings, strategies  # noqa: E402

from grading.engine.sandbox import address_space  # noqa: E402

TARGETS = ["wire", "notebooks", "archives", "pages"]
SECONDS = 10.0  # of processor time, for one input
MEMORY = 1 << 30  # bytes beyond what the process has at its start
VARIANTS = 10  # of what a strategy gives: as it is, and spoilt in so many ways less one
AT_ONCE = 1_000  # examples of one run of Hypothesis, which remembers what it has tried


class Endless(BaseException):
    """An input takes more than `SECONDS`."""


@contextlib.contextmanager
def bounded():
    """Bound the memory of this process, and give what bounds the time of one input."""
    limits = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (address_space() + MEMORY, limits[1]))
    before = signal.signal(signal.SIGPROF, _stop)
    try:
        yield _timed
    finally:
        signal.signal(signal.SIGPROF, before)
        resource.setrlimit(resource.RLIMIT_AS, limits)


def _stop(*_):
    raise Endless(f"more than {SECONDS:g} s")


def _timed(check, given, longest):
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        check(given)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        longest[0] = max(longest[0], time.process_time() - began)


def fuzz(name, count, first=0, say=lambda tried, longest: None):
    """Try `count` inputs on a target; returns how many there were and the longest, in seconds."""
    target, longest, tried = importlib.import_module(f"fuzz.{name}"), [0.0], 0
    with bounded() as timed:
        while tried < count:
            some = min(AT_ONCE, -(-(count - tried) // VARIANTS))

            @seed(first + tried)
            @settings(
                max_examples=some,
                deadline=None,
                database=None,
                derandomize=False,
                phases=[Phase.generate, Phase.shrink],
                suppress_health_check=list(HealthCheck),
            )
            @given(target.inputs, strategies.integers(0, 2**32))
            def attempt(value, number):
                random = Random(number)
                for variant in range(VARIANTS):
                    tried_now = target.spoilt(value, random) if variant else value
                    try:
                        timed(target.check, tried_now, longest)
                    except BaseException:
                        note(f"it was {tried_now!r}")
                        raise

            attempt()
            tried += some * VARIANTS
            say(tried, longest[0])
    return tried, longest[0]


def main():
    """Fuzz what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", default=TARGETS, help=", ".join(TARGETS))
    parser.add_argument("--inputs", type=int, default=200_000, help="for each (default: 200,000)")
    parser.add_argument("--first", type=int, default=0, help="the first seed (default: 0)")
    options = parser.parse_args()
    for name in options.targets:
        began = time.monotonic()

        def say(tried, longest, name=name):
            print(f"{name}: {tried:,}, the slowest {longest:.2f} s", file=sys.stderr, flush=True)

        tried, longest = fuzz(name, options.inputs, options.first, say)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{name}: {tried:,} inputs in {time.monotonic() - began:.0f} s, none crashed or hung; "
            f"the slowest took {longest:.2f} s of processor time, all of it {most:.0f} MB at most",
            flush=True,
        )


if __name__ == "__main__":
    main()
