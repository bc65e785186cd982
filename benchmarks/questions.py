"""What grading one submission costs, lab by lab: questions, and CPU time against the floor.

    python benchmarks/questions.py [LAB ...]

The floor is the lab's own solutions and all tests, run bare in one process. Of the submissions one
is right, one has a slip of the bank, one answers ones everywhere, one is blank.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grading.authoring.release import release
from grading.diagnosis.diagnose import explain
from grading.engine import student_handle
from grading.engine.worker import grade_submission
from grading.paths import lab_names
from grading.quality.bank import run_in_process
from grading.quality.bank_check import Lab, Pack

asked = {"questions": 0, "callbacks": 0}


class CountingChild(student_handle.Child):
    """Adds up what it was asked when it ends."""

    def end(self, why="it was ended"):
        if self.alive:
            asked["questions"] += self.questions
            asked["callbacks"] += self.callbacks
        return super().end(why)


def submissions(lab):
    """Packs by what they are."""
    slip = next(entry for entry in lab.entries() if entry.fails and not entry.nothing)
    ones = tuple(entry for entry in lab.nothings() if entry.title == "nothing: ones")
    own = frozenset(lab.own)
    wrong = Pack((slip,), own - {slip.name})
    return {"right": Pack(own=own), "slip": wrong, "ones": Pack(ones), "blank": Pack()}


def measure(lab, pack):
    """Questions, calls back, and milliseconds of CPU by stage, of both processes."""
    grade_submission(lab.job(pack), explain)  # what is loaded once is not this one's
    asked.update(questions=0, callbacks=0)
    result = grade_submission(lab.job(pack), explain)
    return dict(asked), {stage: 1000 * seconds for stage, seconds in result.seconds.items()}


def floor(lab):
    """Milliseconds of CPU for everything in one process, without any engine."""
    run_in_process(lab)
    began = time.process_time()
    run_in_process(lab)
    return 1000 * (time.process_time() - began)


def main():
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("labs", nargs="*", metavar="LAB", default=lab_names())
    labs = parser.parse_args().labs
    sys.modules["grading.engine.examiner"].Child = CountingChild
    print("| lab | submission | questions | calls back | CPU ms | by stage | floor ms | ratio |")
    print("|---|---|---:|---:|---:|---|---:|---:|")
    with tempfile.TemporaryDirectory() as name:
        course = Path(name)
        release(labs, course=course, notebooks=course / "notebooks", say=lambda _: None)
        for lab in (Lab(name, course) for name in labs):
            bare = floor(lab.name)
            for kind, pack in submissions(lab).items():
                counts, stages = measure(lab, pack)
                total = sum(stages.values())
                parts = ", ".join(f"{stage} {ms:.0f}" for stage, ms in stages.items())
                print(
                    f"| {lab.name} | {kind} | {counts['questions']} | {counts['callbacks']} "
                    f"| {total:.0f} | {parts} | {bare:.0f} | {total / bare:.1f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
