"""Draw a digit, and your network reads it: your layers, your weights, every map, as you draw.

    from lib.network_view import network_view
    network_view(network, params)

The page draws; each layer's output is computed by the layer itself, in this notebook. Where there
are no widgets, a picture of one digit's way through the network stands in its place.
"""

import base64
import contextlib
import itertools
import json
from pathlib import Path

import numpy as np
from IPython import get_ipython
from IPython.display import display

from lib import web
from lib.explorer import digits
from lib.plotting import draw_row

SCRIPTS = ("numbers.js", "view.js", "network.js", "bridge.js")
WEIGHTS = Path(__file__).parent / "data" / "network.npz"
BODY = '<main id="network"></main>'
START = (
    'const network = new NetworkView(document.getElementById("network"), networkData, ask(bridge));'
)
_counter = itertools.count()


def network_view(network, params: dict) -> None:
    """Show what a network sees while you draw.

    Parameters
    ----------
    network
        Has ``steps``: a list of ``[layer, *names of its weights in params]``. ``layer.forward``
        takes a batch and the weights. The first takes images (1, 1, 28, 28) with values in [0, 1],
        the last gives one number for each class, (1, K).
    params : dict of arrays
        The weights: (O, C, KH, KW) and (O,) of a convolution, (D, K) and (K,) of a dense layer.

    Raises
    ------
    ValueError
        If a layer's answer is no array of numbers for one image.
    """
    image = digits(1)[4, 0][None, None] / 255
    outputs = _run(network, params, image)
    steps = [
        _step(layer, [params[name] for name in names], before, after)
        for (layer, *names), before, after in zip(
            network.steps, [image, *outputs], outputs, strict=False
        )
    ]
    if get_ipython() is None:
        return
    words, png, still = _still(image, steps, outputs)
    shown = {"image/png": png, "text/plain": words}
    box = _box(network, params, steps, still) if hasattr(get_ipython(), "kernel") else None
    live = {} if box is None else box._repr_mimebundle_()
    display({**shown, **live}, metadata={"image/png": {"alt": words}}, raw=True)


def shipped(count: int) -> dict:
    """What the page is given of the network that comes along: trained in lab 7."""
    with np.load(WEIGHTS) as file:
        p = {name: file[name] for name in file.files}

    def conv(w, b):
        return {"w": web.encode(p[w]), "b": web.encode(p[b]), "stride": 1, "padding": 0}

    steps = [
        {"kind": "conv", "name": "8 filters, 5 × 5", **conv("w1", "b1")},
        {"kind": "relu", "name": "ReLU"},
        {"kind": "pool", "name": "max pooling", "size": 2, "stride": 2},
        {"kind": "conv", "name": "16 filters, 3 × 3", **conv("w2", "b2")},
        {"kind": "relu", "name": "ReLU"},
        {"kind": "pool", "name": "max pooling", "size": 2, "stride": 2},
        {"kind": "flatten", "name": "flatten"},
        {"kind": "dense", "name": "dense", "w": web.encode(p["W3"]), "b": web.encode(p["b3"])},
    ]
    return {"steps": steps, "digits": web.encode(digits(count)), "digit": 4}


def _run(network, params, image):
    """The output of each layer for one image, without its batch."""
    outputs, X = [], image
    for layer, *names in network.steps:
        X = layer.forward(X, *(params[name] for name in names))
        name = f"{type(layer).__name__}.forward"
        if not isinstance(X, np.ndarray) or X.ndim not in (2, 4) or len(X) != 1:
            found = f"shape {X.shape}" if isinstance(X, np.ndarray) else type(X).__name__
            raise ValueError(f"{name}: expected an array (1, C, H, W) or (1, D), got {found}")
        if X.dtype.kind not in "biuf":
            raise ValueError(f"{name}: expected numbers, got {X.dtype}")
        outputs.append(X[0])
    return outputs


def _step(layer, weights, before, after):
    """What the page has to know of a layer. Its kind is read off the shapes."""
    name, stride = type(layer).__name__, getattr(layer, "stride", None)
    padding = getattr(layer, "padding", 0)
    small = [np.asarray(w, dtype=np.float32) for w in weights]
    before = before[0] if before.ndim in (2, 4) and len(before) == 1 else before
    step: dict = {"kind": "other", "name": name}
    if len(small) == 2 and small[0].ndim == 4:
        step["kind"] = "conv"
        step |= {"stride": int(stride or 1), "padding": int(padding)}
        step["name"] = f"{name}, {len(small[0])} of {small[0].shape[2]} × {small[0].shape[3]}"
    elif len(small) == 2 and small[0].ndim == 2:
        step["kind"] = "dense"
    elif after.ndim == 1 and before.ndim == 3:
        step["kind"] = "flatten"
    elif after.ndim == 3 and after.shape == before.shape:
        step["kind"] = "relu"
    elif after.ndim == 3 and getattr(layer, "size", None):
        step |= {"kind": "pool", "size": int(layer.size), "stride": int(stride or layer.size)}
    if small:
        step |= {"w": web.encode(small[0]), "b": web.encode(small[-1])}
    return step


def _box(network, params, steps, still):
    """Two hidden widgets that carry digits and outputs, and the page that speaks with them."""
    try:
        import ipywidgets as ui
    except ImportError:
        print("The picture stands still: to draw, install ipywidgets and restart the kernel.")
        return None
    bridge = f"network-view-{next(_counter)}"
    digit, outputs = ui.Text(layout={"display": "none"}), ui.HTML(layout={"display": "none"})
    digit.add_class(f"{bridge}-digit")
    outputs.add_class(f"{bridge}-outputs")

    def read(change):
        number, _, text = change["new"].partition(" ")
        with contextlib.suppress(ValueError):  # no message of the page's
            pixels = np.frombuffer(base64.b64decode(text, validate=True), "<f4").astype(float)
            found = _run(network, params, pixels.reshape(1, 1, 28, 28))
            made = json.dumps([web.encode(x.astype(np.float32)) for x in found])
            outputs.value = f"<i data-number='{int(number)}' data-outputs='{made}'></i>"

    digit.observe(read, "value")
    data = {"steps": steps, "digits": web.encode(digits(5)), "digit": 4}
    page = web.page("Network", BODY, SCRIPTS, START, networkData=data, bridge=bridge)
    shown = ui.HTML(web.frame(page, "Your network", still))
    return ui.VBox([shown, digit, outputs])


def _still(image, steps, outputs):
    """The way of one digit through the network, in words, as PNG in base64, and as HTML."""
    maps = [(s["name"], x) for s, x in zip(steps, outputs, strict=True) if x.ndim == 3]
    # Numbers far below zero, as before a ReLU, would make all others a pale grey.
    maps = [(name, x) for name, x in maps if x.min() >= 0] or maps
    shown = [("digit", image[0, 0]), *((f"{name}, map 0", x[0]) for name, x in maps)]
    figure = draw_row(
        [x for _, x in shown], [name for name, _ in shown], ["image", *["map"] * len(maps)]
    )
    words = f"A 4 goes through the network, which reads a {int(np.argmax(outputs[-1]))}."
    return words, *web.still(figure, words)
