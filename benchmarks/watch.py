"""How long does a student wait? From arrival in the folder to the page, with `watch` running.

    python benchmarks/watch.py [LAB ...] [--students 5]

A class is made up, `watch` is started, and one student after the other hands in: right answers, and
others with a mistake of the bank in every exercise; then, after the due date, such that get the
whole page. Printed are, for each lab, the seconds of the
clock, which on a machine that does nothing else are at most two; and CPU seconds, which say the
same on a busy one: of `watch` itself, and of the processes that grade.
"""

import argparse
import statistics
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grading.authoring.release import release
from grading.demo import hand_in
from grading.lms.watch import Watch
from grading.paths import lab_names
from grading.quality.bank import own_solutions, slips
from grading.records.results import read_result

MOST = 2.0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("labs", nargs="*", metavar="LAB")
    parser.add_argument("--students", type=int, default=5, help="of each kind (default: 5)")
    options = parser.parse_args()
    print(f"{'':29} {'median':>8} {'slowest':>8} {'CPU here':>9} {'of graders':>11}")
    labs = options.labs or lab_names()
    late = [lab for lab in labs if waited(lab, options.students) > MOST]
    print(f"Over {MOST:g} s: {', '.join(late)}" if late else f"All within {MOST:g} s.")
    return 1 if late else 0


def waited(lab, students):
    """The longest that anybody waited, in seconds; prints a line for each kind of answers."""
    own = own_solutions(lab)
    wrong = own | {slip.name: slip.source for slip in slips(lab)}
    kinds = {"right": own, "wrong": wrong, "whole page": wrong}
    longest = 0.0
    with tempfile.TemporaryDirectory(prefix="watch-") as name:
        made, course, inbox = (Path(name) / part for part in ("made", "class", "inbox"))
        release([lab], course=course, notebooks=made / "notebooks", say=lambda _: None)
        ready = threading.Event()
        watch = Watch(lab, inbox, course, say=lambda s: ready.set() if "Watching" in s else None)
        thread = threading.Thread(target=watch.run)
        thread.start()
        try:
            ready.wait()
            for kind, answers in kinds.items():
                if kind == "whole page":
                    (course / "course.toml").write_text(
                        f"[labs.{lab}]\ndue = 2026-01-01T12:00:00\n"
                    )
                rows = []
                for number in range(students):
                    student = f"{kind} {number}"
                    hand_in(made, student, lab, answers)
                    rows.append(one(made / "submitted" / student / lab, inbox, course))
                clock, here, there = zip(*rows, strict=True)
                longest = max(longest, *clock)
                print(
                    f"{lab:18} {kind:10} {statistics.median(clock):6.2f} s {max(clock):6.2f} s "
                    f"{statistics.median(here):7.2f} s {statistics.median(there):9.2f} s",
                    flush=True,
                )
        finally:
            watch.stop()
            thread.join()
    return longest


def one(folder, inbox, course):
    """Hand in a folder's notebook; seconds until its page, of the clock and of two kinds of CPU."""
    student, lab = folder.parent.name, folder.name
    page = course / "feedback" / student / lab / f"{lab}.html"
    began, busy = time.monotonic(), time.process_time()
    folder.parent.rename(inbox / student)
    while not page.exists():
        time.sleep(0.01)
    clock, here = time.monotonic() - began, time.process_time() - busy
    return clock, here, sum(read_result(course, lab, student).seconds.values())


if __name__ == "__main__":
    sys.exit(main())
