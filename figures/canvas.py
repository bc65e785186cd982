"""What the pictures in this folder share: a light card, grids of numbers, and two kinds of file.

Inputs are blue, what a window sees and the filter are orange, outputs are green, and zeros from
padding are grey. All lengths are pixels of the finished picture; x grows to the right, y down. A
card is drawn three times as large and then reduced, so that text and slanted lines are smooth.
"""

import functools
import io
from pathlib import Path

import matplotlib
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from grading.whole import write_whole
from lib import colours
from lib.colours import BLUE, CARD, GREY, INK, LINE, rgb
from lib.plotting import number

WIDTH = 780
FINE = 3  # dots a pixel while drawing
FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"

ORANGE, GREEN = colours.DARK_ORANGE, colours.DARK_GREEN  # of lines and words
INPUT, FILTER, OUTPUT, PADDING = (
    colours.PALE_BLUE,
    colours.PALE_ORANGE,
    colours.PALE_GREEN,
    colours.PALE_GREY,
)
COLOURS = (CARD, INK, GREY, LINE, BLUE, ORANGE, GREEN, INPUT, FILTER, OUTPUT, PADDING)


class Card:
    """A picture in the making, `WIDTH` by `height` pixels."""

    def __init__(self, height, title="", lesson="", corner=""):
        self.image = Image.new("RGB", (WIDTH * FINE, height * FINE), CARD)
        self.pen = ImageDraw.Draw(self.image)
        self.text(20, 24, title, 17, bold=True)
        self.text(20, 48, lesson, 14, GREY)
        self.text(WIDTH - 20, 24, corner, 13, GREY, align="r")

    def text(self, x, y, words, size=15, colour=INK, bold=False, align="l"):
        """Write around the height `y`; `x` is the left end, the middle or the right end: l, m, r.

        Returns the width of the words.
        """
        font = _font(size, bold)
        self.pen.text((x * FINE, y * FINE), str(words), colour, font, anchor=f"{align}m")
        return font.getlength(str(words)) / FINE

    def box(self, x, y, width, height, fill=None, line=None, thick=1):
        """Draw a rectangle; half of a thick line lies outside."""
        grow = (thick - 1) / 2
        left, top = round((x - grow) * FINE), round((y - grow) * FINE)
        right, bottom = (round((v + grow + 1) * FINE) - 1 for v in (x + width, y + height))
        self.pen.rectangle((left, top, right, bottom), fill, line, thick * FINE if line else 0)

    def line(self, *points, colour=LINE, thick=1.5):
        """Draw a line through points (x, y)."""
        dots = [(x * FINE, y * FINE) for x, y in points]
        self.pen.line(dots, colour, round(thick * FINE), joint="curve")

    def arrow(self, start, tip, colour=GREY, thick=1.5):
        """Draw a straight arrow from one point (x, y) to another."""
        start, tip = np.array(start, float), np.array(tip, float)
        along = (tip - start) / np.hypot(*(tip - start))
        across = along[::-1] * [4, -4]
        neck = tip - 9 * along
        self.line(start, neck, colour=colour, thick=thick)
        self.pen.polygon([tuple(p * FINE) for p in (tip, neck + across, neck - across)], colour)

    def dot(self, x, y, radius=3, colour=ORANGE):
        """Draw a dot."""
        self.pen.circle((x * FINE, y * FINE), radius * FINE, colour)

    def grid(self, x, y, values, cell=36, fill=INPUT, show=True, ink=INK, size=16, name=""):
        """Draw an array (H, W) as a grid of numbers, under its name.

        Fill, ink and show (whether the number is written) are for all cells, or (H, W) arrays.
        """
        fill, ink, show = (np.broadcast_to(a, values.shape) for a in (fill, ink, show))
        for (r, c), value in np.ndenumerate(values):
            self.box(x + c * cell, y + r * cell, cell, cell, str(fill[r, c]), LINE)
            if show[r, c]:
                middle = x + (c + 0.5) * cell + 0.5, y + (r + 0.5) * cell + 0.5
                self.text(*middle, number(value), size, str(ink[r, c]), align="m")
        self.text(x + values.shape[1] * cell / 2, y - 14, name, 14, GREY, align="m")

    def frame(self, x, y, first, shape, cell=36, colour=ORANGE):
        """Outline some cells of a grid at (x, y): `first` is (row, column), `shape` how many."""
        (row, column), (height, width) = first, shape
        place = x + column * cell, y + row * cell, width * cell, height * cell
        self.box(*place, line=colour, thick=3)

    def product_rows(self, x, y, window, w, slot=84):
        """Write the products of two arrays (KH, KW), one line for each row; return the end."""
        for (r, c), value in np.ndenumerate(window):
            here = x + c * slot, y + r * 24
            if r or c:
                self.text(here[0] - 13, here[1], "+", 15, GREY, align="m")
            self.text(*here, f"{number(value)}·{factor(w[r, c])}", 15)
        return x + window.shape[1] * slot, y + (window.shape[0] - 1) * 24

    def paste(self, x, y, pixels, zoom):
        """Show `uint8` pixels, (H, W) or (H, W, 3), each of them `zoom` wide."""
        image = Image.fromarray(pixels).convert("RGB")
        size = image.width * zoom * FINE, image.height * zoom * FINE
        self.image.paste(image.resize(size, Image.Resampling.NEAREST), (x * FINE, y * FINE))


def factor(value):
    """`value` as it stands in a product: in brackets if negative."""
    return f"({number(value)})" if value < 0 else number(value)


def products(values, w):
    """The dot product of two vectors, written out."""
    return " + ".join(f"{number(a)}·{factor(b)}" for a, b in zip(values, w, strict=True))


def grey(values, low=None, high=None):
    """Values as greys: `low`, or the lowest, is black, and `high`, or the highest, white."""
    low = values.min() if low is None else low
    high = values.max() if high is None else high
    return np.rint(255 * np.clip((values - low) / (high - low), 0, 1)).astype(np.uint8)


def blue_orange(values):
    """Values as colours (H, W, 3): blue is negative, white 0, orange positive."""
    share = (values / abs(values).max())[..., None]
    negative, positive = np.array([rgb(colours.BLUE), rgb(colours.ORANGE)], dtype=float)
    ends = np.where(share < 0, negative, positive)
    return np.rint(255 + abs(share) * (ends - 255)).astype(np.uint8)


def save_png(card, path, colours=32, greys=0):
    """Write a still picture in so many colours, of which `greys` lead from black to white."""
    pixels = _pixels(card)
    _write(path, _with_palette(pixels, _palette([pixels], colours, greys)))


def save_gif(cards, path, seconds=1.0, last=3.0, colours=24, greys=0):
    """Write an animation that loops for ever; the last frame stays longer."""
    frames = [_pixels(card) for card in cards]
    palette = _palette(frames, colours, greys)
    images = [_with_palette(pixels, palette) for pixels in frames]
    times = [round(1000 * seconds)] * (len(images) - 1) + [round(1000 * last)]
    _write(path, images[0], save_all=True, append_images=images[1:], duration=times, loop=0)


@functools.cache
def _font(size, bold):
    path = FONTS / f"DejaVuSans{'-Bold' * bold}.ttf"
    # The basic layout is part of every Pillow; the other one needs a library beside it.
    return ImageFont.truetype(path, size * FINE, layout_engine=ImageFont.Layout.BASIC)


def _pixels(card):
    """A card at its real size: one number a pixel, 0xRRGGBB."""
    rgb = np.asarray(card.image.reduce(FINE)).astype(np.uint32)
    return rgb[..., 0] << 16 | rgb[..., 1] << 8 | rgb[..., 2]


def _rgb(packed):
    return np.stack([packed >> 16, packed >> 8 & 255, packed & 255], axis=-1).astype(np.uint8)


def _palette(frames, colours, greys):
    """The colours (N, 3): our own and the greys, which stay exact, and shades of what is drawn."""
    own = np.array([rgb(colour) for colour in COLOURS])
    ramp = np.repeat(np.rint(np.linspace(0, 255, greys))[:, None], 3, axis=1)
    found = np.unique(np.concatenate([np.unique(pixels) for pixels in frames]))
    shades = Image.fromarray(_rgb(found)[None]).quantize(colours - len(own) - greys).getpalette()
    return np.vstack([own, ramp, np.reshape(shades, (-1, 3))]).astype(np.uint8)


def _with_palette(pixels, palette):
    """Every pixel in the nearest colour of the palette. (Pillow's own way comes only close.)"""
    found = np.unique(pixels)
    distance = _rgb(found)[:, None].astype(int) - palette.astype(int)
    nearest = (distance**2).sum(axis=2).argmin(axis=1).astype(np.uint8)
    image = Image.frombytes(
        "P", pixels.shape[::-1], nearest[np.searchsorted(found, pixels)].tobytes()
    )
    image.putpalette(palette.ravel().tolist())
    return image


def _write(path, image, **options):
    file = io.BytesIO()
    image.save(file, format=path.suffix[1:], optimize=True, **options)
    write_whole(path, file.getvalue())
