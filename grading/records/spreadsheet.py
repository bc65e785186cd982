"""Make strangers' text safe in a table's cell."""

import unicodedata

FORMULA = "=", "+", "-", "@", "\N{MINUS SIGN}"  # what begins a formula for a spreadsheet
BREAKS = "\t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029;,"  # where a program may split our cell
BLANK = ' "\u115f\u1160\u2800\u3164\uffa0'  # letters without ink, and what texts are quoted by


def defused(text: object) -> str:
    r"""Text for a table's cell in which no spreadsheet finds a formula.

    A formula begins a cell, and programs may split our cell: they break what they read, or what is
    pasted, at tabs, line ends, semicolons and commas. An apostrophe there turns a formula into
    text. Wide, small and raised forms of a sign count as the sign, and invisible letters before it
    are ignored. Plain text stays as it is.

    >>> defused("=1+1"), defused("Ada; =1+1"), defused("Anne-Marie"), defused("-3")
    ("'=1+1", "Ada; '=1+1", 'Anne-Marie', "'-3")
    """
    made, begins = [], True
    for letter in str(text).replace("\0", ""):
        if begins and unicodedata.normalize("NFKC", letter).startswith(FORMULA):
            made.append("'")
        begins = letter in BREAKS or (begins and _is_unseen(letter))
        made.append(letter)
    joined = "".join(made)
    # In old spreadsheets, a bar or percent sign at the start of a text calls another program.
    return "'" + joined if joined.startswith(("\t", "\r", "\n", "|", "%")) else joined


def _is_unseen(letter: str) -> bool:
    """Whether a letter leaves no mark: spaces, controls, joiners, accents on nothing."""
    return (
        not letter.isprintable() or letter in BLANK or unicodedata.category(letter).startswith("M")
    )
