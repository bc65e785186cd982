"""Play with a filter, and see at once what it sees.

    from lib.explorer import explore
    explore()      # a handwritten 4
    explore(X)     # an image of yours

Choose, draw or upload an image, choose a filter or type its numbers, and point at a pixel of the
map to see the window, the products and the sum that made it. Where nothing can answer, as in an
exported page, a picture stands in its place.
"""

import base64
import io
from itertools import pairwise
from threading import RLock

import matplotlib.style
import numpy as np
from IPython import get_ipython
from IPython.display import display
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.transforms import Bbox
from PIL import Image, ImageOps

from lib.mnist import _load_bundle
from lib.plotting import COLOURS, ORANGE, STYLE, _checked, _limits, _number

DIGIT = 28, 28  # pixels
SIZES = (3, 5)
WIDTH, HEIGHT, SIDE = 7.6, 5.5, 2.1  # of the picture and of a panel: inches of 100 pixels
DPI = 150  # more than 100, for sharp screens
UPLOAD = 20_000_000  # bytes of a file, and pixels of the picture in it

# ipywidgets tells nobody where a picture was clicked. These lines write each press or drag into a
# hidden text field, as fractions of the picture, after the time of the press. Without them (a page
# that forbids scripts) the sliders and buttons still do all of it.
POINT = """
    const box = this.closest('.filter-explorer');
    const across = event.offsetX / this.clientWidth, down = event.offsetY / this.clientHeight;
    const at = ' ' + across.toFixed(4) + ',' + down.toFixed(4);
    if (event.type == 'pointerdown') {
        this.setPointerCapture(event.pointerId);
        box.path = Date.now() + at;
    } else if (this.hasPointerCapture(event.pointerId)) box.path += at;
    else return;
    const field = box.querySelector('.filter-explorer-path input');
    field.value = box.path;
    field.dispatchEvent(new Event('input', {bubbles: true}));
"""
# It lies over the picture. The picture that stands in for the explorer hides while this is there.
GLASS = """
<style>
.jp-OutputArea-child:has(+ .jp-OutputArea-child .filter-explorer) {{ display: none }}
.filter-explorer-glass .widget-html-content {{ width: 100%; height: 100% }}
.filter-explorer-numbers .widget-label {{ position: absolute; clip-path: inset(50%) }}
</style>
<div style="width: 100%; height: 100%; cursor: crosshair; touch-action: {touch}" aria-hidden="true"
     onpointerdown="{point}" onpointermove="{point}"></div>
"""
# The picture in words, for those who cannot see it.
WORDS = '<div style="position: absolute; clip-path: inset(50%)" role="note">{}</div>'


def explore(X=None):
    """Show the filter explorer.

    Parameters
    ----------
    X : array (H, W), optional
        An image of yours, at least 5 x 5, with values in [0, 1] or of type `uint8`; it is not
        changed. Default: a handwritten 4.

    Raises
    ------
    ValueError
        If `X` is no such image.

    Notes
    -----
    The controls need ipywidgets and a running notebook. Without them a picture is shown, and
    outside IPython nothing.
    """
    own = None if X is None else _image(X)
    if get_ipython() is None:
        return
    digits = _digits()
    shown, w = digits[4][0] if own is None else own, presets(3)["vertical edges"]
    row, column = _best(shown, w)
    words = describe(shown, w, row, column)
    png = base64.b64encode(Picture().draw(shown, w, row, column)).decode()
    size = {"width": int(100 * WIDTH), "height": int(100 * HEIGHT), "alt": words}
    display({"image/png": png, "text/plain": words}, metadata={"image/png": size}, raw=True)
    # The picture stands in an output of its own: in a page that holds the state of widgets but
    # finds no scripts for them, the second output stays empty.
    if not hasattr(get_ipython(), "kernel"):
        return
    try:
        explorer = Explorer(own, digits)
    except ImportError:
        print("The picture stands still: for its controls, install ipywidgets and restart.")
        return
    data = explorer.box._repr_mimebundle_()
    data["text/plain"] = "Run this cell in a live notebook to change the filter and the image."
    display(data, raw=True)


# What the pictures show


def presets(k):
    """Filters of shape (k, k) by name, for k = 3 or 5."""
    ones, one = np.ones((k, k)), np.zeros((k, k))
    one[k // 2, k // 2] = 1
    smooth = {3: [1, 2, 1], 5: [1, 4, 6, 4, 1]}[k]
    slope = {3: [1, 0, -1], 5: [1, 2, 0, -2, -1]}[k]
    step = np.arange(k) - k // 2
    return {
        "identity": one,
        "box blur": ones / k**2,
        "Gaussian blur": np.outer(smooth, smooth) / np.sum(smooth) ** 2,
        "sharpen": 2 * one - ones / k**2,
        "vertical edges": np.outer(smooth, slope).astype(float),
        "horizontal edges": np.outer(slope, smooth).astype(float),
        "edges all around (Laplace)": k**2 * one - ones,
        "diagonal lines": k * np.eye(k) - ones,
        "emboss": step[:, None] + step + one,
        "all zero": 0 * one,
    }


def activation_map(X, w):
    """The valid cross-correlation of `X` (H, W) with `w` (K, K): (H - K + 1, W - K + 1)."""
    windows = np.lib.stride_tricks.sliding_window_view(X, w.shape)
    return np.tensordot(windows, w, axes=2)


def look_at(X, w, row, column):
    """The window of `X` under `w` at `map[row, column]`, its products with `w`, and their sum."""
    window = X[row : row + w.shape[0], column : column + w.shape[1]]
    return window, window * w, float(np.sum(window * w))


def describe(X, w, row, column):
    """The picture in words and numbers."""

    def rows(x):
        return "; ".join(" ".join(map(_short, line)) for line in x)

    window, products, total = look_at(X, w, row, column)
    A = activation_map(X, w)
    return (
        f"An image, {X.shape[0]} × {X.shape[1]}, and its activation map, from {_number(A.min())} "
        f"to {_number(A.max())}. At row {row}, column {column}, window: {rows(window)}. "
        f"Filter: {rows(w)}. Products: {rows(products)}. Their sum is {_number(total)}."
    )


def to_digit(data):
    """A picture file (PNG or JPEG, as bytes) as an image like MNIST's: (28, 28), in [0, 1].

    The middle square is taken. Paper that is bright at the edges becomes black, and its ink white.

    Raises
    ------
    ValueError
        If it is no such file, or too large.
    """
    if len(data) > UPLOAD:
        raise ValueError(f"expected at most {UPLOAD:,} bytes, got {len(data):,}: make it smaller")
    try:
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG"]) as picture:
            width, height = picture.size
            if width * height > UPLOAD:
                raise ValueError(f"expected at most {UPLOAD:,} pixels, got {width} × {height}")
            upright = ImageOps.exif_transpose(picture).convert("RGBA")
    except (OSError, SyntaxError) as error:  # what Pillow says of damaged files
        raise ValueError("expected a PNG or JPEG picture, and could not read this one") from error
    on_white = Image.alpha_composite(Image.new("RGBA", upright.size, "white"), upright)
    small = ImageOps.fit(on_white.convert("L"), DIGIT, Image.Resampling.BOX)
    X = np.asarray(small) / 255
    edge = np.concatenate([X[0], X[-1], X[:, 0], X[:, -1]])
    return 1 - X if np.median(edge) > 0.5 else X


def paint(X, points, erase=False):
    """A copy of `X` (H, W) with a stroke through `points`, a list of (row, column), in white."""
    points = np.array(points, float)
    # A fast hand leaves gaps of many pixels between two points: walk from one to the next.
    steps = [np.linspace(a, b, 2 + int(2 * np.hypot(*(b - a)))) for a, b in pairwise(points)]
    places = np.concatenate([points, *steps])
    rows, columns = np.indices(X.shape)[..., None]
    distance = np.hypot(rows - places[:, 0], columns - places[:, 1]).min(axis=-1)
    ink = np.clip(1.6 - distance, 0, 1)
    return np.minimum(X, 1 - ink) if erase else np.maximum(X, ink)


class Picture:
    """The picture of an image, a filter, and one position; it keeps its artists."""

    def __init__(self):
        self.form = None

    def draw(self, X, w, row, column):
        """Draw `X` (H, W), `w` (K, K) and the position of the map; returns a PNG as bytes."""
        A = activation_map(X, w)
        window, products, total = look_at(X, w, row, column)
        if self.form != (X.shape, w.shape):
            self.form = X.shape, w.shape
            with matplotlib.style.context(STYLE):
                self._build(X.shape, A.shape, w.shape)
        at, weights = (row, column), _limits("filter", [w])
        low, high = _number(A.min()), _number(A.max())
        panels = self.panels
        panels["image"].show(X, (0, 1), at=at)
        panels["patch"].show(w > 0, (0, 1), f"would score {_number(w[w > 0].sum())}")
        panels["map"].show(A, _limits("map", [A]), f"{low} black, {high} white", at)
        panels["window"].show(window, (0, 1))
        panels["filter"].show(w, weights)
        panels["products"].show(products, weights, f"sum {_number(total)} = map[{row}, {column}]")
        with io.BytesIO() as file:
            pixels = np.asarray(self.canvas.buffer_rgba())[..., :3]
            Image.fromarray(pixels).save(file, "PNG", compress_level=1)
            return file.getvalue()

    def place(self, across, down):
        """The panel at these fractions of the picture, and the (row, column) in its cells."""
        at = np.array([across, 1 - down]) * self.canvas.figure.bbox.size
        for name, panel in self.panels.items():
            if panel.axes.bbox.contains(*at):
                column, row = panel.axes.transData.inverted().transform(at)
                return name, (row, column)
        return None, None

    def _build(self, image, map_, filter_):
        """Make all panels, for an image, a map and a filter of these shapes."""
        figure = Figure((WIDTH, HEIGHT), dpi=DPI)
        self.canvas, self.panels = FigureCanvasAgg(figure), {}
        for i, (name, title, shape, kind) in enumerate(
            (
                ("image", f"image, {image[0]} × {image[1]}", image, "image"),
                ("patch", "patch the filter likes most", filter_, "image"),
                ("map", f"activation map, {map_[0]} × {map_[1]}", map_, "map"),
                ("window", "window", filter_, "image"),
                ("filter", "filter", filter_, "filter"),
                ("products", "products", filter_, "filter"),
            )
        ):
            left, bottom = 0.25 + (i % 3) * (SIDE + 0.4), 3.05 if i < 3 else 0.35
            box = left / WIDTH, bottom / HEIGHT, SIDE / WIDTH, SIDE / HEIGHT
            axes = figure.add_axes(box, title=title, xticks=[], yticks=[])
            mark = {"image": filter_, "map": (1, 1)}.get(name)
            self.panels[name] = Panel(axes, shape, kind, numbers=i >= 3, mark=mark)
        self.panels["products"].caption.set_fontweight("bold")
        for name, sign in (("window", "×"), ("filter", "=")):
            style = {"size": 18, "ha": "center", "va": "center"}
            axes = self.panels[name].axes
            axes.text(1 + 0.2 / SIDE, 0.5, sign, transform=axes.transAxes, **style)
        self.canvas.draw()
        for panel in self.panels.values():
            panel.keep_background()


class Panel:
    """One array in the picture, with its caption, its numbers and a mark, if it has these.

    A redraw has to keep up with a hand on a slider: what never changes is kept as pixels, and a
    panel whose values have not changed stays as it is.
    """

    def __init__(self, axes, shape, kind, numbers, mark):
        self.axes, self.state = axes, None
        self.image = axes.imshow(np.zeros(shape), COLOURS[kind], interpolation="nearest")
        style = {"ha": "center", "va": "top", "transform": axes.transAxes}
        self.caption = axes.text(0.5, -0.03, "", **style)
        self.artists, self.numbers, self.mark = [self.image, self.caption], [], None
        if max(shape) <= max(SIZES):
            for draw, n, m in ((axes.hlines, *shape), (axes.vlines, *shape[::-1])):
                between = np.arange(1, n) - 0.5
                self.artists.append(draw(between, -0.5, m - 0.5, color="0.5", linewidth=0.5))
        if numbers:
            style = {"ha": "center", "va": "center", "size": 11 if shape[0] == 3 else 9}
            self.numbers = [axes.text(c, r, "", **style) for r, c in np.ndindex(shape)]
        if mark:
            self.mark = Rectangle((0, 0), *mark[::-1], fill=False, color=ORANGE, linewidth=2)
            self.artists.append(axes.add_patch(self.mark))
        self.artists += self.numbers
        for artist in self.artists:
            artist.set_animated(True)

    def keep_background(self):
        """Keep the pixels of this panel and of the line below it, now that they are drawn."""
        box = self.axes.bbox.expanded(1.02, 1.3).extents
        self.background = self.axes.figure.canvas.copy_from_bbox(Bbox.from_extents(*box))

    def show(self, x, limits, caption="", at=(0, 0)):
        """Draw the values of `x`, black or blue at limits[0], with the mark at (row, column)."""
        state = x.tobytes(), limits, caption, at
        if state == self.state:
            return
        self.state = state
        self.image.set(data=x, clim=limits)
        self.caption.set_text(caption)
        if self.mark:
            self.mark.set_xy((at[1] - 0.5, at[0] - 0.5))
        light = self.image.to_rgba(x)[..., :3] @ [0.299, 0.587, 0.114]
        for text, v, bright in zip(self.numbers, x.flat, light.flat, strict=False):
            text.set(text=_short(v, 3 if x.shape[1] == 3 else 2), color="wk"[int(bright > 0.45)])
        self.axes.figure.canvas.restore_region(self.background)
        for artist in self.artists:
            self.axes.draw_artist(artist)


# What the controls do


class Explorer:
    """The controls, and the picture that follows them: `box` is what is shown.

    What is seen is in `X`, `w` and `at`. A control changes these, and then `_show` sets all
    controls and the picture by them. One change at a time: JupyterLab may deliver the next one in
    another thread, while the picture of the last is still being drawn.
    """

    def __init__(self, own, digits):
        import ipywidgets as ui

        self.lock, self.showing = RLock(), False
        self.digits, self.digit, self.picture = digits, (4, 0), Picture()
        self.own = np.zeros(DIGIT) if own is None else own
        self.X, self.w = digits[4][0] if own is None else own, presets(3)["vertical edges"]
        self.at = _best(self.X, self.w)

        label = {"description_width": "52px"}
        narrow = {"description_width": "initial"}  # a label with no room would end in dots
        choice = {"style": {"button_width": "auto"}, "layout": {"width": "max-content"}}
        images = [*(f"digit {n}" for n in range(10)), "your own"]
        self.image = ui.Dropdown(options=images, description="image", style=label)
        self.number = ui.IntSlider(description="which", style=narrow)
        self.upload = ui.FileUpload(description="upload", accept=".png,.jpg,.jpeg")
        modes = ["look", "draw", "erase"]
        self.mouse = ui.ToggleButtons(options=modes, **choice)
        names = [*presets(3), "your own"]
        self.preset = ui.Dropdown(options=names, description="filter", style=label)
        sizes = [(f"{k} × {k}", k) for k in SIZES]
        self.size = ui.ToggleButtons(options=sizes, **choice)
        self.row = ui.IntSlider(description="row", style=label)
        self.column = ui.IntSlider(description="column", style=label)
        self.numbers = {k: [self._number_field(ui, k, i) for i in range(k * k)] for k in SIZES}
        self.grid = ui.GridBox(layout={"grid_gap": "2px"})
        self.grid.add_class("filter-explorer-numbers")
        self.png = ui.Image(layout={"width": "100%", "grid_area": "1 / 1"})
        self.glass = ui.HTML(layout={"grid_area": "1 / 1", "margin": "0"})
        self.path = ui.Text(layout={"display": "none"})
        self.words, self.message = ui.HTML(), ui.Label()
        self.glass.add_class("filter-explorer-glass")
        self.path.add_class("filter-explorer-path")

        def button(words, action):
            made = ui.Button(description=words, layout={"width": "auto"})
            made.on_click(lambda _: self._do(action))
            return made

        for control, action in (
            (self.image, self._choose_image),
            (self.number, lambda i: self._set_digit(self.digit[0], i)),
            (self.upload, self._upload),
            (self.preset, self._choose_filter),
            (self.size, self._resize),
            (self.row, lambda row: self._look(row, self.at[1])),
            (self.column, lambda column: self._look(self.at[0], column)),
            (self.mouse, lambda _: None),
            (self.path, self._point),
        ):
            self._connect(control, action)
        side_by_side = {
            "flex_flow": "row wrap",
            "grid_gap": "4px 12px",
            "align_items": "flex-start",
        }
        drawing = [
            ui.HBox([ui.Label("mouse", layout={"width": "52px"}), self.mouse]),
            button("flip the window's middle", self._flip),
            button("clear", lambda: self._set_own(np.zeros(self.X.shape))),
            button("invert", lambda: self._set_own(1 - self.X)),
            self.message,
        ]
        filter_ = ui.Box([self.preset, self.size], layout=side_by_side)
        columns = f"minmax(0, {int(100 * WIDTH)}px)"
        self.box = ui.VBox(
            [
                ui.Box([self.image, self.number, self.upload], layout=side_by_side),
                ui.Box(drawing, layout=side_by_side),
                ui.Box([self.grid, ui.VBox([filter_, self.row, self.column])], layout=side_by_side),
                ui.GridBox([self.png, self.glass], layout={"grid_template_columns": columns}),
                self.words,
                self.path,
            ]
        )
        self.box.add_class("filter-explorer")
        self._show()

    def _number_field(self, ui, k, i):
        field = ui.BoundedFloatText(min=-999, max=999, step=0.5, layout={"width": "72px"})
        field.continuous_update = True
        field.description = f"row {i // k}, column {i % k}"  # heard, not seen
        self._connect(field, lambda value: self._type(i, value))
        return field

    def _connect(self, control, action):
        """Let a new value of a control do `action(value)`, unless `_show` has set it."""

        def react(change):
            with self.lock:
                if not self.showing:
                    self._do(lambda: action(change["new"]))

        control.observe(react, "value")

    def _do(self, action):
        with self.lock:
            self.message.value = ""
            try:
                action()
            except ValueError as error:
                self.message.value = f"{error}."
            self._show()

    # Each control changes what is seen

    def _choose_image(self, name):
        if name == "your own":
            self.X = self.own
        else:
            self._set_digit(int(name.removeprefix("digit ")), self.digit[1])

    def _set_digit(self, n, i):
        self.digit = n, min(i, len(self.digits[n]) - 1)
        self.X = self.digits[n][self.digit[1]]

    def _set_own(self, X):
        self.X = self.own = X

    def _upload(self, files):
        if files:
            self._set_own(to_digit(bytes(files[0]["content"])))

    def _choose_filter(self, name):
        if name != "your own":
            self.w = presets(len(self.w))[name]

    def _resize(self, k):
        name = self._filter_name()
        if name != "your own":
            self.w = presets(k)[name]
        elif k != len(self.w):
            self.w = np.pad(self.w, 1) if k > len(self.w) else self.w[1:-1, 1:-1]

    def _filter_name(self):
        same = (name for name, w in presets(len(self.w)).items() if np.array_equal(w, self.w))
        return next(same, "your own")

    def _type(self, i, value):
        self.w = self.w.copy()
        self.w.flat[i] = value

    def _look(self, row, column):
        self.at = row, column

    def _flip(self):
        row, column = np.add(self.at, len(self.w) // 2)
        X = self.X.copy()
        X[row, column] = 0 if X[row, column] > 0.5 else 1
        self._set_own(X)

    def _point(self, path):
        _, *points = path.split()
        seen = [self.picture.place(*map(float, point.split(","))) for point in points]
        panel = seen[0][0]  # where the pointer went down
        places = [place for name, place in seen if name == panel]
        if panel == "image" and self.mouse.value != "look":
            self._set_own(paint(self.X, places, erase=self.mouse.value == "erase"))
        elif panel in ("image", "map"):
            middle = len(self.w) // 2 if panel == "image" else 0
            self._look(*(round(v) - middle for v in places[-1]))

    def _show(self):
        """Set all controls, and the picture, by what is seen."""
        self.showing = True
        k, shape = len(self.w), self.X.shape
        self.at = tuple(min(max(v, 0), n - k) for v, n in zip(self.at, shape, strict=True))
        for slider, v, n in zip((self.row, self.column), self.at, shape, strict=True):
            slider.max = n - k
            slider.value = v
        n, i = self.digit
        self.number.disabled = own = self.X is self.own
        self.image.value = "your own" if own else f"digit {n}"
        self.number.max = len(self.digits[n]) - 1
        self.number.value = i
        self.preset.value = self._filter_name()
        self.size.value = k
        for field, v in zip(self.numbers[k], self.w.flat, strict=True):
            if abs(field.value - v) > 5e-4:  # leave it to those who type more digits
                field.value = round(v, 3)
        if len(self.grid.children) != k * k:
            self.grid.children = self.numbers[k]
            self.grid.layout.grid_template_columns = f"repeat({k}, 76px)"
        touch = "auto" if self.mouse.value == "look" else "none"
        glass = GLASS.format(touch=touch, point=POINT)
        if self.glass.value != glass:
            self.glass.value = glass
        self.words.value = WORDS.format(describe(self.X, self.w, *self.at))
        self.png.value = self.picture.draw(self.X, self.w, *self.at)
        self.showing = False


def _short(v, digits=3):
    """`v` with so many digits behind the point at most."""
    return _number(np.round(v, digits))


def _digits():
    """The digits of the training set by class: ten arrays (N, 28, 28) in [0, 1]; first a 4."""
    (images, labels), _ = _load_bundle()
    return [images[labels == n] / 255 for n in range(10)]


def _image(X):
    """`X` as an image of its own with values in [0, 1]."""
    X = _checked(X, "image", "expected")
    if min(X.shape) < max(SIZES):
        raise ValueError(f"expected an image of at least 5 × 5, got shape {X.shape}")
    X = X / 255 if X.dtype == np.uint8 else X.astype(float)
    if X.min() < 0 or X.max() > 1:
        found = f"{_number(X.min())} to {_number(X.max())}"
        raise ValueError(f"expected values from 0 to 1, got {found}: scale them, as in X / X.max()")
    return X


def _best(X, w):
    """The position where the map of `X` under `w` is highest, as (row, column)."""
    A = activation_map(X, w)
    return tuple(int(i) for i in np.unravel_index(A.argmax(), A.shape))
