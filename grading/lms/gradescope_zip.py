"""The zip that is uploaded to Gradescope as an autograder, and what it does there.

``setup.sh`` is run once, when the image is made; ``run_autograder`` for each submission. Both find
the folder around them by themselves, so that they can be tried anywhere.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import lib
from grading.classroom.autograde import release_if_unknown
from grading.labfile import out_of_bounds
from grading.paths import CONFIG, COURSE, LABS, NOTEBOOKS, PACKAGE
from grading.records.instructor import instructors_notebook
from grading.records.nbgrader import nbgrader_api
from grading.whole import write_whole, zip_of

ROOMS = ("engine", "diagnosis", "pages", "records", "classroom", "authoring", "lms")
NEEDED = "numpy, scipy, matplotlib, nbformat, nbgrader, msgpack, jupytext"

SETUP = f"""\
#!/usr/bin/env bash
# Run once by Gradescope, as /autograder/source/setup.sh: finds a Python that has what the grader
# needs, or makes one. Where the packages are in the image already, nothing is downloaded.
set -euo pipefail
source="$(cd "$(dirname "${{BASH_SOURCE[0]}}")" && pwd)"
[ -d "$source/grading" ] || source="$source/source"

is_new() {{ "$1" -c 'import sys; assert sys.version_info >= (3, 11)' 2>/dev/null; }}
has_all() {{ is_new "$1" && "$1" -c 'import {NEEDED}' 2>/dev/null; }}

rm -f "$source/python"
for python in "${{AUTOGRADER_PYTHON:-}}" "$source/venv/bin/python" \\
        python3 python python3.14 python3.13 python3.12 python3.11; do
    if [ -n "$python" ] && has_all "$python"; then
        command -v "$python" > "$source/python"
        break
    fi
done
if [ ! -s "$source/python" ]; then
    base=""
    for python in python3.13 python3.12 python3.11 python3; do
        if [ -z "$base" ] && is_new "$python"; then base="$python"; fi
    done
    if [ -z "$base" ]; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3.11 python3.11-venv
        base=python3.11
    fi
    "$base" -m venv "$source/venv"
    "$source/venv/bin/python" -m pip install --quiet --require-hashes -r "$source/requirements.lock"
    echo "$source/venv/bin/python" > "$source/python"
fi
chmod +x "$source/run_autograder"
# Once here, not again for each submission.
"$(cat "$source/python")" -m compileall -q "$source/grading" "$source/lib"
echo "The grader runs on $(cat "$source/python")."
"""
RUN = """\
#!/usr/bin/env bash
# Run by Gradescope for each submission, as /autograder/run_autograder.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
[ -d "$root/source" ] || root="$(dirname "$root")"
cd "$root"
export PYTHONPATH="$root/source" PYTHONDONTWRITEBYTECODE=1
exec "$(cat "$root/source/python")" -m grading.lms.gradescope_run "$root"
"""


def gradescope_zip(
    lab: str,
    path: Path,
    course: Path = COURSE,
    db: str | None = None,
    say: Callable[[str], object] = print,
) -> list[str]:
    """Write Gradescope's autograder for a lab to `path`; the same lab gives the same bytes.

    Parameters
    ----------
    lab : str
    path : pathlib.Path
    course : pathlib.Path
    db : str, optional
        URL of the gradebook.
    say : callable
        Takes a line about what is done besides.

    Returns
    -------
    list of str
        Names of the files in it.
    """
    course = Path(course)
    api = nbgrader_api(course, db)
    release_if_unknown(api, lab, course, db, say)
    files = {
        "setup.sh": SETUP.encode(),
        "run_autograder": RUN.encode(),
        "lab.json": json.dumps(
            {
                "lab": lab,
                "teacher": instructors_notebook(api, lab),
                "out_of_bounds": list(out_of_bounds(lab)),
            }
        ).encode(),
        "requirements.lock": (CONFIG / "requirements.lock").read_bytes(),
        # By this file the project knows its own folder from an installed package's.
        "pyproject.toml": b'[project]\nname = "autograder"\nversion = "1"\n',
    }
    for own in (NOTEBOOKS, course / "notebooks", course / "release"):
        if (own / lab / f"{lab}.ipynb").is_file():
            files[f"notebooks/{lab}/{lab}.ipynb"] = (own / lab / f"{lab}.ipynb").read_bytes()
    for name, file in _program(lab):
        files[name] = file.read_bytes()
    write_whole(
        path, zip_of(dict(sorted(files.items())), executable=("setup.sh", "run_autograder"))
    )
    return sorted(files)


def _program(lab: str) -> Iterator[tuple[str, Path]]:
    """The files of the project that grading one lab needs, wherever each package is installed."""
    found = [(PACKAGE, file) for file in PACKAGE.glob("*.py")]
    found += [(PACKAGE, file) for room in ROOMS for file in (PACKAGE / room).rglob("*")]
    found += [(PACKAGE, file) for file in LABS.glob(f"{lab}.py")]
    home = Path(lib.__file__).parent
    found += [(home, file) for file in home.rglob("*")]
    for package, file in found:
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(package.parent).as_posix(), file
