"""The page that a student gets while there is still time: what `grading.lms.early` allows."""

from datetime import datetime

from markupsafe import Markup

from grading import wording
from grading.engine.model import Result
from grading.lms.early import Verdict, verdicts, waiting

HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 45rem; margin: auto; padding: 1rem; }}
pre {{ overflow: auto; white-space: pre-wrap; border-left: 3px solid #8888; padding-left: .6rem; }}
table {{ border-collapse: collapse; width: 100%; }}
td, th {{ text-align: left; vertical-align: top; padding: .3rem; border-top: 1px solid #8888; }}
</style>
"""


def page(result: Result, when: datetime, note: str = "") -> str:
    """The page of a `Result` (its notebook in it), as HTML.

    Parameters
    ----------
    result : grading.engine.model.Result
    when : datetime.datetime
        When the work arrived, in the zone of the class.
    note : str
        A sentence that stands first.
    """
    found = verdicts(result)
    earned, most = sum(v.score for v in found), sum(v.out_of for v in found)
    title = f"{result.lab}: {earned:g} of {wording.points(most)} so far"
    parts: list[str] = [Markup(HEAD).format(title=title), Markup("<h1>{}</h1>").format(title)]
    parts.append(
        Markup(
            "<p>For what arrived at {}. You can hand in again: the tests then draw other numbers. "
            "After the due date there is a page that says more.</p>"
        ).format(when.strftime("%Y-%m-%d %H:%M:%S %Z"))
    )
    parts += [Markup("<p><b>{}</b></p>").format(text) for text in (note, *result.remarks) if text]
    if by_hand := waiting(result):
        parts.append(Markup("<p>A person grades: {}.</p>").format(", ".join(by_hand)))
    parts.append("<table><tr><th scope=col>check<th scope=col>points<th scope=col>said</tr>")
    parts += [_row(verdict) for verdict in found]
    return "\n".join(map(str, [*parts, "</table>\n</html>\n"]))


def _row(verdict: Verdict) -> Markup:
    said = Markup("<pre>{}</pre>").format(verdict.message) if verdict.message else Markup("")
    if verdict.hidden:
        said += Markup("<p>A hidden part of this test failed.</p>")
    if verdict.idea:
        said += Markup("<p>It behaves like this: {}</p>").format(verdict.idea)
    return Markup("<tr><td><code>{}</code><td>{} of {}<td>{}</tr>").format(
        verdict.name, f"{verdict.score:g}", f"{verdict.out_of:g}", said or "passed"
    )


def wait_page(lab: str, attempts: int, until: datetime) -> str:
    """The page of one who has used all attempts of the day."""
    title = f"{lab}: {attempts} attempts today"
    text = (
        "<h1>{}</h1><p>You have used your attempts of today. What you handed in is kept "
        "and counts; it is answered after {}.</p></html>\n"
    )
    when = until.strftime("%Y-%m-%d %H:%M %Z")
    return str(Markup(HEAD).format(title=title) + Markup(text).format(title, when))
