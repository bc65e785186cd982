"""Read a class's groups of wrong answers, and comment on them."""

import nbformat

from grading.diagnosis.clusters import groups
from grading.labfile import mark_of
from grading.paths import COURSE, ClassError
from grading.records.comments import comment_on
from grading.records.lock import lock
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_works


def find_group(works, key):
    """Find a group by its name.

    Raises
    ------
    ClassError
        If there is no group of that name; the text lists the groups.
    """
    known = groups(works)
    for group in known:
        if group.key == key:
            return group
    names = ", ".join(group.key for group in known[:20]) or "none"
    raise ClassError(f"There is no group {key!r} in this lab. The groups are: {names}.")


def comment(lab, key, text, course=COURSE, db=None):
    """Write one comment on the answers of all students in a group.

    Returns
    -------
    tuple of (Group, list of str)
        The group, and the students who did not have the comment before.
    """
    if not text.strip():
        raise ClassError("The comment is empty.")
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
    """The exercise that a group got wrong, and the answer of one unnamed member.

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
