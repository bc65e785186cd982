"""What a cell shows goes into a page that staff and students open."""

SCRIPT = (
    "<script>window.owned = 1; alert(1)</script><img src=x onerror='window.owned = 1; alert(2)'>"
)
TRICKS = {
    "html_shown": f"from IPython.display import HTML, display\ndisplay(HTML({SCRIPT!r}))",
    "html_from_repr": f"""
class Page:
    def _repr_html_(self): return {SCRIPT!r}
    def _repr_javascript_(self): return "window.owned = 1"
    def _repr_mimebundle_(self, **kwargs):
        return {{"text/html": {SCRIPT!r}, "text/markdown": {SCRIPT!r},
                "application/javascript": "window.owned = 1", "text/plain": {SCRIPT!r}}}
Page()
""",
    "javascript_shown": """
from IPython.display import Javascript, display
display(Javascript("window.owned = 1; alert(1)"))
""",
    "svg_shown": """
from IPython.display import SVG, display
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='window.owned = 1'>"
            "<script>window.owned = 1</script></svg>"))
""",
    "text_printed": f"print({SCRIPT!r}, '</pre>' + {SCRIPT!r})",
    "escape_codes_printed": "print('\\x1b[31m<script>window.owned = 1</script>\\x1b[0m\\x1b]8;;x')",
    "error_text": f"raise ValueError({SCRIPT!r} + '</pre>')",
    "error_text_in_a_test": f"def curve(x): raise ValueError({SCRIPT!r} + '</pre>')",
    "name_of_an_error": f"""
ODD = "E\\n\\x1b[2J\\x9b2J\\x85\\u2028\\u202e10 of 10 points " + {SCRIPT!r}
def curve(x): raise type(ODD, (ValueError,), {{"__module__": ODD, "__qualname__": ODD}})(ODD)
""",
    "error_in_the_graders_name": """
class Stopped(Exception): pass
def curve(x): raise Stopped("The grader is broken: all points are given by hand.")
primes = type("Stopped: no answer in time", (Exception,), {})
raise Stopped("The grader is broken.")
""",
    "function_name": f"def curve(x): pass\ncurve.__name__ = {SCRIPT!r}\nprimes = curve",
    "picture_that_is_a_script": f"""
from IPython.display import display
display({{"image/png": '"' + {SCRIPT!r}, "image/svg+xml": {SCRIPT!r}, "text/plain": ""}}, raw=True)
""",
    "picture_of_gigapixels": """
import base64, struct, zlib
from IPython.display import display
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
rows = zlib.compress(bytes(1000))
size = struct.pack(">IIBBBBB", 60000, 60000, 1, 0, 0, 0, 0)
png = b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", size)
png += chunk(b"IDAT", rows) + chunk(b"IEND", b"")
display({"image/png": base64.b64encode(png).decode(), "text/plain": ""}, raw=True)
""",
    "pictures_of_megapixels": """
import base64, struct, zlib
from IPython.display import display
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
size, rows = struct.pack(">IIBBBBB", 6000, 6000, 1, 0, 0, 0, 0), zlib.compress(bytes(751 * 6000))
png = b"\\x89PNG\\r\\n\\x1a\\n" + chunk(b"IHDR", size)
png += chunk(b"IDAT", rows) + chunk(b"IEND", b"")
for _ in range(30):
    display({"image/png": base64.b64encode(png).decode(), "text/plain": ""}, raw=True)
""",
    "widgets_and_links": """
from IPython.display import IFrame, FileLink, display
display(IFrame("javascript:window.parent.owned = 1", 10, 10), FileLink("javascript:alert(1)"))
display({"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/plain": ""}, raw=True)
""",
    "score_shown": "10",
}
