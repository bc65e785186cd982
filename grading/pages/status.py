"""The state of a class on one screen, as the lecturer reads it on Monday morning."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from grading.pages.rendering import duration
from grading.records.status import LabStatus
from grading.terminal import printable
from grading.wording import change

SHOWN = 8  # names in a line


def screen(status: LabStatus) -> str:
    """The state of one lab, as text for a terminal."""
    if not status.released:
        return (
            f"{status.lab}: not released yet, {len(status.handed_in)} handed in.\n"
            f"Next: {status.next_command}"
        )
    due = f", due {_time(status.due, status.zone)}" if status.due else ""
    lines = [f"{status.lab}{due}"]
    lines.append(_row("handed in", status.handed_in, names=False))
    lines.append(_row("missing", status.missing))
    late = [f"{name} ({duration(by)})" for name, by in status.late.items()]
    lines.append(_row("late", late))
    lines.append(_row("graded", status.graded, names=False))
    lines.append(_row("not graded yet", status.ungraded))
    reasons = Counter(reason for why in status.stale.values() for reason in why)
    why = ", ".join(f"{reason}: {many}" for reason, many in sorted(reasons.items()))
    lines.append(_row("stale", list(status.stale), note=f"  [{why}]" if why else ""))
    by_hand = [f"{name}: {many}" for name, many in status.by_hand.items()]
    lines.append(_row("to grade by hand", by_hand, many=sum(status.by_hand.values())))
    if status.odd:
        lines.append(f"  {'odd':18}{len(status.odd)}")
        lines += [f"    {printable(each)}" for each in status.odd]
    for student, points in sorted(status.changed.items()):
        lines.append(f"  by the policy    {student}: {change(*points)}")
    if status.last_run:
        lines.append(f"  {'last graded':18}{_time(status.last_run, status.zone)}")
    if status.holder:
        lines.append(f"  {'running now':18}{status.holder}")
    elif status.next_command:
        lines.append(f"Next: {status.next_command}")
    return "\n".join(filter(None, lines))


def line(status: LabStatus) -> str:
    """The state of one lab, as a row of a table."""
    if not status.released:
        return f"{status.lab:20} {len(status.handed_in):>9}  not released yet"
    return (
        f"{status.lab:20} {len(status.handed_in):>9} {len(status.missing):>8} "
        f"{len(status.late):>5} {len(status.graded):>7} "
        f"{len(status.stale) + len(status.ungraded):>8} {sum(status.by_hand.values()):>8}"
    )


HEAD = (
    f"{'lab':20} {'handed in':>9} {'missing':>8} {'late':>5} {'graded':>7} {'to grade':>8} "
    f"{'by hand':>8}"
)


def _row(
    what: str, them: Iterable[str], names: bool = True, many: int | None = None, note: str = ""
) -> str:
    them = list(them)
    if not them and what in ("late", "stale", "not graded yet", "to grade by hand"):
        return ""
    more = f" and {len(them) - SHOWN} more" if len(them) > SHOWN else ""
    listed = f"  {printable(', '.join(them[:SHOWN]))}{more}" if names and them else ""
    return f"  {what:18}{len(them) if many is None else many}{listed}{note}"


def _time(when: datetime, zone: tzinfo) -> str:
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return when.astimezone(zone).strftime("%a %Y-%m-%d %H:%M")
