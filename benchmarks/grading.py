"""How many submissions a minute: the engine against stock nbgrader, side by side in one run.

    python benchmarks/grading.py [--lab lab3_conv2d] [--students 50] [--stock 50] [--large 0]

The same class (every second student has a wrong solution of the bank) is graded by stock
`nbgrader autograde` and by the engine; scores are compared. Times are of this machine; ratios
carry over, if nothing else runs. Also: CPU time by stage, one submission alone, and memory.
"""

import argparse
import itertools
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import nbformat

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grading.authoring.release import release
from grading.classroom.autograde import autograde, instructors_notebook
from grading.demo import hand_in
from grading.engine.plan import make_plan
from grading.engine.student_handle import Child, Nursery
from grading.labfile import out_of_bounds
from grading.pages.feedback import feedback
from grading.paths import ROOT
from grading.quality.bank import own_solutions, slips
from grading.records.nbgrader import nbgrader_api
from grading.records.points import scores

STOCK_CONFIG = """
import os, sys
from pathlib import Path
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
c = get_config()
c.CourseDirectory.root = {root!r}
c.Execute.timeout = 120
"""


def make_class(folder, lab, count):
    """A class of `count`: every second one right, the others each with a slip of the bank."""
    release([lab], course=folder, notebooks=folder / "notebooks", say=lambda _: None)
    own = own_solutions(lab)
    wrong = itertools.cycle(slips(lab))
    for number in range(count):
        answers = dict(own)
        if number % 2:
            slip = next(wrong)
            answers[slip.name] = slip.source
        hand_in(folder, f"student{number:04}", lab, answers)


def stock(folder, lab, count):
    """Seconds that stock nbgrader takes for the first `count`; import time not counted."""
    (folder / "nbgrader_config.py").write_text(STOCK_CONFIG.format(root=str(folder)))
    for student in sorted((folder / "submitted").iterdir())[count:]:
        shutil.rmtree(student)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    nbgrader = Path(sys.executable).parent / "nbgrader"
    start = time.monotonic()
    subprocess.run([nbgrader, "--version"], cwd=folder, capture_output=True, check=True)
    imports = time.monotonic() - start
    start = time.monotonic()
    subprocess.run(
        [nbgrader, "autograde", lab], cwd=folder, env=environment, capture_output=True, check=True
    )
    return time.monotonic() - start - imports, imports


ALONE = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}]
from grading.classroom.autograde import autograde
done = autograde({lab!r}, course=Path({folder!r}), students=["student0000"], force=True)
assert len(done["graded"]) == 1
"""


def alone(folder, lab):
    """Seconds from the start of Python until one submission is graded."""
    code = ALONE.format(root=str(ROOT), lab=lab, folder=str(folder))
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.monotonic() - start


def own_memory(folder, lab):
    """MB (PSS) that a student's process has taken when all its cells have run."""
    api = nbgrader_api(folder)
    teacher = nbformat.reads(instructors_notebook(api, lab), as_version=4)
    path = folder / "submitted" / "student0000" / lab / f"{lab}.ipynb"
    nursery = Nursery(out_of_bounds(lab))
    try:
        child = Child(nursery, seed=1)
        child.begin(time.monotonic() + 60)
        for cell in make_plan(((path.name, path.read_bytes()),), lab, teacher).cells:
            if cell.kind != "test":
                child.run(cell.source)
        rollup = Path(f"/proc/{child.pid}/smaps_rollup").read_text()
        child.end()
    finally:
        nursery.close()
    return int(re.search(r"^Pss:\s+(\d+)", rollup, re.M)[1]) / 1024


def peak():
    """MB that this process has had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def points(folder, lab):
    """Points by student and test."""
    return {score.student: (score.points, score.failed) for score in scores(lab, folder)}


def main():
    """Run the benchmark and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lab", default="lab3_conv2d")
    parser.add_argument("--students", type=int, default=50)
    parser.add_argument("--stock", type=int, default=50, help="how many of them stock grades")
    parser.add_argument("--large", type=int, default=0, help="a larger class, for the engine alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        engine_class, stock_class = folder / "engine", folder / "stock"
        make_class(engine_class, options.lab, options.students)
        make_class(stock_class, options.lab, options.students)

        done = autograde(options.lab, course=engine_class)
        rate = 60 * options.students / done["seconds"]
        print(f"engine  {options.students:5} submissions {rate:7.0f} a minute")
        print("        CPU time each, this class:")
        for stage in dict.fromkeys(name for r in done["graded"] for name in r.seconds):
            mean = sum(r.seconds.get(stage, 0) for r in done["graded"]) / len(done["graded"])
            print(f"        {stage:12} {1000 * mean:6.0f} ms")
        began = time.process_time()
        feedback(options.lab, course=engine_class)
        each = (time.process_time() - began) / options.students
        print(f"        {'feedback':12} {1000 * each:6.0f} ms")
        print(f"memory  {peak():.0f} MB at most, the process that writes the gradebook")
        print(f"        {own_memory(engine_class, options.lab):.0f} MB, a student's process (PSS)")

        if options.stock:
            seconds, imports = stock(stock_class, options.lab, options.stock)
            stock_rate = 60 * options.stock / seconds
            print(
                f"stock   {options.stock:5} submissions {seconds:7.1f} s {stock_rate:7.0f} a minute"
            )
            print(f"ratio   {rate / stock_rate:.1f} (without stock's import time, {imports:.1f} s)")
            seconds = alone(engine_class, options.lab)
            print(
                f"one     {seconds:.1f} s for one alone, {seconds - imports:+.1f} s on that import"
            )
            ours, theirs = points(engine_class, options.lab), points(stock_class, options.lab)
            other = [student for student in theirs if theirs[student] != ours[student]]
            print(f"scores  {len(theirs) - len(other)} of {len(theirs)} equal {other}")
        if options.large:
            large_class = folder / "large"
            make_class(large_class, options.lab, options.large)
            done = autograde(options.lab, course=large_class)
            large_rate = 60 * options.large / done["seconds"]
            print(f"engine  {options.large:5} submissions {large_rate:7.0f} a minute")
            print(f"        {100 * large_rate / rate:.0f} % of the smaller class's rate")
            print(f"memory  {peak():.0f} MB at most, the process that writes the gradebook")


if __name__ == "__main__":
    main()
