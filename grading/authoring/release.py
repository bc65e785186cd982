"""Make a lab's notebooks and update the gradebook: all or nothing, and no points by hand are lost.

`source` reads a lab's text as the instructor's notebook; nbgrader removes from it what students
must not get.
"""

import errno
import os
from contextlib import ExitStack

import nbformat
from tqdm import tqdm

from grading import wording
from grading.authoring.source import points, source_notebook, write_notebook
from grading.labfile import LabError, mark_of
from grading.paths import COURSE, LABS, NOTEBOOKS, Problem
from grading.records.cells import changes, count_graded, read_cells, write_cells
from grading.records.files import writable
from grading.records.hurried import hurried_gradebooks
from grading.records.lock import all_locks
from grading.records.nbgrader import nbgrader_api
from grading.records.policy import read_policy
from grading.records.settle import settle_all
from grading.records.staged import Staged, finish_release
from grading.records.tables import opened, reserve

FULL = "database or disk is full", os.strerror(errno.ENOSPC)  # in nbgrader's log


class NeedsYes(Problem):
    """The release would make grades stale or undo work: the instructor must confirm it."""


def release(labs, course=COURSE, notebooks=NOTEBOOKS, say=print, db=None, yes=False, address=None):
    """Make the instructor's and the students' notebooks of some labs.

    Writes ``<course>/source/<lab>/<lab>.ipynb``, updates its cells in the gradebook, and puts the
    students' version into ``<notebooks>/<lab>/``. The same text gives the same bytes. All is looked
    at before anything is changed; then each lab is released completely or not at all. Points and
    comments given by hand are kept.

    Parameters
    ----------
    labs : list of str
        Names of files in `grading/labs`, without ``.py``.
    course, notebooks : pathlib.Path
    say : callable
        Called with a line about each lab that is done.
    db : str, optional
        URL of the gradebook, if not the class's usual one.
    yes : bool
        Whether existing grades may become stale, and what was written into notebooks be undone.
    address : grading.authoring.first_cell.Address, optional
        Where a notebook without `lib` fetches it. By default it fetches nothing.

    Raises
    ------
    LabError
        If a lab's text breaks the format.
    NeedsYes
        If grades would become stale, or work be undone; nothing was changed.
    """
    # An error in one lab stops all before anything is changed; errors of all labs are reported.
    made, errors = {}, []
    for lab in labs:
        try:
            made[lab] = source_notebook(lab, address=address)
        except LabError as error:
            errors.append(str(error))
    if errors:
        raise LabError("\n".join(errors))
    release_notebooks(made, course, notebooks, say, db, yes)


def release_notebooks(made, course, notebooks, say=print, db=None, yes=False):
    """Release labs, given as the instructor's notebooks by name, as `release` does."""
    api = nbgrader_api(course, db)
    with (
        writable(course),
        all_locks(course, list(made), f"release {' '.join(made)}"),
        opened(api) as gradebook,
        ExitStack() as stack,
    ):
        staged, needs_yes = {}, []
        for lab, notebook in tqdm(made.items(), "release", unit="lab", delay=2, leave=False):
            finish_release(course, lab, gradebook.db)
            files = Staged(course, lab)
            stack.callback(files.remove)
            files.begin()
            new, old = _stage(files, lab, notebook), read_cells(gradebook, lab)
            graded = count_graded(gradebook.db, lab)
            found = changes(old, new, graded)
            stale = str(found) if found and graded else ""
            by_hand = files.changed_by_hand(notebooks) + _changed_in_source(course, lab, old, new)
            if stale or by_hand:
                needs_yes.append(_why_not(lab, stale, by_hand))
            staged[lab] = files, new, stale
        if needs_yes and not yes:
            raise NeedsYes("\n".join(needs_yes))
        for lab, (files, new, stale) in staged.items():
            files.ready(notebooks)
            try:
                reserve(gradebook.db)
                write_cells(gradebook, lab, new)
                files.note_in(gradebook.db)
                settle_all(gradebook.db, api, lab, course, read_policy(course))  # commits
            except BaseException:
                gradebook.db.rollback()
                raise
            files.put_in_place()
            say(f"{lab}: {wording.points(points(made[lab]))}" + (f" ({stale})" if stale else ""))
            if stale:
                say(f"Next: `python -m grading autograde {lab}`")


def _why_not(lab, stale, by_hand):
    """What a release would do to grades, and to notebooks that were changed by hand."""
    why = [stale] * bool(stale)
    why += [f"{path} is not as last released, and a release makes it anew" for path in by_hand]
    then = f" What is to stay belongs into {LABS.name}/{lab}.py." if by_hand else ""
    kept = " Points and comments given by hand are kept." if stale else ""
    return (
        f"{lab}: {'; '.join(why)}. Nothing was changed.{then} "
        f"To release anyway: `python -m grading release {lab} --yes`.{kept}"
    )


def _stage(staged, lab, notebook):
    """Let nbgrader make both notebooks in a separate folder; return the lab's cells."""
    source = staged.folder / "source" / lab / f"{lab}.ipynb"
    source.parent.mkdir(parents=True)
    write_notebook(notebook, source)
    api = nbgrader_api(staged.folder)
    with hurried_gradebooks():
        answer = api.generate_assignment(lab)
    if not answer["success"]:
        log = answer.get("log", "")
        if any(said in log for said in FULL):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(source))
        raise LabError(f"nbgrader could not release {lab}:\n{log}")
    released = staged.folder / "release" / lab / f"{lab}.ipynb"
    student = nbformat.read(released, as_version=4)
    _drop_pictures_of_answers(student)
    write_notebook(student, released)
    with api.gradebook as gradebook:
        return read_cells(gradebook, lab)


def _changed_in_source(course, lab, old, new):
    """The path of the instructor's notebook, if somebody wrote into its tests or given cells."""
    path = course / "source" / lab / f"{lab}.ipynb"
    if old is None or not path.exists():
        return []
    try:
        cells = nbformat.read(path, as_version=4).cells
    except (ValueError, KeyError, AttributeError):
        return [path]  # it cannot be read any more
    for cell in cells:
        known = {
            side.cells[n].source for side in (old, new) if (n := mark_of(cell).name) in side.cells
        }
        if known and not mark_of(cell).answer and cell.source not in known:
            return [path]
    return []


def _drop_pictures_of_answers(notebook):
    """Drop the pictures of model answers: nbgrader removes only their text."""
    for cell in notebook.cells:
        if "attachments" in cell:
            shown = {n: a for n, a in cell.attachments.items() if f"attachment:{n}" in cell.source}
            cell.attachments = nbformat.from_dict(shown)
            if not shown:
                del cell["attachments"]
