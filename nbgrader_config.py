"""nbgrader's configuration: every nbgrader command that starts in this folder reads it."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# nbgrader looks for `alembic` on PATH when it first makes the gradebook.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

sys.path.insert(0, str(HERE))  # for `grading`, where it is not installed

c = get_config()  # noqa: F821 - nbgrader defines it

c.CourseDirectory.course_id = "convolution"
# The class is in `grading/`, or beside this file where the grader is an installed package.
c.CourseDirectory.root = str(HERE / "grading" if (HERE / "grading").is_dir() else HERE)
if "GRADEBOOK_URL" in os.environ:  # for PostgreSQL: postgresql+psycopg://user@host/database
    c.CourseDirectory.db_url = os.environ["GRADEBOOK_URL"]

c.ClearSolutions.code_stub = {
    "python": '# YOUR CODE HERE\nraise NotImplementedError("your code is still missing")'
}
c.ClearSolutions.text_stub = "**YOUR ANSWER HERE** (double-click and write over this line)"

# Student code runs in a process of its own, behind walls; the tests run in another.
c.Autograde.exporter_class = "grading.classroom.nbgrader_plugin.SubmissionExporter"
c.Autograde.sanitize_preprocessors = ["nbgrader.preprocessors.CheckCellMetadata"]
c.Autograde.autograde_preprocessors = [
    "grading.classroom.nbgrader_plugin.ExecuteInSandbox",
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "grading.classroom.nbgrader_plugin.SaveGrades",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# The feedback page is ours, whoever asks for it: the command, formgrader's button, or `grading`.
c.GenerateFeedback.exporter_class = "grading.pages.feedback.FeedbackExporter"

# `nbgrader export` writes what every other view shows.
c.ExportApp.plugin_class = "grading.records.export.Exporter"

# Formgrader's lists show the same.
from grading.records.formgrader import install  # noqa: E402

install()

# In formgrader one question can be graded for all students; only its server needs the page.
if "nbgrader.server_extensions.formgrader.handlers" in sys.modules:
    from grading.pages import question_handlers

    question_handlers.install()

# Formgrader's pages are made from what strangers wrote: nothing in them may run.
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.filters = {
    "markdown2html": "grading.pages.untrusted_html.safe_markdown",
    "highlight_code": "grading.pages.untrusted_code.safe_highlight",
}
