"""Strangers' text in a cell of a table."""

import re

FORMULA = "=+@＝＋－＠-"  # what a spreadsheet takes for the begin of a formula
CELL_START = re.compile(rf"(^|[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029;,])([ \xa0]*)(?=[{FORMULA}])")


def defused(text: object) -> str:
    r"""Text for a cell of a table, in which no spreadsheet finds a formula.

    A formula begins a cell, and a cell may begin in the middle of ours: programs split what they
    read or what is pasted into them at tabs, line ends, semicolons and commas. An apostrophe there
    makes text of it. Plain text comes back as it is.

    >>> defused("=1+1"), defused("Ada; =1+1"), defused("Anne-Marie"), defused("-3")
    ("'=1+1", "Ada; '=1+1", 'Anne-Marie', "'-3")
    """
    text = str(text).replace("\0", "")
    text = CELL_START.sub(r"\1\2'", text)
    return "'" + text if text[:1] in ("\t", "\r", "\n") else text
