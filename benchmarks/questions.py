"""What grading one submission costs, lab by lab: questions, and CPU time against the floor.

    python benchmarks/questions.py [LAB ...]

The floor is what the engine runs of a right submission, its cells and all tests, run bare in one
process. Of the submissions one is right, one has a slip of the bank, one answers ones everywhere,
one is blank.
"""

import argparse
import contextlib
import io
import os
import sys
import tempfile
import time
from pathlib import Path

for _library in ("OPENBLAS", "OMP", "MKL"):
    os.environ[f"{_library}_NUM_THREADS"] = "1"  # as graders have it
os.environ.setdefault("MPLBACKEND", "agg")

import nbformat

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grading.authoring.release import release
from grading.diagnosis.diagnose import explain
from grading.engine import student_handle
from grading.engine.limits import environment
from grading.engine.magics import NoShell, as_python
from grading.engine.plan import make_plan
from grading.engine.worker import forget_outcomes, grade_submission
from grading.paths import lab_names
from grading.quality.bank_check import Lab, Pack

asked = {"questions": 0, "callbacks": 0}


class CountingChild(student_handle.Child):
    """Adds up what it was asked."""

    callbacks = 0

    def begin(self, *args, **options):
        asked["callbacks"] += self.callbacks  # of the cell before
        super().begin(*args, **options)

    def end(self, why="it was ended"):
        if self.alive:
            asked["questions"] += self.questions
            asked["callbacks"] += self.callbacks
        return super().end(why)


sys.modules["grading.engine.examiner"].Child = CountingChild


def submissions(lab):
    """Packs by what they are."""
    slip = next(entry for entry in lab.entries() if entry.fails and not entry.nothing)
    ones = tuple(entry for entry in lab.nothings() if entry.title == "nothing: ones")
    own = frozenset(lab.own)
    wrong = Pack((slip,), own - {slip.name})
    return {"right": Pack(own=own), "slip": wrong, "ones": Pack(ones), "blank": Pack()}


def measure(lab, pack):
    """Questions, calls back, and milliseconds of CPU by stage, of both processes.

    The first of its run, and by how much another that answers the same is cheaper.
    """
    grade_submission(lab.job(pack), explain)  # what is loaded once is not this one's
    forget_outcomes()
    asked.update(questions=0, callbacks=0)
    result = grade_submission(lab.job(pack), explain)
    counts, stages = dict(asked), {s: 1000 * seconds for s, seconds in result.seconds.items()}
    again = grade_submission(lab.job(pack), explain)
    return counts, stages, 1000 * sum(again.seconds.values())


def floor(lab):
    """Milliseconds of CPU for the cells and tests of a right submission, in one process, bare."""
    job = lab.job(Pack(own=frozenset(lab.own)))
    teacher = nbformat.reads(job.teacher, as_version=4)
    cells = make_plan(job.files, lab.name, teacher).cells
    return 1000 * min(_bare(cells) for _ in range(3))


def _bare(cells):
    names = {"__name__": "__main__"}
    names["get_ipython"] = lambda: NoShell(lambda source: exec(source, names))
    with contextlib.redirect_stdout(io.StringIO()), environment(CHECKING_DIAGNOSIS="off"):
        codes = [compile(as_python(cell.source), "<cell>", "exec") for cell in cells]
        began = time.process_time()
        for code in codes:
            exec(code, names)
        return time.process_time() - began


def main():
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("labs", nargs="*", metavar="LAB", default=lab_names())
    labs = parser.parse_args().labs
    print(
        "| lab | submission | questions | calls back | CPU ms | by stage | another like it "
        "| floor ms | ratio | of another |\n|---|---|---:|---:|---:|---|---:|---:|---:|---:|"
    )
    with tempfile.TemporaryDirectory() as name:
        course = Path(name)
        release(labs, course=course, notebooks=course / "notebooks", say=lambda _: None)
        for lab in (Lab(name, course) for name in labs):
            bare = floor(lab)
            for kind, pack in submissions(lab).items():
                counts, stages, again = measure(lab, pack)
                total = sum(stages.values())
                parts = ", ".join(f"{stage} {ms:.0f}" for stage, ms in stages.items())
                print(
                    f"| {lab.name} | {kind} | {counts['questions']} | {counts['callbacks']} "
                    f"| {total:.0f} | {parts} | {again:.0f} | {bare:.0f} | {total / bare:.1f} "
                    f"| {again / bare:.1f} |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
