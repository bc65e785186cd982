"""A verb of `python -m grading`: a function, its help text and its arguments.

Rooms import what they need inside these functions, so that `--help` loads nothing.
"""

import argparse
from collections.abc import Callable
from typing import Any, NamedTuple

LARGEST = 2**32 - 1  # of the whole numbers that an option takes, and of the seeds we draw


class Argument(NamedTuple):
    """The arguments of `ArgumentParser.add_argument`."""

    names: tuple[str, ...]
    options: dict[str, Any]


class Verb(NamedTuple):
    """`run` takes the options and returns the exit status; None is 0."""

    run: Callable[[argparse.Namespace], int | None]
    help: str
    description: str | None
    arguments: tuple[Argument, ...]

    def add_to(self, verbs: Any) -> None:
        """Add its parser to the subparsers that `ArgumentParser.add_subparsers` returned."""
        name = self.run.__name__.strip("_")
        parser = verbs.add_parser(name, help=self.help, description=self.description)
        for argument in self.arguments:
            parser.add_argument(*argument.names, **argument.options)
        parser.set_defaults(run=self.run)


def verb(help: str, *arguments: Argument, description: str | None = None) -> Callable[..., Verb]:
    """Turn a function into a verb of the same name."""
    return lambda run: Verb(run, help, description, arguments)


def argument(*names: str, **options: Any) -> Argument:
    """An argument of a verb."""
    return Argument(names, options)


def count(text: str) -> int:
    """Parse a positive integer from the command line."""
    return _whole_number(text, 1)


def seed(text: str) -> int:
    """Parse the seed of a random generator, which is not negative."""
    return _whole_number(text, 0)


def _whole_number(text: str, least: int) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if not least <= number <= LARGEST:
        raise argparse.ArgumentTypeError(
            f"expected a whole number from {least} to {LARGEST}, got {text[:20]!r}"
        )
    return number


DB = argument(
    "--db", metavar="URL", help="the gradebook (default: $GRADEBOOK_URL, or the class's file)"
)
TRUST = argument(
    "--trust-submissions",
    action="store_true",
    help="run students' code without the sandbox: for your own work only",
)
LAB = argument("lab", metavar="LAB", help="such as lab3_conv2d")
LABS = argument("labs", nargs="*", metavar="LAB", help="which labs (default: all)")
STUDENT = argument("student", metavar="STUDENT", help="the student's id")
STUDENTS = argument("--student", action="append", help="only this student (may be repeated)")
