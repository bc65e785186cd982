"""Strangers' text for a terminal: control sequences (colours, cursor) are spelt out."""


def printable(text: object) -> str:
    """Text for one line."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in str(text))


def printable_lines(text: str) -> str:
    """Text of several lines."""
    return "\n".join(map(printable, text.split("\n")))
