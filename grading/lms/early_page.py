"""The page that a student gets before the due date: what `grading.lms.early` allows."""

from datetime import datetime

from grading.engine.model import Result
from grading.lms.early import verdicts, waiting
from grading.pages.rendering import templates


def page(result: Result, when: datetime) -> str:
    """The HTML page of a `Result` that has its notebook.

    Parameters
    ----------
    result : grading.engine.model.Result
    when : datetime.datetime
        When the submission arrived, in the class's time zone.
    """
    found = verdicts(result)
    template = templates().get_template("early.html")
    return template.render(
        result=result,
        when=when.strftime("%Y-%m-%d %H:%M:%S %Z"),
        verdicts=found,
        earned=sum(verdict.score for verdict in found),
        most=sum(verdict.out_of for verdict in found),
        by_hand=waiting(result),
    )


def wait_page(lab: str, attempts: int, until: datetime) -> str:
    """The page of a student who has used all attempts of the day."""
    when = until.strftime("%Y-%m-%d %H:%M %Z")
    return templates().get_template("wait.html").render(lab=lab, attempts=attempts, until=when)
