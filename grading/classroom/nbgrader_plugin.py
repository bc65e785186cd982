"""The engine under nbgrader's own commands: `nbgrader autograde` and formgrader's button.

`nbgrader_config.py` sets these classes. The exporter reads a submission, however odd, and arranges
it like the instructor's notebook; the preprocessor replaces the one that would run everything in a
single kernel.
"""

import secrets
from pathlib import Path

from nbconvert.exporters import NotebookExporter
from nbformat import from_dict, reads, writes
from nbgrader.preprocessors import Execute, NbGraderPreprocessor

from grading.classroom.processes import grade_apart
from grading.engine.model import CELL_SECONDS, CellsJob, Result, TestResult
from grading.engine.plan import cells_to_run, instructors_imports, make_plan, what_failed
from grading.engine.worker import add_remarks, answered
from grading.labfile import out_of_bounds
from grading.records.instructor import instructors_notebook
from grading.records.lock import at_rest
from grading.records.nbgrader import InApplication
from grading.records.results import current_versions, keep_note
from grading.records.submissions import read_files
from grading.records.version import ENGINE
from grading.records.write import Book


class SubmissionExporter(InApplication, NotebookExporter):
    """Reads a submission as `plan` does; everything else is nbconvert's.

    Its parent is nbgrader's `Autograde`, which exports every notebook twice: first from
    ``submitted/`` ("sanitizing"), then from ``autograded/`` with the preprocessors that grade.
    """

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.teachers = {}
        self.versions, self.remarks = {}, []  # of the current submission
        if self.parent is not None and self.parent.pre_convert_hook is None:
            self.parent.pre_convert_hook = self.take_renamed

    def teacher(self, resources):
        """The instructor's notebook for the current submission, and its text."""
        key = resources["nbgrader"]["assignment"], resources["nbgrader"]["notebook"]
        if key not in self.teachers:
            text = instructors_notebook(self, *key)
            self.teachers[key] = reads(text, as_version=4), text
        return self.teachers[key]

    def from_filename(self, filename, resources=None, **kwargs):
        if not self.parent._sanitizing:
            return super().from_filename(filename, resources, **kwargs)
        path, name = Path(filename), resources["nbgrader"]["notebook"]
        files = read_files(path.parent, name)
        teacher, text = self.teacher(resources)
        lab = resources["nbgrader"]["assignment"]
        self.versions = current_versions(lab, files, text, ENGINE)
        if path.exists():
            files = tuple(file for file in files if file[0] == path.name)
        plan = make_plan(files, name, teacher)
        self.remarks = plan.remarks
        add_remarks(plan.notebook, plan.remarks)
        return self.from_notebook_node(plan.notebook, resources, **kwargs)

    def take_renamed(self, assignment, student, notebooks):
        """If the expected notebook is missing, grade one handed in under another name."""
        folder = Path(notebooks[0]).parent
        with self.gradebook as gradebook:
            expected = [n.name for n in gradebook.find_assignment(assignment).notebooks]
        known = [path for path in notebooks if Path(path).stem in expected]
        missing = [name for name in expected if str(folder / f"{name}.ipynb") not in known]
        if len(missing) == 1 and len(known) < len(notebooks):
            notebooks[:] = [*known, str(folder / f"{missing[0]}.ipynb")]


class ExecuteInSandbox(Execute):
    """Runs the student's cells in a sandboxed process and the tests in this one.

    It keeps the options of nbgrader's `Execute`, of which only ``timeout`` has an effect.
    """

    def preprocess(self, nb, resources):
        teacher, _ = self.parent.teacher(resources)
        cells = cells_to_run(nb, teacher)
        lab = resources["nbgrader"]["assignment"]
        imports, seconds = instructors_imports(teacher), self.timeout or CELL_SECONDS
        seed = secrets.randbits(32)
        job = CellsJob(tuple(cells), imports, lab, seed, out_of_bounds(lab), cell_seconds=seconds)
        run = grade_apart(job, ENGINE)
        for number, outcome in run.outcomes.items():
            nb.cells[number].outputs = from_dict(list(outcome.outputs))
        failed = [*run.remarks, *what_failed(cells, run.outcomes, teacher)]
        add_remarks(nb, failed)
        self.parent.result = Result(
            lab=lab,
            student=resources["nbgrader"]["student"],
            seed=seed,
            notebook=writes(nb),
            tests={
                cell.name: TestResult(outcome.score, cell.points, outcome.why)
                for cell in cells
                if cell.kind == "test"
                for outcome in [run.outcomes[cell.id]]
            },
            answered=answered(nb, teacher),
            remarks=(*self.parent.remarks, *failed),
            seconds=run.seconds,
            diagnoses=run.diagnoses,
            student_seed=job.student_seed,
        )
        return nb, resources


class SaveGrades(NbGraderPreprocessor):
    """Writes the grades as `python -m grading autograde` does, with points by hand and the policy.

    It replaces nbgrader's `SaveAutoGrades` and `AssignLatePenalties`.
    """

    def preprocess(self, nb, resources):
        result, name = self.parent.result, resources["nbgrader"]["notebook"]
        course = Path(self.parent.coursedir.root)
        with (
            at_rest(course, result.lab, f"nbgrader autograde {result.lab}"),
            Book(self.parent, result.lab, notebook=name) as book,
        ):
            if name == result.lab:
                keep_note(result, self.parent.versions, book, course)
            else:
                book.write(result)
        return nb, resources
