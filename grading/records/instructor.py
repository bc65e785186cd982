"""The instructor's version of a lab, from the gradebook."""

from pathlib import Path
from typing import Any

import nbformat

from grading.labfile import mark_of
from grading.paths import ClassError, lab_names, unknown_lab
from grading.records.cells import read_cells
from grading.records.tables import opened


class UnknownLab(ClassError):
    """The gradebook does not know the lab."""


def instructors_notebook(api: Any, lab: str, name: str | None = None) -> str:
    """The instructor's notebook as JSON, with hidden tests and without solutions.

    A lab has one notebook of the same name, unless `name` gives another. The cells that nbgrader
    knows come from the gradebook, all others from ``source/``. Points are the lab's own, without
    the class's policy.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
        Or any object with its ``gradebook`` and ``coursedir``.
    lab : str
    name : str, optional

    Raises
    ------
    UnknownLab
    """
    with opened(api) as gradebook:
        found = read_cells(gradebook, lab, name)
        if found is None:
            raise not_known(gradebook, lab)
    known = found.cells
    folder = api.coursedir.format_path(api.coursedir.source_directory, ".", lab)
    teacher = _source(Path(folder, f"{name or lab}.ipynb"), list(known))
    teacher.cells = [c for c in teacher.cells if mark_of(c).name in {"", *known}]
    for cell in teacher.cells:
        grade_id = mark_of(cell).name
        if not grade_id:
            continue
        row = known[grade_id]
        cell.source, cell.cell_type = row.source, row.cell_type
        cell.metadata["nbgrader"] = {
            "grade_id": grade_id,
            "grade": row.points is not None,
            "solution": row.answer,
            "locked": row.locked,
            "schema_version": 3,
            "task": False,
            "cell_type": row.cell_type,
            "checksum": row.checksum,
            **({} if row.points is None else {"points": row.points}),
        }
    return nbformat.v4.writes(teacher)


def not_known(gradebook: Any, lab: str) -> UnknownLab:
    """The error for a lab that is not in the gradebook: not released yet, or no lab at all."""
    if lab in lab_names():
        return UnknownLab(
            f"The gradebook does not know {lab}: run `python -m grading release {lab}`."
        )
    known = {*lab_names(), *(assignment.name for assignment in gradebook.assignments)}
    return UnknownLab(str(unknown_lab(lab, known)))


def _source(path: Path, names: list[str]) -> Any:
    """The notebook in ``source/``; if there is none, a notebook of the named cells."""
    if not path.exists():
        cells = [
            nbformat.v4.new_code_cell(metadata={"nbgrader": {"grade_id": name}}) for name in names
        ]
        return nbformat.v4.new_notebook(cells=cells)
    teacher = _read(path)
    language = teacher.metadata.get("kernelspec", {}).get("language", "python")
    if language != "python":
        raise ClassError(f"{path.name} is in {language}; only Python can be graded.")
    return teacher


def _read(path: Path) -> Any:
    """Read a notebook; one in the current format is not validated, which would take 50 ms."""
    text = path.read_text(encoding="utf-8")
    try:
        teacher = nbformat.v4.reads(text)
        ids = [cell["id"] for cell in teacher.cells]
        if (teacher.nbformat, teacher.nbformat_minor) == (4, 5) and len({*ids}) == len(ids):
            return teacher
    except (AttributeError, KeyError, TypeError, ValueError):
        pass  # of another format, or invalid: nbformat reports it
    return nbformat.reads(text, as_version=4)


def known_labs(api: Any) -> list[str]:
    """Names of the labs in the gradebook."""
    with opened(api) as gradebook:
        return sorted(assignment.name for assignment in gradebook.assignments)
