"""The zip to upload to Gradescope as an autograder.

Gradescope runs ``setup.sh`` once, when it builds the image, and ``run_autograder`` for each
submission. Both find their own folder, so that you can try them anywhere.
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
SCRIPTS = Path(__file__).with_name("gradescope")  # setup.sh and run_autograder


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
        Called with a line about each further step.

    Returns
    -------
    list of str
        Names of the files in the zip.
    """
    course = Path(course)
    api = nbgrader_api(course, db)
    release_if_unknown(api, lab, course, db, say)
    files = {
        **{script.name: script.read_bytes() for script in SCRIPTS.iterdir()},
        "lab.json": json.dumps(
            {
                "lab": lab,
                "teacher": instructors_notebook(api, lab),
                "out_of_bounds": list(out_of_bounds(lab)),
            }
        ).encode(),
        "requirements.lock": (CONFIG / "requirements.lock").read_bytes(),
        # This file tells the project that it runs in its own folder, not as an installed package.
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
    """The project's files needed to grade one lab, wherever each package is installed."""
    found = [(PACKAGE, file) for file in PACKAGE.glob("*.py")]
    found += [(PACKAGE, file) for room in ROOMS for file in (PACKAGE / room).rglob("*")]
    found += [(PACKAGE, file) for file in LABS.glob(f"{lab}.py")]
    home = Path(lib.__file__).parent
    found += [(home, file) for file in home.rglob("*")]
    for package, file in found:
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(package.parent).as_posix(), file
