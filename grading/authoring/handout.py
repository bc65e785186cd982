"""The zip that students get: notebooks, `lib`, instructions, and nothing else."""

from pathlib import Path

from grading.authoring.first_cell import files_in
from grading.paths import HERE, NOTEBOOKS, ROOT, ClassError, lab_names
from grading.whole import write_whole, zip_of

FOR_STUDENTS = Path(__file__).with_name("for_students")
DIST = HERE / "dist"


def labs_and_path(words):
    """Separate the labs from the output path in the arguments of ``handout``.

    Parameters
    ----------
    words : list of str
        Names of labs, and perhaps a zip or a folder.

    Returns
    -------
    list of str
        The labs; all of them if none was named.
    pathlib.Path
        The zip to write.

    Raises
    ------
    ClassError
        If a word is neither a lab nor a path, or there are two paths.
    """
    known = lab_names()
    labs = [lab for lab in known if lab in words]
    paths = [Path(word) for word in words if word not in known]
    for path in paths:
        if path.suffix != ".zip" and not path.is_dir():
            raise ClassError(
                f"{path} is neither a lab, a folder nor a .zip. The labs are: {', '.join(known)}."
            )
    if len(paths) > 1:
        raise ClassError(f"Expected one path, got {' and '.join(map(str, paths))}.")
    name = f"{labs[0]}.zip" if len(labs) == 1 else "convolution.zip"
    path = paths[0] if paths else DIST / name
    return labs or known, path / name if path.is_dir() else path


def handout(path, labs=None):
    """Write the zip to `path`; the same files give the same bytes.

    Every zip has the same top folder, so that a lab unpacked later lands beside the earlier ones.

    Parameters
    ----------
    path : pathlib.Path
    labs : list of str, optional
        Which labs; all of them by default.

    Returns
    -------
    list of str
        Names of the files in the zip.

    Raises
    ------
    ClassError
        If a lab has not been released.
    """
    files = {file.name: file for file in sorted(FOR_STUDENTS.iterdir()) if file.is_file()}
    labs = labs or lab_names()
    if missing := [lab for lab in labs if not (NOTEBOOKS / lab / f"{lab}.ipynb").exists()]:
        raise ClassError(
            f"Not released yet: {', '.join(missing)}. "
            f"First: `python -m grading release {' '.join(missing)}`."
        )
    for lab in labs:
        notebook = NOTEBOOKS / lab / f"{lab}.ipynb"
        # A notebook carries its pictures; the picture folders would give away solutions.
        files[f"notebooks/{lab}/{lab}.ipynb"] = notebook
    files |= {file.relative_to(ROOT).as_posix(): file for file in files_in("lib")}
    packed = {f"convolution/{name}": file.read_bytes() for name, file in files.items()}
    write_whole(path, zip_of(packed))
    return list(packed)
