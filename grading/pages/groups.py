"""The groups of wrong answers of a class: read, commented on, and made entries of the bank."""

import re

import nbformat

from grading.diagnosis.clusters import groups
from grading.labfile import mark_of
from grading.paths import COURSE, ROOT, ClassError
from grading.records.comments import comment_on
from grading.records.lock import lock
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_works


def find_group(works, key):
    """The group that an instructor means.

    Raises
    ------
    ClassError
        There is none of that name; it says which there are.
    """
    known = groups(works)
    for group in known:
        if group.key == key:
            return group
    names = ", ".join(group.key for group in known[:20]) or "none"
    raise ClassError(f"There is no group {key!r} in this lab. There are: {names}.")


def comment(lab, key, text, course=COURSE, db=None):
    """Write one sentence on the answers of all who are in a group.

    Returns
    -------
    tuple of (Group, list of str)
        The group, and who has the comment now and had not before.
    """
    if not text.strip():
        raise ClassError("Say something: the comment is empty.")
    with lock(course, lab, "comment"):
        api = nbgrader_api(course, db)
        group = find_group(read_works(api, lab), key)
        return group, comment_on(api, lab, group.name, group.students, text.strip())


def source_of(course, student, lab, name):
    """What a student wrote as the answer to an exercise, or ""."""
    path = course / "autograded" / student / lab / f"{lab}.ipynb"
    try:
        notebook = nbformat.read(path, as_version=4)
    except (OSError, ValueError):
        return ""
    for cell in notebook.cells:
        if mark_of(cell).name == name:
            return str(cell.source)
    return ""


def add_to_bank(lab, key, idea, hint, course=COURSE, db=None, bank=None):
    """Make an entry of the bank of a group: the answer of one member, idea, hint, failed tests.

    Returns
    -------
    pathlib.Path
        The new file. The student is not named in it.

    Raises
    ------
    ClassError
        There is no such group, or an entry of this name.
    """
    group = find_group(read_works(nbgrader_api(course, db), lab), key)
    source = source_of(course, group.students[0], lab, group.name)
    if not source:
        raise ClassError(f"The answer of {group.students[0]} cannot be read: grade {lab} again.")
    words = re.findall(r"[a-z0-9]+", idea.lower())[:5]
    if not words or not hint.strip():
        raise ClassError("An entry needs an idea and a hint, in words.")
    folder = (bank or ROOT / "grading" / "misconceptions") / lab / group.name
    path = folder / f"{'_'.join(words)}.py"
    if path.exists():
        raise ClassError(f"{path} is there already: begin the idea with other words.")
    parts = [f"Idea: {idea.strip()}", f"Hint: {hint.strip()}", f"Fails: {', '.join(group.tests)}"]
    text = "\n".join(parts).replace("\\", "\\\\").replace('"""', "'''")
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(f'"""\n{text}\n"""\n\n\n{source.strip()}\n', encoding="utf-8")
    return path
