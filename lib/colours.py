"""The colours of every picture: colour-blind eyes can tell blue and orange apart, too."""

BLUE, ORANGE = "#1f5fa8", "#d95f0e"  # the two ends of a scale: negative and positive
DARK_ORANGE, DARK_GREEN = "#b34700", "#00705a"  # lines and words, dark enough for the card
INK, GREY, LINE = "#1b2733", "#56606b", "#97a3ae"
CARD, WASH = "#fbfbf8", "#f2f2ee"  # grounds; opaque, so that they read on a dark page too
PALE_BLUE, PALE_ORANGE, PALE_GREEN, PALE_GREY = "#dbe8f5", "#fbd8ba", "#d0ecdf", "#e9ecef"


def rgb(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of "#rrggbb", from 0 to 255."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue
