"""What arrives is answered, by a page that says what may be said; whatever goes wrong meanwhile."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest
import tiny
from thorough import sample

from grading.lms import watch as module
from grading.lms.watch import Watch
from grading.paths import ROOT, Problem
from grading.records.lock import lock


@pytest.fixture
def course(tmp_path):
    return tiny.make_course(tmp_path / "class")


class Running:
    """A watch in a thread of its own."""

    def __init__(self, course, **options):
        self.said = []
        self.course = course
        self.inbox = course.parent / "inbox"
        self.watch = Watch(tiny.LAB, self.inbox, course, say=self.said.append, **options)
        self.thread = threading.Thread(target=self.watch.run)

    def __enter__(self):
        self.thread.start()
        self.until(lambda: any("Watching" in line for line in self.said))
        return self

    def __exit__(self, *_):
        self.watch.stop()
        self.thread.join(600)
        assert not self.thread.is_alive()

    def hand_in(self, student, notebook, name="tiny.ipynb"):
        folder = self.inbox / student
        folder.mkdir(parents=True, exist_ok=True)
        data = notebook if isinstance(notebook, bytes) else json.dumps(notebook).encode()
        (folder / f".{name}.part").write_bytes(data)
        os.replace(folder / f".{name}.part", folder / name)

    def page(self, student):
        path = self.course / "feedback" / student / "tiny" / "tiny.html"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    @staticmethod
    def until(true, seconds=600):
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, "it did not happen"
            time.sleep(0.02)


def test_what_arrives_is_graded_and_answered(course):
    with Running(course) as running:
        running.hand_in("ada", tiny.answered(course))
        running.until(lambda: "9 of 9 points" in running.page("ada"))
        running.hand_in("bob", tiny.answered(course, mean="def mean(x):\n    return 0"))
        running.until(lambda: "0 of 9 points" in running.page("bob"))
    assert running.said[-1].startswith("Stopped")
    assert tiny.in_gradebook(course)["ada"]["test_spread"] == 4


def test_before_the_due_date_no_hidden_input_is_told(course):
    due = datetime.now(UTC) + timedelta(days=1)
    (course / "course.toml").write_text(f"[labs.tiny]\ndue = {due.isoformat()}\n")
    tell = "def double(x):\n    if np.ndim(x): raise ValueError(f'{x} LEAK')\n    return 6"
    with Running(course) as running:
        running.hand_in(
            "eve", tiny.answered(course, double=tell, mean="def mean(x):\n    return 1")
        )
        running.until(lambda: "points so far" in running.page("eve"))
    page = running.page("eve")
    assert "LEAK" not in page
    assert "3. 4." not in page
    assert "A hidden part of this test failed" in page
    assert "mean([1, 2, 6]) gives 1" in page


def test_after_the_due_date_the_whole_page_is_written(course):
    due = datetime.now(UTC) - timedelta(days=1)
    (course / "course.toml").write_text(f"[labs.tiny]\ndue = {due.isoformat()}\n")
    with Running(course) as running:
        running.hand_in("ada", tiny.answered(course))
        running.until(lambda: running.page("ada"))
    assert "points so far" not in running.page("ada")
    assert "test_double" in running.page("ada") or "double" in running.page("ada")


def test_what_is_said_of_a_late_answer_are_the_points_that_are_left(course):
    due = datetime.now(UTC) - timedelta(hours=1)
    rules = f"[late]\npenalty = 2\n\n[labs.tiny]\ndue = {due.isoformat()}\n"
    (course / "course.toml").write_text(rules)
    with Running(course) as running:
        running.hand_in("ada", tiny.answered(course))
        running.until(lambda: any(line.startswith("ada: ") for line in running.said))
    (line,) = (line for line in running.said if line.startswith("ada: "))
    assert line.startswith("ada: 7 points, 2 taken off for being late, ")


NOON = datetime(2026, 10, 5, 12, tzinfo=UTC)  # so that no midnight comes between two attempts


def test_attempts_of_a_day_are_counted_and_what_is_too_much_waits(course, monkeypatch):
    monkeypatch.setattr(module.Watch, "_now", lambda watch: NOON)
    with Running(course, attempts_per_day=1) as running:
        running.hand_in("ada", tiny.answered(course, mean="def mean(x):\n    return 0"))
        running.until(lambda: "0 of 9 points" in running.page("ada"))
        running.hand_in("ada", tiny.answered(course))
        running.until(lambda: "used your attempts" in running.page("ada"))
        later = NOON + timedelta(days=1)
        monkeypatch.setattr(module.Watch, "_now", lambda watch: later)
        running.until(lambda: "9 of 9 points" in running.page("ada"))


def test_a_hostile_arrival_stops_nobody(course):
    with Running(course) as running:
        running.hand_in("eve\x1b[2J", b"\xff\xfe garbage")
        (running.inbox / "link").symlink_to("/etc/passwd")
        running.hand_in("mallory", b"PK\x03\x04", name="tiny.zip")
        running.hand_in("ada", tiny.answered(course))
        running.until(lambda: "9 of 9 points" in running.page("ada"))


@pytest.mark.parametrize("error", [Problem, OSError])
def test_what_cannot_be_collected_stops_nothing_that_came_with_it(course, monkeypatch, error):
    def collect(*args, arrived, **options):
        if "eve" in arrived:
            raise error("this is eve's")
        return collected(*args, arrived=arrived, **options)

    collected = module.collect
    monkeypatch.setattr(module, "collect", collect)
    running = Running(course)
    for student in ("ada", "eve", "zoe"):
        running.hand_in(student, tiny.answered(course))
    with running:
        running.until(lambda: running.page("ada") and running.page("zoe"), 60)
    assert sum("this is eve's" in line for line in running.said) == 1


def test_while_somebody_else_is_at_work_it_waits_and_goes_on(course, monkeypatch):
    monkeypatch.setattr(module, "WAIT", 0.3)
    with Running(course) as running:
        with lock(course, "tiny", "something else"):
            running.hand_in("ada", tiny.answered(course))
            running.until(lambda: any("something else" in line for line in running.said))
            assert not running.page("ada")
        running.until(lambda: "9 of 9 points" in running.page("ada"))


def test_it_goes_on_after_a_crash_where_it_was(course):
    """Collected, and killed before it was graded: the next start answers."""
    tiny.hand_in(course, "ada", tiny.answered(course))
    with Running(course) as running:
        running.until(lambda: "9 of 9 points" in running.page("ada"))


def test_a_second_start_grades_nothing_again(course):
    with Running(course) as running:
        running.hand_in("ada", tiny.answered(course))
        running.until(lambda: "9 of 9 points" in running.page("ada"))
    note = course / "results" / "tiny"
    before = {path: path.stat().st_mtime_ns for path in note.rglob("*") if path.is_file()}
    with Running(course) as again:
        for _ in range(10):
            time.sleep(0.1)
    assert {path: path.stat().st_mtime_ns for path in note.rglob("*") if path.is_file()} == before
    assert not any("points" in line for line in again.said)


def test_nbgraders_exchange_is_understood(course):
    with Running(course) as running:
        name = "ada+tiny+2026-10-01 12:00:00.000000 UTC+abc"
        running.hand_in(name, tiny.answered(course))
        running.until(lambda: "9 of 9 points" in running.page("ada"))


def started(course, more=""):
    """A watch in a process of its own, watching."""
    program = (
        f"import sys; sys.path[:0] = [{str(ROOT)!r}]\n"
        "import datetime\nfrom pathlib import Path\nfrom grading.lms.watch import Watch\n"
        f"Watch._now = lambda watch: {NOON!r}\n"
        f"course = Path({str(course)!r})\n"
        f"Watch('tiny', course.parent / 'inbox', course{more}).run()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-u", "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    said = ""
    while "Watching" not in said:
        line = process.stdout.readline()
        assert line, process.stderr.read()
        said += line
    return process


@pytest.mark.parametrize(
    "sign", sample(["submitted/ada", "results/tiny", "feedback/ada/tiny/tiny.html"], 1)
)
def test_after_kill_9_the_next_start_answers_what_was_left_and_counts_it_once(
    course, sign, monkeypatch
):
    monkeypatch.setattr(module.Watch, "_now", lambda watch: NOON)
    running = Running(course, attempts_per_day=1)
    process = started(course, ", attempts_per_day=1")
    running.hand_in("ada", tiny.answered(course))
    running.until(lambda: any(course.glob(sign)))
    process.kill()
    process.communicate()
    with running:
        running.until(lambda: "9 of 9 points" in running.page("ada"))
        running.hand_in("ada", tiny.answered(course, mean="def mean(x):\n    return 0"))
        running.until(lambda: "used your attempts" in running.page("ada"))
    assert len(list(course.glob("attempts/ada/tiny/*/tiny.ipynb"))) == 2


def test_ctrl_c_ends_it_cleanly(course):
    process = started(course)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=600)
    assert process.returncode == 0, err
    assert "Stopped. All grades are kept." in out
    assert "Traceback" not in err
