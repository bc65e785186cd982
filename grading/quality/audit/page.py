"""The page of an audit: one file, without script, that loads nothing."""

from markupsafe import Markup, escape

from grading.pages.rendering import templates
from grading.quality.audit.found import KINDS, Report


def page(report: Report) -> str:
    """The page as HTML; everything from the notebook is escaped."""
    made = templates()
    made.filters |= {"share": _share, "diff": _diff}
    notes = [finding for finding in report.findings if not finding.hole]
    return made.get_template("audit.html").render(report=report, notes=notes, headings=KINDS)


def _share(share: float) -> str:
    """A share in percent: 0 % and 100 % only if it is exactly none or all."""
    percent = 100 * share
    if 0 < percent < 1:
        return "less than 1 %"
    return f"{int(percent) if percent > 99 else round(percent)} %"


def _diff(text: str) -> Markup:
    """A diff whose lines are marked by sign, and also by color."""
    lines = []
    for line in text.split("\n"):
        kind = {"-": "bad", "+": "good"}.get(line[:1])
        made = Markup('<span class="{}">{}</span>').format(kind, line) if kind else escape(line)
        lines.append(made)
    return Markup("\n").join(lines)
