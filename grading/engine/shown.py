"""In the student's process: what a cell shows, in the notebook format."""

import base64
import importlib.util
import io
import sys
from typing import Any

from grading.engine.description import failure
from grading.engine.outputs import LEFT_OUT, MAX_PICTURE, MAX_PICTURES, MAX_TEXT


class Tape(io.TextIOBase):
    """The output stream: it keeps the first `MAX_TEXT` characters."""

    encoding = "utf-8"

    def __init__(self):
        self.parts, self.size = [], 0

    def write(self, text):
        text = str(text)
        room = MAX_TEXT - self.size
        if room > 0:
            self.parts.append(text[:room])
            self.size += len(text)
            if len(text) > room:
                self.parts.append(LEFT_OUT)
        return len(text)

    def writable(self):
        return True

    def take(self):
        """What has been printed since the last time."""
        if not self.parts:
            return ""
        text, self.parts, self.size = "".join(self.parts), [], 0
        return text


class Shown:
    """Collects what the shell's cells print, show, draw and raise, in `outputs`."""

    def __init__(self, shell):
        self.tape = Tape()
        for name in ("stdout", "stderr", "__stdout__", "__stderr__"):
            setattr(sys, name, self.tape)
        self.outputs, self.pictures = [], 0
        shell.display_pub.publish = self._publish
        shell.displayhook.write_format_data = self._show_result
        shell.displayhook.write_output_prompt = lambda: None
        shell.displayhook.finish_displayhook = lambda: None
        shell._showtraceback = self._show_traceback
        pyplot: Any = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            self._show_at_once(pyplot)
        else:  # no text says that somebody draws: it is loaded all the same
            sys.meta_path.insert(0, _Late("matplotlib.pyplot", self._show_at_once))

    def take(self):
        """The outputs since the last time."""
        self._flush_text()
        outputs, self.outputs = self.outputs, []
        return outputs

    def _flush_text(self):
        text = self.tape.take()
        if text:
            self.outputs.append({"output_type": "stream", "name": "stdout", "text": text})

    def _show(self, kind, data):
        self._flush_text()
        shown = {"text/plain": str(data.get("text/plain", ""))[:MAX_TEXT]}
        png = data.get("image/png")
        if png is not None and self.pictures < MAX_PICTURES:
            png = base64.b64encode(png).decode() if isinstance(png, bytes) else str(png)
            if len(png) <= MAX_PICTURE:
                self.pictures += 1
                shown["image/png"] = png
        output = {"output_type": kind, "data": shown, "metadata": {}}
        self.outputs.append(
            output | ({"execution_count": None} if kind == "execute_result" else {})
        )

    def _publish(self, data, metadata=None, **_):
        self._show("display_data", data)

    def _show_result(self, data, metadata=None):
        self._show("execute_result", data)

    def _show_traceback(self, kind, error, _):
        self._flush_text()
        failed = failure(error)
        self.outputs.append(
            {
                "output_type": "error",
                "ename": failed["type"],
                "evalue": failed["text"],
                "traceback": [*failed["trace"], f"{failed['type']}: {failed['text']}"],
            }
        )

    def _show_at_once(self, pyplot):
        pyplot.show = lambda *args, **kwargs: self.flush_figures()
        pyplot.switch_backend = lambda backend, switch=pyplot.switch_backend: switch("agg")

    def flush_figures(self):
        """Show the figures that are open, and close them."""
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is None:
            return
        for number in pyplot.get_fignums():
            file = io.BytesIO()
            pyplot.figure(number).savefig(file, format="png", bbox_inches="tight")
            self._show("display_data", {"text/plain": "<Figure>", "image/png": file.getvalue()})
        pyplot.close("all")


class _Late:
    """An importer that comes first and does something to a module when it has been loaded."""

    def __init__(self, name, do):
        self.name, self.do = name, do

    def find_spec(self, name, path=None, target=None):
        if name != self.name:
            return
        sys.meta_path.remove(self)
        spec: Any = importlib.util.find_spec(name)
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            self.do(module)

        spec.loader.exec_module = exec_module
        return spec
