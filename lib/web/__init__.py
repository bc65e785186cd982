"""Pages of plain JavaScript: one file each, without a network, for a notebook or for themselves."""

import html
import io
import json
from base64 import b64encode
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure

HERE = Path(__file__).resolve().parent
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}
<script>
{script}</script>
</body>
</html>
"""
FRAME = (
    '<iframe srcdoc="{page}" title="{title}" allow="camera" '
    'style="width: 100%; height: 0; border: 0; display: block"></iframe>'
)


def encode(array: np.ndarray) -> dict:
    """An array of uint8, float32 or float64 as `Numbers.decode` takes it."""
    kind = {"uint8": "u1", "float32": "f4", "float64": "f8"}[array.dtype.name]
    data = b64encode(np.ascontiguousarray(array, "<" + kind).tobytes()).decode()
    return {"shape": array.shape, "type": kind, "data": data}


def page(title: str, body: str, scripts: tuple, start: str, **data: object) -> str:
    """A page that needs nothing else.

    Parameters
    ----------
    title : str
        In plain text.
    body : str
        HTML.
    scripts : tuple of str
        Names of files here, in their order.
    start : str
        A statement of JavaScript that puts it all in motion; it finds each of `data` by name.
    **data
        What JSON can hold.
    """
    parts = [(HERE / name).read_text(encoding="utf-8") for name in scripts]
    # No text of the data can end the script: "<" is written as an escape.
    given = [f"const {k} = {json.dumps(v)};".replace("<", "\\u003c") for k, v in data.items()]
    return PAGE.format(
        title=html.escape(title),
        style=(HERE / "style.css").read_text(encoding="utf-8"),
        body=body,
        script="\n".join([*parts, *given, "View.settle();", start, ""]),
    )


def still(figure: Figure, words: str) -> tuple[str, str]:
    """A figure as PNG in base64, and as HTML, with words for those who do not see it."""
    with io.BytesIO() as file:
        figure.savefig(file, format="png", bbox_inches="tight", pad_inches=0.1)
        png = b64encode(file.getvalue()).decode()
    source = f"data:image/png;base64,{png}"
    return png, f'<img src="{source}" alt="{html.escape(words)}" style="max-width: 100%">'


def frame(made: str, title: str, still: str) -> str:
    """A page within the output of a cell; `still` is the HTML that stands in where nothing runs."""
    return still + FRAME.format(page=html.escape(made), title=html.escape(title))
