"""Let the first cell that imports `lib` find it, wherever the notebook is opened.

The cell's code is that of `find_lib`, and of `fetch_lib` if the instructor gave an address at
release. Neither is imported: students read the code in their notebook.
"""

import ast
import hashlib
import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from grading.engine.magics import as_python
from grading.labfile import LabError, mark_of
from grading.paths import ROOT, Problem
from grading.whole import zip_of

TITLE = "# Finds `lib`, the checks and pictures of the labs, and imports what this lab uses"
LEFT_OUT = {".ipynb_checkpoints", "__pycache__"}


@dataclass(frozen=True)
class Address:
    """The URL from which a notebook without `lib` fetches a zip of it, and the zip's SHA-256."""

    url: str
    sha256: str


def address_of_lib(url):
    """The `Address` of the zip from `lib_zip`, once it is uploaded to `url`.

    Raises
    ------
    Problem
        If the URL does not begin with https.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or not url.isprintable() or " " in url:
        raise Problem(f"lib is fetched by https only: expected https://..., got {url!r}.")
    return Address(url, hashlib.sha256(lib_zip()).hexdigest())


def lib_zip():
    """A zip of `lib` alone, as bytes: uncompressed, so it is the same on every machine."""
    files = {file.relative_to(ROOT).as_posix(): file.read_bytes() for file in files_in("lib")}
    return zip_of(files, compression=zipfile.ZIP_STORED)


def files_in(folder):
    """Files in a project folder that students may have, sorted, without caches."""
    files = sorted(p for p in (ROOT / folder).rglob("*") if p.is_file())
    return [
        file
        for file in files
        if not LEFT_OUT & set(file.relative_to(ROOT).parts) and not file.name.startswith(".")
    ]


def let_it_find_lib(notebook, address=None):
    """Put the search for `lib` before the first given cell that imports it; return that cell."""
    for cell in notebook.cells:
        if cell.cell_type == "code" and _imports_lib(cell.source):
            if mark_of(cell).kind == "locked":
                cell.source = f"{TITLE}\n{_search(address)}\n\n{cell.source}"
                return cell
            return None
    return None


def _imports_lib(source):
    try:
        nodes = list(ast.walk(ast.parse(as_python(source))))
    except SyntaxError as error:
        raise LabError(f"A cell is not Python: {error}") from None
    return "lib" in packages_in(nodes)


def packages_in(nodes):
    """The packages that the import statements among some nodes import."""
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return {name.split(".")[0] for name in names}


def _search(address):
    """The text of the search and the line that starts it."""
    find, call = _text("find_lib"), "find_lib(Path.cwd())"
    if address is None:
        return f"{find}\n\n\n{call}"
    fetch = _text("fetch_lib")
    for name, value in (("LIB_ADDRESS", address.url), ("LIB_SHA256", address.sha256)):
        fetch = fetch.replace(f'{name} = ""', f"{name} = {json.dumps(value)}", 1)
    return f"{find}\n\n\n{fetch}\n\n\n{call[:-1]}, fetch_lib)"


def _text(name):
    """The code of one of the two files below its docstring, without linter comments."""
    text = Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8")
    body = text.split('"""\n\n', 1)[1]
    return re.sub(r"  # noqa.*", "", body).strip()
