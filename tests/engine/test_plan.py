"""Which cells are graded, and in which order: whatever was handed in, the tests are all there."""

import copy
import json

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbgrader.utils import compute_checksum
from thorough import examples

from grading.engine.model import Cell, Outcome
from grading.engine.plan import make_plan, what_failed
from grading.engine.worker import answered
from grading.labfile import visible

MARKS = {
    "solution": {"grade": False, "solution": True, "locked": False},
    "test": {"grade": True, "solution": False, "locked": True},
    "written": {"grade": True, "solution": True, "locked": False},
    "locked": {"grade": False, "solution": False, "locked": True},
}
CELLS = [
    ("locked", "setup", "import numpy as np"),
    ("", "", "print('an example')"),
    ("solution", "f", "def f(x):\n    raise NotImplementedError()"),
    ("test", "test_f", "assert f(1) == 2\n# BEGIN HIDDEN TESTS\nassert f(2)\n# END HIDDEN TESTS"),
    ("solution", "g", "def g(x):\n    raise NotImplementedError()"),
    ("test", "test_g", "assert g(1) == 0"),
    ("written", "why", "YOUR ANSWER HERE"),
]  # fmt: skip
LAB = "made_up"


def teacher():
    """The instructor's notebook."""
    notebook = nbformat.v4.new_notebook()
    for i, (kind, name, source) in enumerate(CELLS):
        make = nbformat.v4.new_markdown_cell if kind == "written" else nbformat.v4.new_code_cell
        cell = make(source, id=name or f"cell-{i}")
        if kind:
            cell.metadata["nbgrader"] = MARKS[kind] | {"grade_id": name, "points": 2}
        notebook.cells.append(cell)
    return notebook


def handed_in(change=lambda cells: None):
    """A submission with both answers right, changed."""
    notebook = json.loads(nbformat.writes(teacher()))
    for cell in notebook["cells"]:
        cell["source"] = visible("".join(cell["source"]))
        if cell["id"] in ("f", "g"):
            sign = "+" if cell["id"] == "f" else "-"
            cell["source"] = f"def {cell['id']}(x):\n    return x {sign} 1"
    change(notebook["cells"])
    return notebook


def planned(notebook, name=f"{LAB}.ipynb"):
    return make_plan(((name, json.dumps(notebook).encode()),), LAB, teacher())


def order(plan):
    return [cell.name or cell.kind for cell in plan.cells]


def test_a_submission_as_it_was_given_out_is_planned_in_the_labs_order_without_a_remark():
    plan = planned(handed_in())
    assert plan.remarks == []
    assert order(plan) == ["setup", "student", "f", "test_f", "g", "test_g"]


edits = st.lists(
    st.tuples(
        st.sampled_from(["delete", "move", "twice", "unmark", "retype", "stub", "own"]),
        st.integers(0, 20),
        st.integers(0, 20),
    ),
    max_size=8,
)


def edited(changes):
    """A submission after some edits, each at a place and towards another."""

    def change(cells):
        for what, i, k in changes:
            i, k = i % max(len(cells), 1), k % max(len(cells), 1)
            if what == "own" or not cells:
                cells.insert(i, {"cell_type": "code", "metadata": {}, "source": "x = 1", "id": ""})
            elif what == "delete":
                del cells[i]
            elif what == "move":
                cells.insert(k, cells.pop(i))
            elif what == "twice":
                cells.insert(k, copy.deepcopy(cells[i]))
            elif what == "unmark":
                cells[i] = cells[i] | {"metadata": {}, "id": "lost"}
            elif what == "retype":
                cells[i]["cell_type"] = ("markdown", "raw", "code")[k % 3]
            else:
                cells[i]["source"] = "raise NotImplementedError()"

    return handed_in(change)


@settings(max_examples=examples(200), deadline=None)
@given(edits)
def test_every_test_and_given_cell_is_there_once_as_the_instructor_wrote_it(changes):
    plan = planned(edited(changes))
    given = {name: source for kind, name, source in CELLS if kind in ("test", "locked")}
    found = [(cell.name, cell.source) for cell in plan.cells if cell.kind != "student"]
    assert sorted(found) == sorted(given.items())
    assert [cell.id for cell in plan.cells] == sorted({cell.id for cell in plan.cells})


@settings(max_examples=examples(200), deadline=None)
@given(edits)
def test_no_test_comes_before_the_answer_that_it_is_about(changes):
    names = order(planned(edited(changes)))
    for name in ("f", "g"):
        if name in names:
            assert names.index(name) < names.index(f"test_{name}")


@settings(max_examples=examples(50), deadline=None)
@given(edits)
def test_planning_twice_gives_the_same(changes):
    notebook = edited(changes)
    assert planned(notebook).cells == planned(notebook).cells


def test_a_cell_that_lost_its_mark_is_recognised_by_what_it_defines():
    def unmark(cells):
        for cell in cells:
            cell.update(metadata={}, id="lost")

    plan = planned(handed_in(unmark))
    assert order(plan) == ["setup", "student", "f", "test_f", "g", "test_g"]
    assert "recognized" in " ".join(plan.remarks)


def test_a_second_stub_does_not_undo_an_answer():
    def stub(cells):
        again = copy.deepcopy(next(cell for cell in cells if cell["id"] == "f"))
        cells.append(again | {"source": "def f(x):\n    raise NotImplementedError()"})

    plan = planned(handed_in(stub))
    assert [cell.source for cell in plan.cells if cell.name == "f"] == [
        "def f(x):\n    return x + 1"
    ]
    assert "Cells appear more than once: f (2 times)." in plan.remarks


def test_a_given_cell_that_was_changed_is_said_to_be():
    def change(cells):
        next(c for c in cells if c["id"] == "test_f")["source"] = "assert True"

    (remark,) = planned(handed_in(change)).remarks
    assert remark == "Given cells were changed; the lab's own were used: test_f."


def released(cells):
    """As nbgrader's release leaves them: with a checksum."""
    for cell in cells:
        if marks := cell["metadata"].get("nbgrader"):
            marks["checksum"] = compute_checksum(nbformat.from_dict(cell))


def of_an_earlier_release(cells):
    """Another `setup`, a test that the lab has no more, and without a test that it got since."""
    at = {cell["id"]: cell for cell in cells}
    at["setup"]["source"] = "import numpy as np, math\nhelp = 1"
    cells.remove(at["test_g"])
    old = copy.deepcopy(at["test_f"]) | {"id": "test_old", "source": "assert f(1) == 3"}
    old["metadata"]["nbgrader"]["grade_id"] = "test_old"
    cells.append(old)
    released(cells)


def test_who_handed_in_an_earlier_release_is_not_said_to_have_changed_given_cells():
    plan = planned(handed_in(of_an_earlier_release))
    assert plan.remarks == [
        "The lab has changed since this notebook was handed out; "
        "these cells are graded as they are now: setup, test_g."
    ]
    assert "import math" in [cell.source for cell in plan.cells]  # the answers may need it
    assert "assert f(1) == 3" not in [cell.source for cell in plan.cells]


def test_a_given_cell_that_was_changed_is_said_to_be_in_a_notebook_with_checksums():
    def change(cells):
        released(cells)
        test = next(c for c in cells if c["id"] == "test_f")
        test["source"] = "assert True"
        cells.append(copy.deepcopy(test))

    changed = "Given cells were changed; the lab's own were used: test_f."
    assert planned(handed_in(change)).remarks == [
        "Cells appear more than once: test_f (2 times).",
        changed,
    ]
    assert planned(handed_in(released)).remarks == []


def test_a_check_handed_in_with_the_points_of_an_earlier_release_is_as_given():
    lab = teacher()
    next(
        cell for cell in lab.cells if cell.id == "test_f"
    ).source = "# @title Check · f · 3 points\nassert f(1) == 2"

    def earlier(cells):
        next(c for c in cells if c["id"] == "test_f")["source"] = (
            "# @title Check · f · 2 points\nassert f(1) == 2"
        )

    handed = json.dumps(handed_in(earlier)).encode()
    assert make_plan(((f"{LAB}.ipynb", handed),), LAB, lab).remarks == []


def test_a_cell_of_the_lab_that_cannot_import_is_told_and_one_that_a_student_breaks_is_not():
    def told(name, text):
        error = {"output_type": "error", "ename": name, "evalue": text}
        outcome = Outcome(outputs=(error,))
        return what_failed([Cell("locked", 0, "import pandas", "setup")], {0: outcome}, teacher())

    assert told("ModuleNotFoundError", "No module named 'pandas'") == [
        "The lab's own cell setup stopped when graded. "
        "ModuleNotFoundError: No module named 'pandas'"
    ]
    assert told("NameError", "name 'f' is not defined") == []


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("PermissionError", "out.csv", "The cell f raised PermissionError: out.csv"),
        ("KeyboardInterrupt", "", "The cell f raised KeyboardInterrupt"),
        (
            "Stopped",
            "this cell was stopped: it ran on",
            "The cell f: this cell was stopped: it ran on",
        ),
    ],
)
def test_of_a_cell_with_an_error_no_more_is_said_than_that(name, text, said):
    """Whether it stopped there is not known: what only a grader refuses is left out of it."""
    error = {"output_type": "error", "ename": name, "evalue": text}
    cells = [Cell("student", 0, "open('out.csv', 'w')", "f")]
    assert what_failed(cells, {0: Outcome(outputs=(error,))}, teacher()) == [said]


def copied(*sources, name="f"):
    """A submission in which an answer's cell stands several times: its plan."""

    def change(cells):
        at = next(i for i, cell in enumerate(cells) if cell["id"] == name)
        cells[at : at + 1] = [cells[at] | {"source": source} for source in sources]

    return planned(handed_in(change))


RIGHT = "def f(x):\n    return x + 1"
TODO = "NotImplementedError"
STUB = "def f(x):\n    raise NotImplementedError()"


def of(plan, name):
    """The source of the cell that counts as an answer, and of those that run after it."""
    code = [cell for cell in plan.cells if cell.kind == "student"]
    at = next(i for i, cell in enumerate(code) if cell.name == name)
    return code[at].source, [c.source for c in code[at + 1 :] if "def f" in c.source]


def test_a_raise_that_was_forgotten_below_a_return_makes_no_stub_of_an_answer():
    right = RIGHT + "\n    # YOUR CODE HERE\n    raise NotImplementedError()"
    assert of(copied("def f(x):\n    return x", right), "f") == (right, [])
    both = "def f(x):\n    if x:\n        return 1\n    else:\n        return 2\n    raise " + TODO
    assert of(copied(RIGHT, both), "f") == (both, [])


def test_of_copies_the_last_of_the_most_complete_ones_counts():
    blank = (
        f"class f:\n    def a(self):\n        raise {TODO}\n    def b(self):\n        raise {TODO}"
    )
    half = blank.replace(f"raise {TODO}", "return 1", 1)
    plan = copied(half, blank)
    assert of(plan, "f") == (half, [])
    assert plan.remarks == [
        "Cells appear more than once: f (2 times).",
        "Copies further down that are less complete do not count: f.",
    ]
    full = half.replace(f"raise {TODO}", "return 2")
    assert of(copied(full, half), "f") == (full, [])
    assert of(copied(RIGHT, ""), "f") == (RIGHT, [])
    assert of(copied(RIGHT, "def f(x):\n    return 7"), "f") == ("def f(x):\n    return 7", [])


def test_an_answer_in_words_is_read_though_a_blank_copy_stands_below_and_both_halves_of_it():
    def why(plan):
        return [
            c.source
            for c in plan.notebook.cells
            if c.metadata.get("nbgrader", {}).get("grade_id") == "why"
        ]

    assert why(copied("Because.", "YOUR ANSWER HERE", name="why")) == ["Because."]
    plan = copied("One half.", "The other.", "One half.", name="why")
    assert why(plan) == ["One half.\n\nThe other."]
    assert plan.remarks[-1] == "Answers in several cells were put together: why."
    assert [c.source for c in plan.notebook.cells].count("The other.") == 0


def test_a_blank_copy_without_marks_does_not_undo_an_answer():
    def change(cells):
        at = next(i for i, cell in enumerate(cells) if cell["id"] == "f")
        cells.insert(at + 1, {"cell_type": "code", "metadata": {}, "source": STUB})

    assert of(planned(handed_in(change)), "f") == (RIGHT, [])


def test_an_answer_in_another_cell_counts_where_its_own_cell_is_blank_and_this_is_said():
    for where in (0, -1):

        def change(cells, where=where):
            at = next(i for i, cell in enumerate(cells) if cell["id"] == "f")
            cells[at] = cells[at] | {"source": STUB}
            own = {"cell_type": "code", "metadata": {}, "source": RIGHT + "\nhelp = 1"}
            cells.insert(where % len(cells), own)

        plan = planned(handed_in(change))
        assert [cell.source for cell in plan.cells if "def f" in cell.source] == [
            RIGHT + "\nhelp = 1"
        ]
        (remark,) = plan.remarks
        assert remark == "Cells are missing or blank, but another cell defines their names: f."
        assert answered(plan.notebook, teacher()) == {"f": True, "g": True, "why": False}


def test_an_unfinished_answer_that_undoes_one_in_another_cell_is_told():
    def change(cells):
        at = next(i for i, cell in enumerate(cells) if cell["id"] == "f")
        cells[at] = cells[at] | {"source": "def f(x):\n    y = x\n    raise NotImplementedError"}
        cells.insert(0, {"cell_type": "code", "metadata": {}, "source": RIGHT})

    (remark,) = planned(handed_in(change)).remarks
    assert remark.startswith("Answers are unfinished in their own cells, which count")
    assert remark.endswith(": f.")
    blank = handed_in(lambda cells: [c.update(source=STUB) for c in cells if c["id"] == "f"])
    assert not answered(planned(blank).notebook, teacher())["f"]


def test_remarks_on_copies_take_a_line_however_many_there_are():
    plan = planned(handed_in(lambda cells: cells.extend(copy.deepcopy(cells))))
    assert plan.remarks == [
        "Cells appear more than once: setup (2 times), f (2 times), test_f (2 times) and 3 more."
    ]


def with_setup(source):
    """A submission whose given cell was changed: its plan."""
    return planned(handed_in(lambda cells: cells[0].update(source=source)))


def test_imports_that_a_student_adds_to_a_given_cell_run_below_it_and_nothing_else_of_it_does():
    plan = with_setup(
        "%matplotlib inline\nimport numpy as np, math\nfrom itertools import product as p, chain\n"
        "from lists import np\nimport os.path\ndef help(): import json"
    )
    setup, *added = plan.cells[:4]
    assert (setup.kind, setup.source) == ("locked", "import numpy as np")
    assert {(cell.kind, cell.name) for cell in added} == {("student", "")}
    lines = ["import math", "from itertools import product as p, chain", "import os.path"]
    assert [cell.source for cell in added] == lines
    assert plan.remarks == [
        "Given cells were changed; the lab's own were used: setup.",
        "What was added to given cells is not there when graded: help.",
        "Imports that were added to setup run below: import math, "
        "from itertools import product as p, chain, import os.path.",
    ]


def test_a_given_cell_that_was_changed_otherwise_or_is_no_code_adds_nothing():
    for source in ("import numpy as np\n\n", "import numpy", "import ((", "\0", "(" * 500, "x = 1"):
        kinds = order(with_setup(source))
        assert kinds[:2] == (["setup", "student"]), source
        added = with_setup(source).cells[1].source
        assert added == ("import numpy" if source == "import numpy" else "print('an example')")


def test_imports_that_are_added_to_a_test_do_not_count():
    def change(cells):
        cells[3]["source"] = "import math\n" + cells[3]["source"]

    assert "import math" not in [cell.source for cell in planned(handed_in(change)).cells]


def test_an_example_of_the_labs_own_that_defines_an_answers_name_is_no_answer():
    lab = teacher()
    lab.cells[1].source = "def f(x):\n    return 0"

    def change(cells):
        cells[1]["source"] = lab.cells[1].source
        cells[2]["source"] = STUB

    files = ((f"{LAB}.ipynb", json.dumps(handed_in(change)).encode()),)
    plan = make_plan(files, LAB, lab)
    assert plan.remarks == []
    assert "f" in order(plan)
    assert not answered(plan.notebook, lab)["f"]


def test_remarks_are_short_however_long_the_names_are():
    long = "a" * 30_000
    plan = with_setup(f"import {long}\n{long}_ = 1")
    assert len(plan.remarks) == 3
    assert all(len(remark) < 500 for remark in plan.remarks)
