"""Lines that fit a page: JupyterLab breaks a long line of an output in the middle of a word."""

import textwrap

WIDTH = 96  # letters in a line of a cell's output on a laptop


def folded(message: object) -> str:
    """What a message says, in lines of at most 96 letters, broken between words.

    Parameters
    ----------
    message : str or Exception

    Returns
    -------
    str
        Lines that show arrays, which begin with a bracket or a space, are left as they are.
    """
    lines = str(message).split("\n")
    return "\n".join(part for line in lines for part in _parts(line))


def _parts(line):
    is_array = line.startswith(("[", " "))
    return [line] if is_array else textwrap.wrap(line, WIDTH, break_on_hyphens=False) or [line]
