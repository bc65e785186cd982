"""The zip that students get: notebooks, `lib` and the environment, and nothing else."""

import zipfile

from grading.paths import ROOT
from grading.whole import whole

FOLDERS = ("notebooks", "lib")  # the notebooks bring their pictures; others show solutions
FILES = ("environment.yml", "requirements.lock")
LEFT_OUT = {".ipynb_checkpoints", "__pycache__"}
README = """\
Convolution from scratch
========================

You need Python 3.11 or newer. In this folder, once:

    python3 -m venv .venv
    .venv/bin/python -m pip install --require-hashes -r requirements.lock

(on Windows: py -m venv .venv, then .venv\\Scripts\\python ...), or with conda:

    conda env create -f environment.yml

Then open the notebooks, starting with lab1_dot:

    .venv/bin/jupyter lab --ServerApp.preferred_dir=notebooks

Fill the cells that say YOUR CODE HERE, run the checks below them, and hand in the .ipynb file
under the name it has.
"""


def handout(path):
    """Write the zip to `path`; the same files give the same bytes.

    Returns
    -------
    list of str
        Names of the files in it.
    """
    found = [ROOT / name for name in FILES]
    for folder in FOLDERS:
        found += sorted(p for p in (ROOT / folder).rglob("*") if p.is_file())
    names = []
    with whole(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "README.txt", README.encode(), names)
        for file in found:
            inside = file.relative_to(ROOT)
            if not LEFT_OUT & set(inside.parts) and not inside.name.startswith("."):
                _add(archive, inside.as_posix(), file.read_bytes(), names)
    return names


def _add(archive, name, data, names):
    # A fixed date: the archive depends on nothing but what is in it.
    info = zipfile.ZipInfo(f"convolution/{name}", date_time=(2026, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    archive.writestr(info, data)
    names.append(name)
