"""Our additions to formgrader: a page per question, links to it, saves checked for staleness.

Every command that reads the configuration loads this module, and none of them makes a page. So
the modules that make pages are imported on the first request.
"""

import json
from urllib.parse import quote

from jinja2 import ChoiceLoader, FileSystemLoader
from nbgrader.api import MissingEntry
from nbgrader.server_extensions.formgrader import apihandlers, handlers
from nbgrader.server_extensions.formgrader.base import check_notebook_dir, check_xsrf
from tornado import web

from grading.paths import Problem
from grading.records.points import read_lab
from grading.records.questions import Changed
from grading.records.saved import answers_shown, save_comment, save_points
from grading.records.tables import opened


class QuestionHandler(handlers.BaseHandler):
    """One question for all students."""

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    def get(self, lab, notebook, name):
        from grading.pages.question import question_page

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
        from grading.pages.question import save

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
    """Formgrader's list of all submissions, with a link to each question above it."""

    def render(self, name, **more):
        from grading.pages.rendering import TEMPLATES

        stock = self.settings["nbgrader_jinja2_env"]
        if name != "gradebook_notebook_submissions.tpl":
            return super().render(name, **more)
        ours = stock.overlay(loader=ChoiceLoader([FileSystemLoader(TEMPLATES), stock.loader]))
        lab, notebook = more["assignment_id"], more["notebook_id"]
        try:
            names = read_lab(self.api, lab, notebook).by_hand_first
        except Problem:
            names = []
        begin = f"{self.base_url}/formgrader/question/{quote(lab, '')}/{quote(notebook, '')}"
        questions = [(name, f"{begin}/{quote(name, '')}") for name in names]
        return ours.get_template("formgrader_submissions.tpl").render(questions=questions, **more)


class SubmissionHandler(handlers.SubmissionHandler):
    """Formgrader's page of a submission; each of its saves names the answer it is for."""

    shown = None

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    def get(self, submission_id):
        try:  # before the page is made: an answer graded meanwhile is not the one shown
            with opened(self) as gradebook:
                found = gradebook.find_submission_notebook_by_id(submission_id)
                self.shown = answers_shown(gradebook.db, found)
        except (MissingEntry, Problem):
            pass  # the stock handler reports it
        return super().get(submission_id)

    def write(self, chunk):
        from grading.pages.rendering import templates

        if isinstance(chunk, str) and "</body>" in chunk:
            template = templates().get_template("formgrader_saves.html")
            script = template.render(shown=self.shown or {})
            page, end, rest = chunk.rpartition("</body>")
            chunk = page + script + end + rest
        super().write(chunk)


class _Saved(apihandlers.BaseApiHandler):
    """Saves what a page sends; the status tells the page whether it was saved."""

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    def put(self, key):
        try:
            self.write(json.dumps(type(self).save(self.gradebook, key, self.get_json_body() or {})))
        except MissingEntry:
            raise web.HTTPError(404) from None
        except Problem as problem:
            self.set_status(409)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(str(problem))


class GradeHandler(_Saved, apihandlers.GradeHandler):
    """Saves points typed into one of formgrader's own pages."""

    save = staticmethod(save_points)


class CommentHandler(_Saved, apihandlers.CommentHandler):
    """Saves a comment typed into one of formgrader's own pages."""

    save = staticmethod(save_comment)


class _Listed(apihandlers.BaseApiHandler):
    """The rows of a submission, each with the answer it belongs to."""

    @web.authenticated
    @check_xsrf
    @check_notebook_dir
    def get(self):
        try:
            found = self.gradebook.find_submission_notebook_by_id(
                self.get_argument("submission_id")
            )
        except MissingEntry:
            raise web.HTTPError(404) from None
        shown = answers_shown(self.gradebook.db, found)
        rows = [row.to_dict() for row in getattr(found, self.rows)]
        self.write(json.dumps([row | {"answer": shown.get(row["name"], "")} for row in rows]))


class GradesHandler(_Listed):
    """The points of a submission."""

    rows = "grades"


class CommentsHandler(_Listed):
    """The comments on a submission."""

    rows = "comments"


ADDRESSES = [
    (r"/formgrader/submissions/([^/]+)/?", SubmissionHandler),
    (r"/formgrader/api/grades", GradesHandler),
    (r"/formgrader/api/grade/([^/]+)", GradeHandler),
    (r"/formgrader/api/comments", CommentsHandler),
    (r"/formgrader/api/comment/([^/]+)", CommentHandler),
    (r"/formgrader/question/([^/]+)/([^/]+)/([^/]+)/?", QuestionHandler),
    (r"/formgrader/gradebook/([^/]+)/([^/]+)/?", SubmissionsHandler),
]


def install():
    """Add the handlers to formgrader before it starts; a second call changes nothing."""
    if ADDRESSES[0] not in handlers.default_handlers:
        handlers.default_handlers[:0] = ADDRESSES
