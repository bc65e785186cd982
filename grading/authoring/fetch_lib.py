"""How a notebook fetches `lib`: `first_cell` copies this into labs that have an address for it."""

import hashlib
from io import BytesIO
from urllib.request import urlopen

LIB_ADDRESS = ""
LIB_SHA256 = ""


def fetch_lib(here):
    """Fetch the zip with `lib`, and use it if it is the one that these labs were made with."""
    try:
        with urlopen(LIB_ADDRESS, timeout=60) as answer:
            content = answer.read(50_000_000)
            if not answer.url.startswith("https://"):
                raise ValueError("it leads to an address without https")
        if hashlib.sha256(content).hexdigest() != LIB_SHA256:
            raise ValueError("what lies there is not the `lib` that these labs were made with")
        yield unpack_lib(BytesIO(content))  # noqa: F821 - of find_lib, which stands above it
    except Exception as error:
        print(f"{LIB_ADDRESS} did not help: {error}")
