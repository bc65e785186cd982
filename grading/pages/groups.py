"""The groups of wrong answers of a class: read, and commented on."""

import nbformat

from grading.diagnosis.clusters import groups
from grading.labfile import mark_of
from grading.paths import COURSE, ClassError
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
    raise ClassError(f"There is no group {key!r} in this lab. The groups are: {names}.")


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


def answer_of_group(lab, key, course=COURSE, db=None):
    """The exercise that a group got wrong, and the answer of one member, who is not named.

    Raises
    ------
    ClassError
        There is no such group, or the answer cannot be read.
    """
    group = find_group(read_works(nbgrader_api(course, db), lab), key)
    source = source_of(course, group.students[0], lab, group.name)
    if not source:
        raise ClassError(f"The answer of {group.students[0]} cannot be read: grade {lab} again.")
    return group.name, source
