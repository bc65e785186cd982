"""Clean the outputs of a student's cells: keep text and PNG, within limits."""

import base64
import binascii
import contextlib
import struct
from typing import Any

from grading.engine.description import error_name

MAX_TEXT = 20_000  # characters of an output
LEFT_OUT = "\n... (the rest is left out)\n"
MAX_TEXTS = 2 << 20  # characters of all outputs of a notebook
MAX_OUTPUTS = 200  # of a cell
MAX_PICTURES = 30  # of a notebook
MAX_PICTURE = 2 << 20  # characters, in base64
# Of all pictures together: a browser takes four bytes for a pixel, however small the file.
MAX_PIXELS = 60_000_000
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


class Outputs:
    """Keeps only harmless outputs of a student: text and PNG, within limits."""

    def __init__(self) -> None:
        self.room, self.pictures, self.pixels = MAX_TEXTS, MAX_PICTURES, MAX_PIXELS

    def clean(self, outputs: list[Any]) -> tuple[dict[str, Any], ...]:
        """A cell's outputs in the notebook format; invalid ones are left out."""
        kept = []
        for output in outputs[:MAX_OUTPUTS]:
            with contextlib.suppress(TypeError, ValueError, AttributeError, KeyError):
                kept.append(self._clean(output))
        return tuple(kept)

    def _clean(self, output: Any) -> dict[str, Any]:
        kind = output["output_type"]
        if kind == "stream":
            return {"output_type": kind, "name": "stdout", "text": self._text(output["text"])}
        if kind == "error":
            return {
                "output_type": kind,
                "ename": self._text(error_name(str(output["ename"]))),
                "evalue": self._text(output["evalue"]),
                "traceback": [self._text(line) for line in output["traceback"][:20]],
            }
        if kind not in ("display_data", "execute_result"):
            raise ValueError(kind)
        data = {"text/plain": self._text(output["data"].get("text/plain", ""))}
        picture = output["data"].get("image/png")
        pixels = _pixels_of_png(picture) if self.pictures else 0
        if 0 < pixels <= self.pixels:
            self.pictures -= 1
            self.pixels -= pixels
            data["image/png"] = picture
        shown = {"output_type": kind, "data": data, "metadata": {}}
        return shown | ({"execution_count": None} if kind == "execute_result" else {})

    def _text(self, text: object) -> str:
        text, room = str(text), max(0, min(self.room, MAX_TEXT))
        kept = text if len(text) <= room else text[:room] + LEFT_OUT
        self.room -= len(kept)
        return kept


def _pixels_of_png(text: object) -> int:
    """How many pixels a picture has; 0 if it is no PNG."""
    if not isinstance(text, str) or len(text) > MAX_PICTURE:
        return 0
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return 0
    if not data.startswith(PNG) or len(data) < 24:
        return 0
    width, height = struct.unpack(">II", data[16:24])
    return int(width * height)
