"""One question for all students, in formgrader: read an answer, give points, go to the next.

Strangers wrote what the page shows: texts go through `untrusted_html`, all else is escaped, and
no script runs but the page's own, which saves what is typed.
"""

import secrets
import time
from types import SimpleNamespace

from markupsafe import Markup

from grading.pages.cells import coloured
from grading.pages.rendering import templates
from grading.pages.untrusted_code import MAX_CODE
from grading.pages.untrusted_html import as_typed, attached_to, render_text
from grading.paths import ClassError
from grading.records.points import read_lab
from grading.records.questions import Answer, give, read_question

PER_PAGE = 100
SECONDS = 8.0  # CPU seconds for rendering a page's texts; the rest are shown as typed
MAX_PICTURES = 64 << 20  # characters of a page's pictures


def question_page(api, lab, name, notebook=None, start=0, form="", base="", only_waiting=False):
    """Make the page of a question.

    Parameters
    ----------
    api : nbgrader.apps.api.NbGraderAPI
    lab, name : str
        The question's name is that of its answer cell.
    notebook : str, optional
        The notebook's name, if it is not the lab's.
    start : int
        Index of the first answer on the page, among those listed.
    form : str
        HTML to put into each form.
    base : str
        Prefix of formgrader's URLs.
    only_waiting : bool
        List only answers still to be graded by hand.

    Returns
    -------
    str
    """
    question = read_question(api, lab, name, notebook)
    numbered = list(enumerate(question.answers, 1))
    listed = [pair for pair in numbered if pair[1].waits or not only_waiting]
    start = max(0, min(start, (len(listed) - 1) // PER_PAGE * PER_PAGE))
    room = SimpleNamespace(until=time.process_time() + SECONDS, pictures=MAX_PICTURES)
    shown = [
        (number, answer, _shown(answer, room))
        for number, answer in listed[start : start + PER_PAGE]
    ]
    template = templates().get_template("question.html")
    return template.render(
        lab=lab,
        notebook=notebook or lab,
        question=question,
        names=read_lab(api, lab, notebook).by_hand_first,
        shown=shown,
        total=len(question.answers),
        waiting=sum(answer.waits for answer in question.answers),
        start=start,
        before=max(0, start - PER_PAGE) if start else None,
        after=start + PER_PAGE if start + PER_PAGE < len(listed) else None,
        only_waiting=only_waiting,
        form=Markup(form),
        base=base,
        nonce=secrets.token_urlsafe(16),
    )


def _shown(answer: Answer, room):
    """An answer as HTML; "" if it cannot be shown here."""
    cell = answer.cell
    if cell is None:
        return ""
    source = str(cell["source"])
    if cell["cell_type"] == "code":
        return coloured(source)
    pictures = attached_to(cell)
    size = sum(len(content) for *_, content in pictures)
    if size > room.pictures:
        return ""
    room.pictures -= size
    if time.process_time() > room.until or len(source) > MAX_CODE:
        return as_typed(source)
    return render_text(source, pictures)


def save(api, lab, name, said, notebook=None):
    """Save what was typed into the form of one answer.

    Parameters
    ----------
    said : mapping of str to str
        ``student``, ``answer`` (its digest), ``points``, ``extra``, ``comment``.

    Raises
    ------
    ClassError
        If it is not saved; the text says why.
    """
    give(
        api,
        lab,
        name,
        said.get("student", ""),
        said.get("answer", ""),
        _number(said.get("points", "")),
        _number(said.get("extra", "")),
        said.get("comment", ""),
        notebook,
    )


def _number(text):
    text = text.strip().replace(",", ".")
    try:
        return float(text) if text else None
    except ValueError:
        raise ClassError(f"{text[:40]!r} is not a number of points.") from None
