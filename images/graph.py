"""The visual language of the computational graphs.

Values are blue, with solid arrows that point right. Gradients are orange, with dashed arrows that
point left. An operation is a white box. An array is a grid of its numbers, under its name and its
shape. What a picture speaks of is lit: white on full colour.

All lengths and font sizes are in pixels, and y grows downwards.
"""

import io

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, Polygon, Rectangle
from PIL import Image

from grading.whole import write_whole
from lib.colours import BLUE as VALUE
from lib.colours import CARD, GREY, INK, LINE, PALE_BLUE, PALE_ORANGE, WASH
from lib.colours import DARK_ORANGE as GRADIENT
from lib.plotting import number

WIDTH = 780
CELL = 30
PALE = {VALUE: PALE_BLUE, GRADIENT: PALE_ORANGE}


class Graph:
    """A picture of `WIDTH` by `height` pixels, to draw a graph on."""

    def __init__(self, height):
        # At 72 dots per inch one point is one pixel.
        self.figure = Figure((WIDTH / 72, height / 72), dpi=72, facecolor=CARD)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set(xlim=(0, WIDTH), ylim=(height, 0))
        self.axes.axis("off")

    def text(self, x, y, words, colour=INK, size=14, align="center"):
        """Write at (x, y), which is the text's middle, or its end on the side of `align`."""
        self.axes.text(
            *(x, y, words),
            color=colour,
            fontsize=size,
            horizontalalignment=align,
            verticalalignment="center_baseline",
            fontfamily="DejaVu Sans",
            math_fontfamily="dejavusans",
        )

    def node(self, x, y, label, width=96, height=84, size=17):
        """An operation, around (x, y)."""
        box = (x - width / 2, y - height / 2), width, height
        style = "round,pad=0,rounding_size=8"
        self.axes.add_patch(
            FancyBboxPatch(*box, boxstyle=style, facecolor="white", edgecolor=INK, linewidth=1.5)
        )
        self.text(x, y, label, size=size)

    def frame(self, x, y, width, height, label):
        """A grey frame around what belongs together; (x, y) is its upper left corner."""
        corner = (x, y), width, height
        self.axes.add_patch(Rectangle(*corner, facecolor=WASH, edgecolor=LINE, zorder=0))
        self.text(x + width / 2, y + 16, label, GREY, 13)

    def value(self, *points):
        """A solid blue arrow through the points (x, y)."""
        self._arrow(points, VALUE, "-")

    def gradient(self, *points):
        """A dashed orange arrow through the points (x, y)."""
        self._arrow(points, GRADIENT, (0, (3, 1.5)))

    def _arrow(self, points, colour, dashes):
        points = np.array(points, dtype=float)
        tip = points[-1].copy()
        along = tip - points[-2]
        along /= np.hypot(*along)
        across = along[::-1] * [-1, 1]
        points[-1] = tip - 9 * along
        self.axes.plot(*points.T, color=colour, linewidth=2, linestyle=dashes)
        foot = tip - 11 * along
        head = [tip, foot + 5 * across, foot - 5 * across]
        self.axes.add_patch(Polygon(head, facecolor=colour, edgecolor="none"))

    def cells(self, x, y, array, name="", colour=VALUE, lit=False, shown=True, cell=CELL):
        """An array as a grid of numbers around (x, y), its name and shape above it.

        Parameters
        ----------
        array : array of shape (), (T,) or (H, W), of whole numbers
        name : str
        colour : VALUE or GRADIENT
        lit, shown : bool, or bool array of the array's shape
            Where a cell is white on full colour, and where its number is written at all.
        """
        grid = np.atleast_2d(array)
        rows, columns = grid.shape
        lit, shown = (np.broadcast_to(np.atleast_2d(mask), grid.shape) for mask in (lit, shown))
        left, top = x - columns * cell / 2, y - rows * cell / 2
        for (i, j), value in np.ndenumerate(grid):
            corner = left + j * cell, top + i * cell
            edge = PALE[colour] if lit[i, j] else colour
            fill = colour if lit[i, j] else PALE[colour] if shown[i, j] else CARD
            self.axes.add_patch(
                Rectangle(corner, cell, cell, facecolor=fill, edgecolor=edge, linewidth=1)
            )
            if shown[i, j]:
                middle = corner[0] + cell / 2, corner[1] + cell / 2
                self.text(*middle, number(value), "white" if lit[i, j] else INK)
        if name:
            self.text(x, top - 13, f"{name}  {shape(array)}".strip(), colour, 16)

    def fork(self, x, y):
        """A disc where one value goes several ways."""
        self.axes.add_patch(Circle((x, y), 6, facecolor=INK, zorder=3))

    def hinge(self, x, y, size=26):
        """The curve of ReLU: flat, then rising."""
        curve = np.array([[-1, 0], [0, 0], [0.8, -0.8]]) * size + [x, y]
        self.axes.plot(*curve.T, color=INK, linewidth=2, solid_capstyle="round")

    def key(self, y, gradients=True):
        """Say what the arrows mean, along the bottom."""
        self.value((24, y), (58, y))
        self.text(66, y, "values, forward", VALUE, 13, "left")
        if gradients:
            self.gradient((244, y), (210, y))
            self.text(252, y, "gradients, backward", GRADIENT, 13, "left")
            self.text(WIDTH - 24, y, r"$\nabla$ is a d in code: dx, dw", GREY, 13, "right")

    def save(self, path):
        """Write a small PNG: the same bytes each time, and never half a file."""
        canvas = FigureCanvasAgg(self.figure)
        canvas.draw()
        pixels = np.asarray(canvas.buffer_rgba())[..., :3]
        picture = Image.fromarray(np.ascontiguousarray(pixels)).quantize(
            64, dither=Image.Dither.NONE
        )
        file = io.BytesIO()
        picture.save(file, "PNG", optimize=True)
        write_whole(path, file.getvalue())


def shape(array):
    """An array's shape as in a text: "5 numbers", "2 × 3"; nothing for a single number."""
    return " × ".join(map(str, np.shape(array))) + (" numbers" if np.ndim(array) == 1 else "")


def listed(array):
    """An array as text: "1, −2, 3"; the rows of a matrix are parted by semicolons."""
    return "; ".join(", ".join(map(number, row)) for row in np.atleast_2d(array))
