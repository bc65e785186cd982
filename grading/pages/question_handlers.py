"""The page of a question as a part of formgrader: its addresses, and the way to it."""

from urllib.parse import quote

from jinja2 import ChoiceLoader, FileSystemLoader
from nbgrader.server_extensions.formgrader import handlers
from nbgrader.server_extensions.formgrader.base import check_notebook_dir, check_xsrf
from tornado import web

from grading.pages.feedback import TEMPLATES
from grading.pages.question import question_page, save
from grading.paths import Problem
from grading.records.points import read_lab
from grading.records.questions import Changed


class QuestionHandler(handlers.BaseHandler):
    """One question for all students."""

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    def get(self, lab, notebook, name):
        try:
            page = question_page(
                self.api,
                lab,
                name,
                notebook,
                start=self._start(),
                form=self.xsrf_form_html(),
                base=self.base_url,
                only_waiting=bool(self.get_query_argument("waiting", "")),
            )
        except Problem as problem:
            raise web.HTTPError(404, str(problem)) from None
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.write(page.encode("utf-8", "replace"))

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    def post(self, lab, notebook, name):
        fields = ("student", "answer", "points", "extra", "comment", "number")
        said = {field: self.get_body_argument(field, "") for field in fields}
        try:
            save(self.api, lab, name, said, notebook)
        except Problem as problem:
            self.set_status(409 if isinstance(problem, Changed) else 400)
            self._tell(str(problem))
            return
        if "text/html" in self.request.headers.get("Accept", ""):  # without the page's script
            waiting = "&waiting=1" if self.get_query_argument("waiting", "") else ""
            number = "".join(c for c in said["number"] if c.isdigit())
            self.redirect(f"?start={self._start()}{waiting}#answer-{number}", status=303)
        else:
            self._tell("saved")

    def _start(self):
        text = self.get_query_argument("start", "0")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0

    def _tell(self, text):
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(text)


class SubmissionsHandler(handlers.GradebookNotebookSubmissionsHandler):
    """Formgrader's list of all submissions, with the way to each question above it."""

    def render(self, name, **more):
        stock = self.settings["nbgrader_jinja2_env"]
        if name != "gradebook_notebook_submissions.tpl":
            return super().render(name, **more)
        ours = stock.overlay(loader=ChoiceLoader([FileSystemLoader(TEMPLATES), stock.loader]))
        lab, notebook = more["assignment_id"], more["notebook_id"]
        try:
            exercises = read_lab(self.api, lab, notebook).exercises
        except Problem:
            exercises = ()
        names = [e.name for e in sorted(exercises, key=lambda e: not e.written)]
        begin = f"{self.base_url}/formgrader/question/{quote(lab, '')}/{quote(notebook, '')}"
        questions = [(name, f"{begin}/{quote(name, '')}") for name in names]
        return ours.get_template("formgrader_submissions.tpl").render(questions=questions, **more)


ADDRESSES = [
    (r"/formgrader/question/([^/]+)/([^/]+)/([^/]+)/?", QuestionHandler),
    (r"/formgrader/gradebook/([^/]+)/([^/]+)/?", SubmissionsHandler),
]


def install():
    """Add the page to formgrader, before it starts; doing it twice changes nothing."""
    if ADDRESSES[0] not in handlers.default_handlers:
        handlers.default_handlers[:0] = ADDRESSES
