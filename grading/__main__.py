"""`python -m grading VERB`: the instructor's commands, one verb each."""

import os
import signal
import sys

INTERRUPTED = "\nInterrupted. Finished work is kept."


def _leave(*_):
    """Handle a Ctrl-C before anything has begun, or after everything is done."""
    os.write(2, f"{INTERRUPTED}\n".encode())
    os._exit(130)


if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, _leave)

import argparse
import contextlib
import gc
import select

from grading.authoring import verbs as authoring
from grading.classroom import verbs as classroom
from grading.lms import verbs as lms
from grading.pages import verbs as pages
from grading.paths import COURSE, PACKAGE, ROOT, Problem
from grading.quality import verbs as quality
from grading.records import verbs as records
from grading.verb import LABS, verb

EXIT = """\
exit status:
  0    done
  1    failed, and nothing was changed; the last lines say why and what to do
       (explain: grading again gave different points)
  2    the command was not understood
  3    another command is working on this lab
  130  interrupted; finished work is kept
"""


@verb("make a class, grade it and show the result", LABS)
def demo(options):
    from grading.demo import demo

    demo(labs=options.labs)


VERBS = (  # as --help lists them
    authoring.release,
    authoring.handout,
    lms.collect,
    lms.return_,
    lms.watch,
    lms.gradescope,
    lms.github,
    lms.similar,
    classroom.autograde,
    classroom.explain,
    pages.status,
    records.scores,
    pages.feedback,
    pages.report,
    records.export,
    records.forget,
    records.backup,
    records.restore,
    pages.comment,
    quality.bank,
    quality.mutants,
    quality.audit,
    quality.dataset,
    quality.fingerprints,
    demo,
)

MAKES_A_GRADEBOOK = "release", "collect", "watch", "autograde", "restore"


def _other_python(package):
    """What to do if a package is missing: this is seldom the environment that has them."""
    there = f"The package {package} is not installed in {sys.executable}. "
    if COURSE != PACKAGE:
        return there + "Activate the environment that convolution-labs is installed in."
    return there + f"Run `make setup` in {ROOT}, then `.venv/bin/python -m grading ...`."


class _Version(argparse.Action):
    """Looks up the version only on request: that takes longer than all of --help."""

    def __call__(self, parser, *_):
        from importlib.metadata import version

        print("convolution-labs", version("convolution-labs"))
        parser.exit()


def main(arguments=None):
    """Run one verb; returns the exit status."""
    try:
        if signal.getsignal(signal.SIGINT) is _leave:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        return _run(arguments)
    except KeyboardInterrupt:
        if __name__ == "__main__":
            signal.signal(signal.SIGINT, _leave)
        print(INTERRUPTED, file=sys.stderr)
        return 130


def _run(arguments):
    parser = argparse.ArgumentParser(
        prog="python -m grading",
        description=__doc__,
        epilog=EXIT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for each in VERBS:
        each.add_to(verbs)
    options = parser.parse_args(arguments)
    from grading.records.files import writable

    try:
        with writable(COURSE), _printing():
            if (COURSE / ".restore.ready").exists():  # a restore was killed halfway
                from grading.records.backup import finish_restore

                finish_restore(COURSE, getattr(options, "db", None))
            if getattr(options, "db", None) and options.verb not in MAKES_A_GRADEBOOK:
                from grading.records.nbgrader import check_file

                check_file(options.db)
            return options.run(options) or 0
    except Problem as problem:
        print(problem, file=sys.stderr)
        return problem.status
    except ModuleNotFoundError as error:
        if (error.name or "grading").partition(".")[0] in ("grading", "lib"):
            raise
        print(_other_python(error.name), file=sys.stderr)
        return 1
    except BrokenPipeError:
        if not _nobody_reads_on():
            raise
        return 130


@contextlib.contextmanager
def _printing():
    """Flush the output; if it cannot be written, raise a `Problem` that says so."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        try:
            print(flush=True)  # fails again if the output is the cause
        except OSError as error:
            _print_nowhere()
            raise Problem(
                f"The output of this command cannot be written: {error.strerror}. "
                "What the command did is kept."
            ) from error
        raise


def _print_nowhere():
    """Discard what Python has still to write."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nobody_reads_on():
    """Whether the output is a pipe to a program that has ended, such as `head`."""
    output, pipe = sys.stdout.fileno(), select.poll()
    pipe.register(output, 0)
    if not any(event & select.POLLERR for _, event in pipe.poll(0)):
        return False
    _print_nowhere()
    return True


if __name__ == "__main__":
    # Otherwise Python searches all loaded modules for cycles, again and again and at exit.
    gc.set_threshold(50_000)
    status = main()
    gc.freeze()
    sys.exit(status)
