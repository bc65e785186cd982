"""Grade a class: many processes grade, one writes the gradebook."""

import contextlib
import json
import os
import secrets
import shutil
import signal
import threading
import time
from concurrent.futures import FIRST_COMPLETED, CancelledError, ThreadPoolExecutor, wait
from dataclasses import asdict, replace
from pathlib import Path

import nbformat
from tqdm import tqdm

from grading.authoring.release import release
from grading.classroom.processes import (
    ENGINE,
    KILLED,
    Graders,
    OtherEngine,
    digest,
    grade_apart,
)
from grading.diagnosis.diagnose import explain
from grading.engine.model import ALL_SECONDS, CELL_SECONDS, Job, result_of
from grading.engine.read import MAX_FILE
from grading.engine.sandbox import Unavailable
from grading.engine.worker import close_nurseries, grade_submission, not_graded
from grading.labfile import out_of_bounds
from grading.paths import COURSE, NOTEBOOKS, ClassError, lab_names
from grading.records.nbgrader import nbgrader_api
from grading.records.write import Book

AHEAD = 3  # submissions read ahead for each process


class UnknownLab(ClassError):
    """The gradebook does not know the lab."""


def autograde(
    lab,
    course=COURSE,
    students=None,
    jobs=None,
    seed=None,
    force=False,
    trusted=False,
    executor=None,
    db=None,
    say=print,
    cell_seconds=CELL_SECONDS,
    all_seconds=ALL_SECONDS,
):
    """Grade the submissions to `lab` that have not been graded as they are now.

    Parameters
    ----------
    lab : str
        One of ours is released first if the gradebook does not know it.
    course : pathlib.Path
        The class's folder, with ``submitted/<student>/<lab>/`` in it.
    students : list of str, optional
        Only these.
    jobs : int, optional
        Submissions at the same time; as many as there are processors by default.
    seed : int, optional
        Of the tests' random data; secret and fresh for each run by default.
    force : bool
        Grade again what has been graded already.
    trusted : bool
        Run the students' code without a sandbox: for one's own work only.
    executor : concurrent.futures executor, optional
        What runs the jobs instead of processes of this machine.
    db : str, optional
        URL of the gradebook, if not the class's usual one.
    say : callable
        Takes a line about what is done beside grading.
    cell_seconds, all_seconds : float
        Limits for a cell and for a whole submission.

    Returns
    -------
    dict
        ``graded`` (list of Result), ``skipped`` (int), ``changed`` (points before and now, by
        student) and ``seconds``.
    """
    start = time.monotonic()
    seed = secrets.randbits(32) if seed is None else seed
    api = nbgrader_api(course, db)
    teacher = _released_notebook(api, lab, course, db, say)
    work, versions, skipped = [], {}, 0
    for folder, student in _submissions(course, lab, students):
        versions[student] = current_versions(folder, teacher)
        note = read_note(course, lab, student) or {}
        if not force and note.get("versions") == versions[student]:
            skipped += 1
        else:
            work.append((folder, student))
    limits = {"cell_seconds": cell_seconds, "all_seconds": all_seconds}
    made = (
        Job(lab, student, read_files(folder), teacher, seed, out_of_bounds(lab), trusted, **limits)
        for folder, student in work
    )
    graded, changed = [], {}
    with _interrupts() as heed, Book(api, lab) as book, _pool(jobs, len(work), executor) as submit:
        bar = tqdm(total=len(work), desc=lab, unit="submission", disable=len(work) < 2)
        for result in _results(submit, made, ahead=AHEAD * (jobs or os.cpu_count() or 1)):
            before = read_result(course, lab, result.student)
            if before and before.points != result.points:
                changed[result.student] = before.points, result.points
            began = time.process_time()
            keep(result, versions[result.student], book, course)
            seconds = result.seconds | {"gradebook": time.process_time() - began}
            # Its notebook is written; a thousand of them need not stay in memory.
            graded.append(replace(result, notebook="", seconds=seconds))
            bar.update()
            heed()
        bar.close()
    seconds = time.monotonic() - start
    return {"graded": graded, "skipped": skipped, "changed": changed, "seconds": seconds}


@contextlib.contextmanager
def _interrupts():
    """A function that raises a Ctrl-C that Python has ignored, as it does in a destructor."""
    heard = []

    def hear(*_):
        heard.append(True)
        raise KeyboardInterrupt

    def heed():
        if heard:
            raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield heed  # only the main thread hears signals
        return
    before = signal.signal(signal.SIGINT, hear)
    try:
        yield heed
    finally:
        signal.signal(signal.SIGINT, before)


def _submissions(course, lab, students):
    """Folders and students of the submissions to a lab, by name."""
    found = {
        folder.parent.name: folder
        for folder in sorted(course.glob(f"submitted/*/{lab}"))
        if folder.is_dir()
    }
    if missing := sorted(set(students or ()) - set(found)):
        raise ClassError(f"There is no submission to {lab} of {', '.join(missing)}.")
    return [
        (folder, student) for student, folder in found.items() if student in (students or found)
    ]


def _released_notebook(api, lab, course, db, say):
    try:
        return instructors_notebook(api, lab)
    except UnknownLab:
        if lab not in lab_names():
            with api.gradebook as gradebook:
                known = {*lab_names(), *(assignment.name for assignment in gradebook.assignments)}
            raise ClassError(
                f"There is no lab {lab!r}. There are: {', '.join(sorted(known))}."
            ) from None
    say(f"The gradebook does not know {lab} yet. Releasing it: `python -m grading release {lab}`.")
    release([lab], course, NOTEBOOKS if course == COURSE else course / "notebooks", say, db)
    return instructors_notebook(api, lab)


def current_versions(folder, teacher):
    """What a grade depends on, beside its seed: it holds as long as these stay the same."""
    files = (part for name, content in read_files(folder) for part in (name.encode(), content))
    return {
        "submission": digest(*(b"too large" if part is None else part for part in files)),
        "tests": digest(teacher.encode()),
        "engine": ENGINE,
    }


def keep(result, versions, book, course):
    """Write a result: the notebook, the gradebook (one transaction), and last that it is done."""
    folder = course / "autograded" / result.student / result.lab
    note = course / "results" / result.lab / f"{result.student}.json"
    note.unlink(missing_ok=True)
    new = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    (new / f"{result.lab}.ipynb").write_text(result.notebook, encoding="utf-8")
    stamp = course / "submitted" / result.student / result.lab / "timestamp.txt"
    if stamp.is_file() and not stamp.is_symlink():
        shutil.copy(stamp, new)
    book.write(result)
    if folder.exists():
        shutil.rmtree(folder)
    os.replace(new, folder)
    note.parent.mkdir(parents=True, exist_ok=True)
    content = asdict(result) | {"versions": versions, "notebook": None}
    temporary = note.with_suffix(".tmp")
    temporary.write_text(json.dumps(content, indent=1))
    os.replace(temporary, note)


def read_note(course, lab, student):
    """What `keep` noted of a submission, as a dict; None if there is nothing to be read."""
    try:
        note = json.loads((course / "results" / lab / f"{student}.json").read_text())
    except (FileNotFoundError, ValueError):
        return None
    return note if isinstance(note, dict) else None


def read_result(course, lab, student):
    """The `Result` that `keep` noted, without its notebook; None if there is none to be read."""
    try:
        return result_of(read_note(course, lab, student))
    except ValueError:
        return None


def read_files(folder, name=None):
    """Names and contents of a submission's notebooks, the expected one first.

    If there is none in the folder, those in its subfolders: some archives unpack to that. The
    content is None where it is too large or no plain file, or where the expected one is there.
    """
    expected = f"{name or folder.name}.ipynb"
    found = _notebooks(folder)
    if not found:
        found = [path for sub in sorted(folder.iterdir()) for path in _notebooks(sub)]
    found.sort(key=lambda path: path.name != expected)
    files, left = [], MAX_FILE
    for path in found[:20]:
        content = None
        if not (files and files[0][0] == expected):
            content = _content(path, left)
            left -= len(content or b"")
        # A name need not be text: bytes that are none become question marks.
        files.append((os.fsencode(path.name).decode("utf-8", "replace"), content))
    return tuple(files)


def _notebooks(folder):
    if folder.is_symlink() or not folder.is_dir() or folder.name.startswith((".", "__MACOSX")):
        return []
    notebooks = (path for path in folder.iterdir() if path.suffix.lower() == ".ipynb")
    return sorted(path for path in notebooks if not path.name.startswith("."))


def _content(path, limit):
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > limit:
            return None
        return path.read_bytes()
    except OSError:
        return None


def instructors_notebook(api, lab, name=None):
    """The lab as the gradebook has it, as JSON: hidden tests in, solutions out.

    A lab has one notebook of its own name, unless `name` says another. The cells that nbgrader
    knows are the gradebook's; the others are those of ``source/``. `api` is an `NbGraderAPI`, or
    whatever else has its ``gradebook`` and ``coursedir``.
    """
    from nbgrader.api import MissingEntry

    with api.gradebook as gradebook:
        try:
            notebook = gradebook.find_notebook(name or lab, lab)
        except MissingEntry:
            raise UnknownLab(
                f"The gradebook does not know {lab}: run `python -m grading release {lab}`."
            ) from None
        known = {cell.name: cell for cell in notebook.source_cells}
        grades = {cell.name: cell for cell in notebook.grade_cells}
        answers = {cell.name for cell in notebook.solution_cells}
        folder = api.coursedir.format_path(api.coursedir.source_directory, ".", lab)
        source = Path(folder, f"{name or lab}.ipynb")
        if source.exists():
            teacher = nbformat.read(source, as_version=4)
            language = teacher.metadata.get("kernelspec", {}).get("language", "python")
            if language != "python":
                raise ClassError(f"{source.name} is in {language}: only Python can be graded.")
        else:
            teacher = nbformat.v4.new_notebook(
                cells=[
                    nbformat.v4.new_code_cell(metadata={"nbgrader": {"grade_id": n}}) for n in known
                ]
            )
        teacher.cells = [c for c in teacher.cells if _name(c) is None or _name(c) in known]
        for cell in teacher.cells:
            name = _name(cell)
            if name is None:
                continue
            cell.source, cell.cell_type = known[name].source, known[name].cell_type
            cell.metadata["nbgrader"] = {
                "grade_id": name,
                "grade": name in grades,
                "solution": name in answers,
                "locked": bool(known[name].locked),
                "schema_version": 3,
                "task": False,
                "cell_type": cell.cell_type,
                "checksum": known[name].checksum,
                **({"points": grades[name].max_score} if name in grades else {}),
            }
    return nbformat.writes(teacher)


def _name(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id")


@contextlib.contextmanager
def _pool(jobs, count, executor):
    """What takes a job and gives a future; None where this process does it, one after another."""
    if executor is not None:
        yield lambda job: executor.submit(grade_apart, job, ENGINE)
    elif count <= 1 or jobs == 1:
        try:
            yield None
        finally:
            close_nurseries()
    else:
        graders = Graders()
        threads = ThreadPoolExecutor(min(jobs or os.cpu_count() or 1, count))
        try:
            yield lambda job: threads.submit(graders.grade, job)
        except BaseException:  # Ctrl-C, above all: what is half done is not waited for
            graders.kill()
            raise
        finally:
            threads.shutdown(cancel_futures=True)
            graders.close()


def _results(submit, made, ahead):
    """Results as they come; at most `ahead` jobs are on their way at any time."""
    if submit is None:
        yield from (grade_submission(job, explain) for job in made)
        return
    waiting = {}
    for job in made:
        waiting[submit(job)] = job
        if len(waiting) >= ahead:
            yield from _finished(waiting)
    while waiting:
        yield from _finished(waiting)


def _finished(waiting):
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for task in done:
        job = waiting.pop(task)
        try:
            yield task.result()
        except Unavailable:
            raise
        except OtherEngine as error:
            raise ClassError(f"{error}.") from None
        except CancelledError:
            raise ClassError(
                "What graded has gone away. What was finished is kept: run it again."
            ) from None
        except Exception as error:
            if type(error).__name__ != "KilledWorker":  # Dask's: with it, every worker died
                raise ClassError(
                    f"What should have graded {job.student} did not: "
                    f"{type(error).__name__}: {error}\nWhat was finished is kept: run it again."
                ) from error
            yield not_graded(job, KILLED)
