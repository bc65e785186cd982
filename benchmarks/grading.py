"""How much faster than stock nbgrader a class is graded: all labs, side by side in one run.

    python benchmarks/grading.py [LAB ...] [--students 40] [--stock 40] [--large 0] [--quick]
                                 [--write FILE]

The same class is graded by stock `nbgrader autograde` and by the engine; the scores are compared.
Every second student has a mistake, of the bank or of those that the bank has not met
(``tests/diagnosis/held_out``): two classes. Then one submission alone, from the command to its
page; CPU time by stage, beside the floor, for one that is right, one with a mistake of the bank,
one with another, and one that is blank.

Times are of this machine. Ratios carry over: both sides run in turns, lab by lab, and stock's
import time is not counted. On a machine that is busy they fluctuate by a quarter.
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
from questions import floor, measure

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grading.authoring.release import release
from grading.classroom.autograde import autograde
from grading.demo import hand_in
from grading.engine.nursery import Nursery
from grading.engine.plan import make_plan
from grading.engine.student_handle import Child
from grading.labfile import out_of_bounds
from grading.pages.feedback import feedback
from grading.paths import ROOT, lab_names
from grading.quality.bank import own_solutions, slips
from grading.quality.bank_check import Entry, Lab, Pack
from grading.records.instructor import instructors_notebook
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


HOW = """
All labs, as docs/engine.md has them, on a machine that does nothing else: about an hour, nearly
all of it stock's. With `--stock 5`, of the 40, ten to fifteen minutes; with `--quick` five. What is
going on is told on stderr, the tables are printed, and written with `--write`.

Ten thousand: `python benchmarks/grading.py lab1_dot --stock 0 --large 10000`, some minutes.
"""
HELD_OUT = ROOT / "tests" / "diagnosis" / "held_out"


_table = []


def show(line):
    """Print a line of the tables, and keep it for `--write`."""
    _table.append(line)
    print(line, flush=True)


def say(line):
    """Tell what is going on."""
    print(f"{time.strftime('%H:%M:%S')} {line}", file=sys.stderr, flush=True)


def bank(lab):
    """Mistakes of the bank: pairs of a name and a source."""
    return [(slip.name, slip.source) for slip in slips(lab)]


def unmet(lab):
    """Mistakes that the bank has not met, in turns those of one exercise and of the next."""
    paths = sorted(HELD_OUT.glob(f"*_slip*/{lab}/*/*.py"), key=lambda p: (p.stem, p.parent.name))
    return [(path.parent.name, path.read_text()) for path in paths]


def make_class(folder, lab, count, mistakes):
    """A class of `count`: every second one right, the others each with one of the mistakes."""
    release([lab], course=folder, notebooks=folder / "notebooks", say=lambda _: None)
    own = own_solutions(lab)
    step = max(1, len(mistakes) // max(1, count // 2))
    wrong = itertools.cycle(mistakes[::step])  # from all exercises
    for number in range(count):
        answers = dict(own)
        if number % 2:
            name, source = next(wrong)
            answers[name] = source
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
import gc, sys
gc.set_threshold(50_000)
from contextlib import closing
from pathlib import Path
sys.path[:0] = [{root!r}]
from grading.classroom.processes import Graders
from grading.labfile import out_of_bounds
with closing(Graders()) as graders:  # as `python -m grading autograde` does
    graders.prepare(out_of_bounds({lab!r}))
    from grading.classroom.autograde import autograde
    from grading.pages.feedback import feedback
    one = {{"course": Path({folder!r}), "students": ["student0000"]}}
    done = autograde({lab!r}, force=True, executor=graders, **one)
    assert len(done.graded) == 1
    feedback({lab!r}, **one)
gc.freeze()
"""


def alone(folder, lab):
    """Seconds from the start of Python until one submission is graded and has its page."""
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


def graded(folder, lab, count, mistakes):
    """Grade a class with the engine; returns its submissions a minute, and CPU time by stage."""
    make_class(folder, lab, count, mistakes)
    done = autograde(lab, course=folder)
    return 60 * count / done.seconds, done.cpu


def compare(lab, folder, options):
    """Print a lab's line of the first table, and what its scores are where they are not equal."""
    known, met = folder / "engine", bank(lab)
    say(f"{lab}: {options.students} submissions, mistakes of the bank")
    rate, cpu = graded(known, lab, options.students, met)
    say(f"{lab}: {rate:.0f} a minute. As many, other mistakes")
    others_rate, _ = graded(folder / "unmet", lab, options.students, unmet(lab) or met)
    began = time.process_time()
    feedback(lab, course=known)
    page = (time.process_time() - began) / options.students
    book = cpu["gradebook"] / options.students
    ratio = imports = 0.0
    equal = "-"
    if options.stock:
        say(f"{lab}: stock nbgrader, {options.stock} of them")
        make_class(folder / "stock", lab, options.students, met)
        seconds, imports = stock(folder / "stock", lab, options.stock)
        ratio = rate * seconds / (60 * options.stock)
        ours, theirs = points(known, lab), points(folder / "stock", lab)
        other = [student for student in theirs if theirs[student] != ours[student]]
        equal = f"{len(theirs) - len(other)} of {len(theirs)}"
    one = alone(known, lab)
    show(
        f"| {lab} | {ratio:.0f} | {100 * others_rate / rate:.0f} % | {rate:.0f} | {equal} "
        f"| {one:.1f} s | {one - imports:+.1f} s | {1000 * page:.0f} | {1000 * book:.0f} |"
    )


def submissions(lab):
    """Packs by what they are."""
    slip = next(entry for entry in lab.entries() if entry.fails and not entry.nothing)
    own = frozenset(lab.own)
    name, source = (unmet(lab.name) or [(slip.name, slip.source)])[0]
    return {
        "right": Pack(own=own),
        "of the bank": Pack((slip,), own - {slip.name}),
        "unmet": Pack((Entry(name, "unmet", source),), own - {name}),
        "blank": Pack(),
    }


def stages(lab):
    """Print a lab's lines of the second table: CPU time, best of three."""
    say(f"{lab.name}: CPU by stage")
    bare = floor(lab)
    for kind, pack in submissions(lab).items():
        tries = [measure(lab, pack) for _ in range(3)]
        counts, parts, _ = min(tries, key=lambda found: sum(found[1].values()))
        total, again = sum(parts.values()), min(found[2] for found in tries)
        shown = ", ".join(f"{stage} {ms:.0f}" for stage, ms in parts.items())
        show(
            f"| {lab.name} | {kind} | {counts['questions']} | {total:.0f} | {shown} "
            f"| {bare:.0f} | {total / bare:.1f} | {again:.0f} | {again / bare:.1f} |"
        )


def large(lab, folder, options):
    """Print how a larger class compares with that of 50: its rate, and memory."""
    say(f"{lab}: 50, then {options.large}")
    rate, _ = graded(folder / "fifty", lab, 50, bank(lab))
    before = peak()
    large_rate, _ = graded(folder / "large", lab, options.large, bank(lab))
    show(
        f"\n{lab}: {options.large} submissions at {100 * large_rate / rate:.0f} % of the rate of "
        f"50. The process that writes the gradebook takes {peak():.0f} MB at most, "
        f"{before:.0f} MB after 50; a student's process {own_memory(folder / 'fifty', lab):.0f} MB."
    )


def main():
    """Run the benchmark and print its tables."""
    parser = argparse.ArgumentParser(
        description=__doc__.split("\n")[0],
        epilog=HOW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "labs", nargs="*", metavar="LAB", default=lab_names(), help="all by default"
    )
    parser.add_argument("--students", type=int, default=40, help="of a class")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the tables there too")
    parser.add_argument(
        "--stock", type=int, default=40, help="how many of them stock grades; 0: none"
    )
    parser.add_argument("--large", type=int, default=0, help="a larger class, of the first lab")
    parser.add_argument(
        "--quick", action="store_true", help="8 students, of whom stock grades 2: on a busy machine"
    )
    options = parser.parse_args()
    if options.quick:
        options.students, options.stock = 8, 2
    options.stock = min(options.stock, options.students)
    show(
        "| lab | times stock | rate with unknown mistakes | submissions a minute "
        "| scores equal | one alone, to its page | beyond stock's imports | feedback, CPU ms "
        "| gradebook, CPU ms |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    )
    for lab in options.labs:
        with tempfile.TemporaryDirectory() as name:
            compare(lab, Path(name), options)
    show(
        "\n| lab | submission | questions | CPU ms | by stage | floor ms | times the floor "
        "| another that answers the same | times the floor |\n"
        "|---|---|---:|---:|---|---:|---:|---:|---:|"
    )
    with tempfile.TemporaryDirectory() as name:
        course = Path(name)
        release(options.labs, course, course / "notebooks", say=lambda _: None)
        for lab in options.labs:
            stages(Lab(lab, course))
    if options.large:
        with tempfile.TemporaryDirectory() as name:
            large(options.labs[0], Path(name), options)
    if options.write:
        options.write.write_text("\n".join(_table) + "\n")


if __name__ == "__main__":
    main()
