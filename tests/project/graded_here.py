"""What this Python releases and how it grades a made-up class, as JSON: `test_every_python`."""

import hashlib
import json
import sys
import tempfile
from pathlib import Path

import nbformat

from grading.authoring.release import release
from grading.classroom.autograde import autograde
from grading.demo import hand_in, make_class
from grading.paths import lab_names
from grading.quality.bank import own_solutions
from grading.records.points import scores

GRADED = ["lab1_dot", "lab3_conv2d"]
# Where Pythons differ: words of their own errors, tracebacks, annotations, comprehensions.
ODD = {
    "misspelt": "def dot_forward(x, w):\n    return np.summ(x * w)",
    "local": "def dot_forward(x, w):\n    total += x * w\n    return total",
    "arguments": "def dot_forward(x):\n    return x",
    "syntax": "def dot_forward(x, w)\n    return 1",
    "annotated": "def dot_forward(x: Unknown, w) -> float:\n    return (x * w).sum()",
    "comprehension": "def dot_forward(x, w):\n    i = 2\n    products = [a * b for i in [0]"
    " for a, b in zip(x.flat, w.flat)]\n    return sum(products)",
    "docstring": 'def dot_forward(x, w):\n    """Sum.\n\n        All of it.\n    """\n    return x',
    "deep": "def dot_forward(x, w):\n    return dot_forward(x, w)",
}


def main():
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        release(lab_names(), course=folder, notebooks=folder / "notebooks", say=lambda _: None)
        make_class(folder, GRADED)
        for student, source in ODD.items():
            hand_in(
                folder, student, "lab1_dot", own_solutions("lab1_dot") | {"dot_forward": source}
            )
        for lab in GRADED:
            autograde(lab, course=folder, seed=1, jobs=2)
        released = sorted((folder / "notebooks").rglob("*.ipynb"))
        graded = sorted((folder / "autograded").rglob("*.ipynb"))
        found = {
            "released": {p.stem: hashlib.sha256(p.read_bytes()).hexdigest() for p in released},
            "points": {
                f"{s.student} {lab}": [s.points, s.failed]
                for lab in GRADED
                for s in scores(lab, course=folder)
            },
            "graded": {f"{p.parts[-3]} {p.stem}": outputs(p) for p in graded},
        }
    json.dump(found, sys.stdout)


def outputs(path):
    """What stands under each cell of a graded notebook."""
    cells = nbformat.read(path, as_version=4).cells
    return {cell.id: cell.outputs for cell in cells if cell.get("outputs")}


if __name__ == "__main__":
    main()
