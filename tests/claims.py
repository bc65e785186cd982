"""What diagnosis claims of an answer, for the tests of what it says."""

import copy

import nbformat

from grading.authoring.source import source_notebook
from grading.diagnosis import diagnose as grader
from grading.engine.model import Job
from grading.engine.worker import grade_submission
from grading.labfile import out_of_bounds
from grading.quality.fingerprints import solution
from lib.diagnosis import diagnose

CONV1D = """
class Conv1D(Layer):
    def forward(self, x, w):
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        return {dx}, {dw}
"""


def ideas_of(lab, name, source):
    """The ideas that are named for a solution, one by one."""
    with grader.quiet():
        found = diagnose(name, solution(lab, name, source))
    return [mistake.idea for mistake in found.named] if found else []


def said_of(lab, name, source):
    """What is said of a solution: its sentences, one after the other."""
    names = dict(grader.own_names(lab))
    with grader.quiet():
        exec(source, names)
        found = diagnose(name, names[name])
    return "" if found is None else " ".join(mistake.idea for mistake in found.named)


def graded(lab, **answers):
    """The result of a submission with these answers, the others being the lab's own."""
    teacher = source_notebook(lab)
    notebook = copy.deepcopy(teacher)
    for cell in notebook.cells:
        if cell.id in answers:
            cell.source = answers[cell.id]
    files = ((f"{lab}.ipynb", nbformat.writes(notebook).encode()),)
    job = Job(lab, "ann", files, nbformat.writes(teacher), 7, out_of_bounds(lab))
    return grade_submission(job, grader.explain)
