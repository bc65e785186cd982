"""How a notebook finds `lib`: `first_cell` copies what stands below into every lab."""

import atexit
import shutil
import sys
from contextlib import suppress
from importlib.util import find_spec
from os.path import isfile
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZipFile


def find_lib(here, *more):
    """Let Python import `lib`, or say in one sentence what is to be done."""
    if "lib.checking" in sys.modules:
        return
    for places in (places_of_lib, *more):
        for folder in places(here):
            if isfile(folder / "lib" / "checking.py"):
                if str(folder) not in sys.path:
                    sys.path.insert(0, str(folder))
                return
    zips = ", ".join(path.name for path in sorted(here.glob("*.zip")))
    said = f" (In {zips} it is not, or was cut short on its way.)" * bool(zips)
    error = ModuleNotFoundError(
        "The folder `lib`, which belongs to these labs, was not found: put the zip that they came "
        f"in, whole, into the folder {here} and run this cell again.{said}"
    )
    error._render_traceback_ = lambda: [str(error)]  # and no more than that
    raise error


def places_of_lib(here):
    """Where `lib` may be: in this folder, above, installed, below, on Kaggle, in a zip."""
    yield from (here, *here.parents)
    if (spec := find_spec("lib")) and spec.origin:
        yield Path(spec.origin).parents[1]
    yield from (*here.glob("*"), *here.glob("*/*"))
    yield from (file.parents[1] for file in Path("/kaggle/input").rglob("lib/checking.py"))
    for path in sorted(here.glob("*.zip")):
        with suppress(Exception):  # it is damaged, or something else
            yield unpack_lib(path)


def unpack_lib(file):
    """Unpack `lib` from a zip into a new folder, which goes when Python ends."""
    with ZipFile(file) as archive:
        names = archive.namelist()
        root = next(name[:-15] for name in names if f"/{name}".endswith("/lib/checking.py"))
        wanted = [archive.getinfo(name) for name in names if name.startswith(f"{root}lib/")]
        # Stored or deflated: only of these no more is unpacked than the zip says.
        if sum(e.file_size for e in wanted) > 50e6 or {e.compress_type for e in wanted} - {0, 8}:
            raise ValueError("what it holds is too large, or packed in another way")
        folder = Path(mkdtemp(prefix="lib-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        archive.extractall(folder, wanted)  # keeps all inside, whatever the names
    return next(folder.rglob("lib/checking.py")).parents[1]
