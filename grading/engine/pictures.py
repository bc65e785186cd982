"""Pictures in students' texts: extracted, decoded and re-encoded.

They come as attachments (Jupyter) or as data URIs within the text (Colab, copy and paste), and are
a stranger's bytes. What is kept is a PNG, JPEG or GIF that Pillow has decoded and written itself.
"""

import base64
import binascii
import hashlib
import io
import re
import warnings
from urllib.parse import quote, unquote

from PIL import Image

KINDS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/jpg": "JPEG", "image/gif": "GIF"}
ENDS = {"PNG": "png", "JPEG": "jpg", "GIF": "gif"}
MAX_PICTURE = 16 << 20  # characters, in base64
MAX_PIXELS = 40_000_000
MAX_SIDE = 1600  # pixels; a larger picture is made smaller
MAX_FRAMES = 60  # of a GIF that moves
DATA = re.compile(r"data:image/([\w.+-]+)(?:;[\w=.+-]+)*?;base64,([A-Za-z0-9+/=%\s]*)")
IMG = re.compile(r"<img\b[^<>]*?\bsrc\s*=\s*[\"']?(attachment:[\w.-]+)[\"']?[^<>]*>", re.I)
ATTACHED = re.compile(r"attachment:([\w.%-]*\w)")
ALT = re.compile(r"\balt\s*=\s*[\"']([^\"'<>]*)[\"']", re.I)

Pictures = dict[str, dict[str, str]]


def take_out(source: str) -> tuple[str, Pictures]:
    """Extract the pictures that are embedded in a text.

    Returns
    -------
    str
        The text, with references in their places.
    dict
        The pictures as a cell's attachments, by name: kind and base64, not checked yet.
    """
    if "data:image/" not in source:
        return source, {}
    found: Pictures = {}

    def reference(match: re.Match[str]) -> str:
        kind, content = match.groups()
        end = {"jpeg": "jpg"}.get(kind.lower(), re.sub(r"\W", "", kind.lower()) or "png")
        plain = "".join(unquote(content).split())
        name = f"pasted-{_mark(plain)}.{end}"
        found[name] = {f"image/{kind.lower()}": plain}
        # White space after it is the text's own.
        return f"attachment:{name}" + content[len(content.rstrip()) :]

    return _as_markdown(DATA.sub(reference, source)), found


def _mark(content: str) -> str:
    """A name for a picture's content, the same in every cell."""
    return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:8]


def _as_markdown(source: str) -> str:
    """Convert HTML pictures to Markdown, because only those can be attached."""

    def shown(match: re.Match[str]) -> str:
        alt = ALT.search(match[0])
        return f"![{alt[1] if alt else 'a picture'}]({match[1]})"

    return IMG.sub(shown, source)


def with_plain_names(source: str, pictures: Pictures) -> tuple[str, Pictures]:
    """Give attachments names that every reader of Markdown understands.

    A name with spaces, brackets or ``%20`` in it is written in many ways; all that are meant are
    replaced in the text.
    """
    if not pictures:
        return source, {}
    plain: Pictures = {}
    spellings: list[tuple[str, str]] = []
    for name, content in pictures.items():
        new = name
        if not re.fullmatch(r"[\w.-]+", name, re.A):
            end = re.search(r"\.(\w{2,4})$", name, re.A)
            new = f"picture-{_mark(name)}.{end[1] if end else 'png'}"
        plain[new] = content
        ways = {name, quote(name), quote(name, safe="()"), name.replace(" ", "%20"), unquote(name)}
        ways |= {way.replace("(", r"\(").replace(")", r"\)") for way in tuple(ways)}
        spellings += [(f"attachment:{way}", f"attachment:{new}") for way in ways if way]
    spellings.sort(key=lambda pair: -len(pair[0]))
    pattern = re.compile("|".join(re.escape(way) for way, _ in spellings))
    new_names = dict(spellings)
    return _as_markdown(pattern.sub(lambda m: new_names[m[0]], source)), plain


def drawn_anew(kind: str, content: str) -> tuple[str, str] | None:
    """Decode a picture and encode it again.

    Parameters
    ----------
    kind : str
        What it says it is, such as ``image/png``.
    content : str
        In base64.

    Returns
    -------
    tuple of (str, str) or None
        Its kind and the new content in base64; None if it cannot be shown.
    """
    if kind not in KINDS or len(content) > MAX_PICTURE:
        return None
    try:
        data = base64.b64decode("".join(content.split()), validate=True)
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=sorted(set(KINDS.values()))) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    return None
                form = picture.format or "PNG"
                written = _moving(picture) if form == "GIF" else _still(picture, form)
    except (binascii.Error, ValueError, OSError, SyntaxError, EOFError, MemoryError, TypeError,
            Image.DecompressionBombError, Image.DecompressionBombWarning):  # fmt: skip
        return None
    return f"image/{form.lower()}", base64.b64encode(written).decode()


def _still(picture: Image.Image, form: str) -> bytes:
    picture.load()
    modes = ("RGB", "L") if form == "JPEG" else ("1", "L", "LA", "P", "RGB", "RGBA")
    made = picture if picture.mode in modes else picture.convert("RGB")
    made = _smaller(made)
    made.info = {key: made.info[key] for key in ("transparency",) if key in made.info}
    file = io.BytesIO()
    made.save(file, form, **({"quality": 88} if form == "JPEG" else {}))
    return file.getvalue()


def _moving(picture: Image.Image) -> bytes:
    frames, times = [], []
    many = getattr(picture, "n_frames", 1)
    fits = max(1, MAX_PIXELS // max(1, picture.width * picture.height))
    for number in range(min(many, MAX_FRAMES, fits)):
        picture.seek(number)
        frames.append(_smaller(picture.convert("RGBA")))
        times.append(max(20, int(picture.info.get("duration") or 100)))
    file = io.BytesIO()
    more = {"append_images": frames[1:], "duration": times, "loop": 0} if frames[1:] else {}
    frames[0].save(file, "GIF", save_all=bool(frames[1:]), **more)
    return file.getvalue()


def _smaller(picture: Image.Image) -> Image.Image:
    if max(picture.size) <= MAX_SIDE:
        return picture
    made = picture.convert("RGBA") if picture.mode in ("P", "1") else picture.copy()
    made.thumbnail((MAX_SIDE, MAX_SIDE))
    return made
