"""How well diagnosis does on answers that it was not built from: ``tests/diagnosis/held_out``.

``python benchmarks/diagnosis.py`` prints, for each sort of answer and each lab, how many got a name
that is true, a name that is false, and something useful at all; then what it costs. Whether a name
is true for an answer was read by eye, once for each pair of a file and an idea, and stands in
``verdicts.json``: true, false, or "beside" for what is so and does not name the mistake, such as
the shapes in an error. A pair that is not there counts as false.

``--other FOLDER`` measures another folder of the same build (``tests/diagnosis/held_out_2``),
``--families`` counts by the sort of name as well, ``--list`` prints every answer and
what was said of it.
"""

import argparse
import json
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from grading.diagnosis.diagnose import own_names, quiet
from lib.diagnosis import SAME, Unfinished, diagnose

MARKS = {True: "+", False: "-", "beside": "~", None: "?"}
FAMILIES = {  # by the beginning of their rules
    "bank": "the bank",
    "up": "the upstream gradient replaced",
    "out": "an output changed",
    "in": "an input or an option changed",
    "copied": "gradients swapped",
    "swapped": "gradients swapped",
    "order": "gradients swapped",
    "choice": "slips in a formula",
    "pair": "slips in a formula",
    "code": "one place in the code changed",
    "fact": "facts about the answer",
}
HELD_OUT = Path(__file__).resolve().parent.parent / "tests" / "diagnosis" / "held_out"


def measured(folder):
    """Every answer of a folder: sort, lab, exercise, file, what is wrong, what was found, CPU."""
    for path in sorted(folder.glob("*/*/*/*.py")):
        sort, lab, name = path.parts[-4:-1]
        source = path.read_text(encoding="utf-8")
        wrong = source.split("\n", 1)[0].lstrip("# ")
        names = dict(own_names(lab))
        with quiet():
            exec(compile(source, path.name, "exec"), names)
            start = time.process_time()
            try:
                found = diagnose(name, names[name])
            except Unfinished:
                found = None
            taken = time.process_time() - start
        yield sort, lab, name, path.stem, wrong, found, taken


def main():
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--other", type=Path, default=HELD_OUT, help="another folder")
    parser.add_argument("--families", action="store_true", help="count by the sort of name as well")
    parser.add_argument("--list", action="store_true", help="print every answer")
    options = parser.parse_args()
    noted = options.other / "verdicts.json"
    verdicts = json.loads(noted.read_text()) if noted.exists() else {}
    count = defaultdict(lambda: defaultdict(int))
    families = defaultdict(lambda: defaultdict(int))
    times, unread = [], []
    for sort, lab, name, stem, wrong, found, taken in measured(options.other):
        row = count[sort, lab]
        row["answers"] += 1
        named = found.named if found else ()
        key = f"{sort}/{lab}/{name}/{stem}"
        read = {plain(idea): verdict for idea, verdict in verdicts.get(key, {}).items()}
        true = [read.get(plain(n.idea)) for n in named]
        unread += [(key, wrong, n.idea) for n, v in zip(named, true, strict=True) if v is None]
        for n, verdict in zip(named, true, strict=True):
            families[family_of(n)]["names"] += 1
            families[family_of(n)][{None: False}.get(verdict, verdict)] += 1
        for family in {family_of(n) for n, v in zip(named, true, strict=True) if v is True}:
            families[family]["answers"] += 1
        row["named"] += bool(named)
        row["true"] += True in true
        row["false"] += any(v in (False, None) for v in true)
        row["found"] += found is not None
        row["ideas"] += len(named)
        if wrong != "right":
            times.append(taken)
        if options.list:
            print(f"\n{key}\n    {wrong}")
            for n, v in zip(named, true, strict=True):
                print(f"    {MARKS[v]} [{n.kind}] {n.idea}")
            if not named:
                print("    --", "wrong, no name" if found else "nothing")
    _table(count)
    if options.families:
        _families(
            families, sum(row["answers"] for (sort, _), row in count.items() if sort != "right")
        )
    if times:
        median = 1000 * statistics.median(times)
        print(f"\nCPU for a wrong answer, in one process: median {median:.0f} ms")
    print(f"{len(unread)} names that nobody has read yet")


def plain(idea):
    """A sentence without its lead: verdicts were written before rules and exceptions had one."""
    return idea.removeprefix(SAME).strip().lower().removeprefix("for some inputs ")


def family_of(named):
    """The sort of a name: the bank, a fact about the answer, or the rules of one kind."""
    kind = named.slip.split("|")[0] if named.kind == "rule" else named.kind
    return FAMILIES[kind]


def _families(families, wrong):
    print(f"\n{'names by':36}{'names':>8}{'true':>8}{'beside':>8}{'false':>8}{'recall':>8}")
    for family in dict.fromkeys(FAMILIES.values()):
        row = families[family]
        n = max(row["names"], 1)
        shares = (row[True] / n, row["beside"] / n, row[False] / n, row["answers"] / max(wrong, 1))
        print(f"{family:36}{row['names']:8}" + "".join(f"{s:8.0%}" for s in shares))


def _table(count):
    print(f"\n{'':12}{'':20}{'answers':>8}{'true':>8}{'a name':>8}{'wrong':>8}{'useful':>8}")
    for sort in dict.fromkeys(s for s, _ in count):
        rows = [(lab, row) for (s, lab), row in count.items() if s == sort]
        for lab, row in [*rows, ("all", _sum(row for _, row in rows))]:
            n = row["answers"]
            shares = (row[k] / n for k in ("true", "named", "false", "found"))
            print(f"{sort:12}{lab:20}{n:8}" + "".join(f"{s:8.0%}" for s in shares))


def _sum(rows):
    total = defaultdict(int)
    for row in rows:
        for key, value in row.items():
            total[key] += value
    return total


if __name__ == "__main__":
    main()
