"""Lines that fit a page: JupyterLab breaks a long line of an output in the middle of a word."""

import re
import textwrap

WIDTH = 96  # letters in a line of a cell's output on a laptop
CODE = re.compile(rf"`[^`]{{1,{WIDTH - 6}}}`")
HELD = "\N{NO-BREAK SPACE}"


def folded(message: object) -> str:
    """What a message says, in lines of at most 96 letters, broken between words.

    Parameters
    ----------
    message : str or Exception

    Returns
    -------
    str
        Lines that show arrays, which begin with a bracket or a space, are left as they are, and
        code between backticks stays in one line.
    """
    lines = str(message).split("\n")
    return "\n".join(part for line in lines for part in _parts(line))


def _parts(line):
    is_array = line.startswith(("[", " "))
    held = CODE.sub(lambda code: code[0].replace(" ", HELD), line)
    parts = [] if is_array else textwrap.wrap(held, WIDTH, break_on_hyphens=False)
    return [part.replace(HELD, " ") for part in parts] or [line]
