"""Watch a folder: collect, grade and answer each submission as it arrives.

All state is on disk: after any interruption, the next start continues from there.
"""

import json
import secrets
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nbgrader.exchange.default.exchange import Exchange

from grading import wording
from grading.classroom.autograde import autograde, release_if_unknown
from grading.classroom.processes import grade_apart
from grading.engine.model import Job
from grading.labfile import out_of_bounds
from grading.lms.archive import Refused, opened
from grading.lms.collect import collect
from grading.lms.collected import lines_of
from grading.lms.early_page import page, wait_page
from grading.lms.notebooks import released_labs
from grading.pages.feedback import feedback
from grading.paths import COURSE, Problem
from grading.records.files import read_json
from grading.records.instructor import instructors_notebook
from grading.records.lock import Locked
from grading.records.nbgrader import nbgrader_api
from grading.records.points import read_works
from grading.records.policy import read_policy
from grading.records.results import read_result
from grading.records.status import status
from grading.records.students import due_date
from grading.records.submissions import handed_in_at
from grading.records.version import ENGINE
from grading.whole import write_whole

PAUSE = 0.2  # seconds between two looks; a file unchanged between them has arrived
WAIT = 5  # seconds before trying again while another command works on the lab


class Watch:
    """Watches a folder for submissions to a lab.

    Parameters
    ----------
    lab : str
    folder : pathlib.Path
        Where submissions arrive, in any layout that `collect` knows.
    course : pathlib.Path
    attempts_per_day : int, optional
        How many answers a student gets per day of the class's time zone.
    db : str, optional
        URL of the gradebook.
    say : callable
        Called with a line about each event.
    """

    def __init__(
        self,
        lab: str,
        folder: str | Path,
        course: Path = COURSE,
        attempts_per_day: int | None = None,
        db: str | None = None,
        say: Callable[[str], object] = print,
    ) -> None:
        self.lab, self.folder, self.course = lab, Path(folder), Path(course)
        self.most, self.db, self.say = attempts_per_day, db, say
        self.stopped = threading.Event()
        self.before: dict[str, tuple] = {}
        self.done: dict[str, tuple] = {}
        self.again, self.resumed = 0.0, False

    def run(self) -> None:
        """Watch until `stop` or Ctrl-C."""
        self.folder.mkdir(parents=True, exist_ok=True)
        api = nbgrader_api(self.course, self.db)
        release_if_unknown(api, self.lab, self.course, self.db, self.say)
        with ThreadPoolExecutor(2) as self.threads:
            try:
                self._warm(api)
                self.say(f"Watching {self.folder} for {self.lab}. Ctrl-C stops.")
                while not self.stopped.wait(PAUSE):
                    self.look()
            except KeyboardInterrupt:
                pass
            finally:
                self.threads.shutdown(cancel_futures=True)
        self.say("Stopped. All grades are kept.")

    def stop(self) -> None:
        """End `run` after the current step."""
        self.stopped.set()

    def _warm(self, api: Any) -> None:
        """Start the workers early, so that the first submission need not wait for them."""
        teacher = instructors_notebook(api, self.lab)
        files = ((f"{self.lab}.ipynb", teacher.encode()),)  # every test runs once
        job = Job(self.lab, "nobody", files, teacher, secrets.randbits(32), out_of_bounds(self.lab))
        self.threads.submit(grade_apart, job, ENGINE).result()
        released_labs(self.course)

    def _left_over(self) -> set[str]:
        """Students whose submission has no grade; write missing pages of the others."""
        found = status(self.lab, self.course, self.db)
        left = {*found.ungraded, *found.stale}
        for student in found.graded:
            if student not in left and self._page_is_missing(student):
                self._write_page(student)
        return left

    def look(self) -> None:
        """Look once: collect new submissions and answer them."""
        now = self._seen()
        ready = {name for name, state in now.items() if self.before.get(name) == state}
        new = {name for name in ready if self.done.get(name) != now[name]}
        self.before = now
        if time.monotonic() < self.again:
            return
        self.resumed = self.resumed or self._guarded(lambda: self._answer(self._left_over()))
        if new and self._guarded(lambda: self._take(new)):
            self.done |= {name: now[name] for name in new}
        elif not new and self._waiting():
            self._guarded(lambda: self._answer(set()))

    def _seen(self) -> dict[str, tuple]:
        """Sizes and times of all files in the folder, by its top-level entries."""
        found: dict[str, list] = {}
        try:
            with opened(self.folder) as source:
                for entry in source.entries:
                    state = (entry.shown, entry.size, entry.time)
                    found.setdefault(entry.path[0], []).append(state)
        except (Refused, OSError) as error:
            self.say(f"{self.folder} cannot be read: {error}")
            return self.before
        return {name: tuple(states) for name, states in found.items()}

    def _guarded(self, work: Callable[[], object]) -> bool:
        """Whether `work` succeeded; an error is reported and does not end the watch."""
        try:
            work()
        except Locked as error:
            self.say(str(error))
            self.again = time.monotonic() + WAIT
            return False
        except Exception as error:
            self._tell(error)
        return True

    def _tell(self, error: Exception) -> None:
        more = f"Something went wrong; the watch continues: {type(error).__name__}: "
        self.say(f"{'' if isinstance(error, Problem) else more}{error}")

    def _take(self, names: set[str]) -> None:
        try:
            made = collect(self.folder, self.lab, course=self.course, db=self.db, arrived=names)
        except Locked:
            raise
        except Exception:
            if len(names) == 1:
                raise
            self._take_one_by_one(names)
            return
        for line in lines_of(made.left):
            self.say(line)
        for taken in made.taken:
            if taken.aside:
                self.say(f"{taken.student}: {'; '.join(taken.notes)}")
        students = {taken.student for taken in made.taken}
        if students:
            self._answer(students)

    def _take_one_by_one(self, names: set[str]) -> None:
        """What ends `collect` keeps nothing else that came with it from being graded."""
        for name in sorted(names):
            try:
                self._take({name})
            except Locked:
                raise
            except Exception as error:
                self._tell(error)

    # --- answering ------------------------------------------------------------------------------

    def _answer(self, students: set[str]) -> None:
        """Grade these students and all who wait, if they have attempts left; write their pages."""
        log = self._log()
        wanted = set(students) | set(log["waiting"])
        now = self._now()
        allowed = {s for s in wanted if self._left(log, s) > 0}
        for student in sorted(wanted - allowed):
            if student not in log["waiting"]:
                log["waiting"].append(student)
                self.say(f"{student}: no attempts left today; kept")
            self._write(student, wait_page(self.lab, self.most or 0, _after(now)))
        if allowed:
            self._grade(allowed, log)
        self._note(log)

    def _grade(self, students: set[str], log: dict[str, list]) -> None:
        today = self._today()
        for student in sorted(students):
            mine = [student, today, self._mark(student)]
            if mine not in log["answered"]:
                log["answered"].append(mine)
            if student in log["waiting"]:
                log["waiting"].remove(student)
        week = (self._now() - timedelta(days=7)).date().isoformat()
        log["answered"] = [entry for entry in log["answered"] if entry[1] >= week]
        self._note(log)  # before grading: whatever happens now, the attempt counts once
        done = autograde(
            self.lab,
            self.course,
            students=sorted(students),
            executor=self.threads,
            db=self.db,
            say=lambda line: None,
        )
        graded = {result.student for result in done.graded}
        for student in sorted(students):
            if student in graded or self._page_is_missing(student):
                self._write_page(student)

    def _write_page(self, student: str) -> None:
        policy, api = read_policy(self.course), nbgrader_api(self.course, self.db)
        due = policy.due(self.lab, student) or due_date(api, self.lab)
        result = read_result(self.course, self.lab, student)
        if result is None:
            return
        if due is not None and datetime.now(UTC) > due:
            feedback(self.lab, self.course, [student], self.db)
        else:
            graded = self.course / "autograded" / student / self.lab / f"{self.lab}.ipynb"
            result = replace(result, notebook=graded.read_text(encoding="utf-8"))
            when = handed_in_at(self.course / "submitted" / student / self.lab)
            self._write(student, page(result, policy.local(when) if when else self._now()))
        (work,) = read_works(api, self.lab, [student], notes=False)
        taken = f", {work.penalty:g} taken off for being late" if work.penalty else ""
        self.say(f"{student}: {wording.points(work.total)}{taken}, {self._page(student)}")

    def _page(self, student: str) -> Path:
        return self.course / "feedback" / student / self.lab / f"{self.lab}.html"

    def _write(self, student: str, text: str) -> None:
        write_whole(self._page(student), text)

    def _page_is_missing(self, student: str) -> bool:
        """Whether there is no page, or one older than the grade."""
        graded = self.course / "autograded" / student / self.lab / f"{self.lab}.ipynb"
        page = self._page(student)
        try:
            return not page.exists() or page.stat().st_mtime_ns < graded.stat().st_mtime_ns
        except OSError:
            return False

    # --- attempts -------------------------------------------------------------------------------

    def _log_path(self) -> Path:
        return self.course / "collected" / "watch" / f"{self.lab}.json"

    def _log(self) -> dict[str, list]:
        """Which attempts of whom were answered on which day, and who waits."""
        found = read_json(self._log_path())
        answered = [entry for entry in found.get("answered", []) if len(entry) == 3]
        return {"answered": answered, "waiting": found.get("waiting", [])}

    def _note(self, log: dict[str, list]) -> None:
        if log != self._log():
            write_whole(self._log_path(), json.dumps(log, indent=1))

    def _left(self, log: dict[str, list], student: str) -> int:
        if self.most is None:
            return 1
        today = self._today()
        mine = {mark for who, day, mark in log["answered"] if (who, day) == (student, today)}
        return 1 if self._mark(student) in mine else self.most - len(mine)

    def _mark(self, student: str) -> str:
        """The mark of an attempt: when it was handed in."""
        return str(handed_in_at(self.course / "submitted" / student / self.lab))

    def _now(self) -> datetime:
        """The time in the class's zone: attempts are counted per day there."""
        return read_policy(self.course).local(datetime.now(UTC))

    def _today(self) -> str:
        return self._now().date().isoformat()

    def _waiting(self) -> bool:
        """Whether a waiting student may have an answer now."""
        log = self._log()
        return any(self._left(log, student) > 0 for student in log["waiting"])


def inbound(db: str | None = None) -> Path:
    """The folder of nbgrader's exchange into which `nbgrader submit` puts submissions."""
    api = nbgrader_api(COURSE, db)
    exchange = Exchange(coursedir=api.coursedir, parent=api)
    return Path(exchange.root) / api.coursedir.course_id / "inbound"


def _after(now: datetime) -> datetime:
    """The next midnight."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
