"""Draw every picture in images/ and figures/ anew, and write the gallery: `make figures`.

A script draws pictures if it has `PICTURES`, a dict {file name: alt text}, and `draw(folder)`,
which writes these files. All other modules in the two folders are what scripts share.
"""

import contextlib
import importlib.util
import io
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "images", ROOT / "figures")
SUFFIXES = {".png", ".gif"}


def scripts(folders=FOLDERS):
    """Load every script that draws pictures.

    Parameters
    ----------
    folders : iterable of pathlib.Path

    Returns
    -------
    dict of {pathlib.Path: module}
    """
    found = {}
    for folder in folders:
        for path in sorted(folder.glob("*.py")):
            if path != Path(__file__).resolve():
                module = _load(path)
                if hasattr(module, "PICTURES"):
                    found[path] = module
    return found


def redraw(path, module):
    """Draw the pictures of one script beside it; each appears whole or not at all.

    Returns
    -------
    list of str
        Names of the files that are new or have changed.

    Raises
    ------
    ValueError
        If the script writes other files than it promises; then no file has changed.
    """
    changed = []
    with tempfile.TemporaryDirectory(prefix=".drawing-", dir=path.parent) as temporary:
        draw(module, Path(temporary))
        for name in module.PICTURES:
            new, old = Path(temporary, name), path.parent / name
            if not old.exists() or old.read_bytes() != new.read_bytes():
                os.replace(new, old)
                changed.append(name)
    return changed


def draw(module, folder):
    """Let a script draw into an empty folder, in silence, and check what it wrote."""
    with contextlib.redirect_stdout(io.StringIO()):
        module.draw(folder)
    written, promised = {p.name for p in folder.iterdir()}, set(module.PICTURES)
    if written != promised:
        raise ValueError(
            f"{module.__file__} should write {sorted(promised)}: it left out "
            f"{sorted(promised - written)} and added {sorted(written - promised)}. "
            "Let PICTURES and draw(folder) agree."
        )


def orphans(found):
    """Pictures beside the scripts `found` that none of them draws."""
    promised = {path.parent / name for path, module in found.items() for name in module.PICTURES}
    folders = {path.parent for path in found}
    there = {p for folder in folders for p in folder.iterdir() if p.suffix in SUFFIXES}
    return sorted(there - promised)


def main():
    """Draw all, and say what has changed."""
    found = scripts()
    for number, (path, module) in enumerate(found.items(), start=1):
        name, count = path.relative_to(ROOT), len(module.PICTURES)
        print(f"[{number}/{len(found)}] {name}: {count} to draw ...", end=" ", flush=True)
        started = time.perf_counter()
        changed = redraw(path, module)
        print(f"{time.perf_counter() - started:.1f} s, {len(changed)} changed")
        for picture in changed:
            print(f"      {picture}")
    for path in orphans(found):
        print(f"No script draws {path.relative_to(ROOT)}: delete it, or name it in PICTURES.")
    for folder in FOLDERS:
        sizes = [p.stat().st_size for p in folder.iterdir() if p.suffix in SUFFIXES]
        print(f"{folder.name}/: {len(sizes)} pictures, {sum(sizes) / 1e6:.2f} MB")
    gallery = _load(Path(__file__).resolve().with_name("gallery.py"))
    state = "changed" if gallery.write(found) else "as it was"
    print(f"{gallery.PAGE.relative_to(ROOT)}: {state}")


def _load(path):
    """A script as a module; it finds what it shares with others in its own folder."""
    if str(path.parent) not in sys.path:
        sys.path.append(str(path.parent))
    name = f"{path.parent.name}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
