"""Submissions that are broken, each in its own way: what works in them earns its points.

Each function below spoils a notebook whose answers are all right. The decorator says how many of
the nine points are left, and which words the student reads about it ("" where nothing was lost
and nothing need be said). All are handed in by one class, with honest students before, between
and after them.
"""

import json
import os
import sys

import nbformat
import pytest
from thorough import sample
from tiny import (
    ANSWERS,
    FULL,
    LAB,
    POINTS,
    answered,
    code,
    graded_patiently,
    hand_in,
    in_gradebook,
    make_course,
)
from tiny import name_of as name

from grading.engine.read import MAX_FILE
from grading.engine.skim import MAX_MAPPED
from grading.records.nbgrader import nbgrader_api
from grading.records.results import read_result
from lib.messages import MISSING

DOUBLE, MEAN, SPREAD = POINTS["test_double"], POINTS["test_mean"], POINTS["test_spread"]
CELL_SECONDS = 2
BANK = {}


def broken(points, says=""):
    """Put a function that spoils a notebook into the bank."""

    def keep(spoil):
        BANK[spoil.__name__] = spoil, points, says
        return spoil

    return keep


def at(notebook, wanted):
    """Index of a cell by its name."""
    return next(i for i, cell in enumerate(notebook["cells"]) if name(cell) == wanted)


def cell(notebook, wanted):
    return notebook["cells"][at(notebook, wanted)]


def without_marks(notebook):
    """The notebook as a tool leaves it that knows no metadata: no nbgrader, no cell ids."""
    for each in notebook["cells"]:
        each["metadata"] = {}
        each.pop("id", None)
    notebook["nbformat_minor"] = 4
    return notebook


def with_code(notebook, wanted, source):
    cell(notebook, wanted)["source"] = source
    return notebook


def with_cell_before(notebook, wanted, source):
    notebook["cells"].insert(at(notebook, wanted), code(source))
    return notebook


# --- files -------------------------------------------------------------------------------------


@broken(0, says="damaged")
def json_cut_off(notebook):
    return json.dumps(notebook).encode()[:-200]


@broken(FULL)
def zeros_behind_its_end(notebook):
    return json.dumps(notebook).encode() + b"\0" * 4096


@broken(0, says="is not a notebook: it is a web page")
def no_json_at_all(notebook):
    return b"<html><body>Please sign in</body></html>"


@broken(0, says="damaged")
def json_nested_a_hundred_thousand_deep(notebook):
    return b'{"cells": ' + b"[" * 100_000


@broken(0, says="no cells")
def json_of_another_kind(notebook):
    return b'["cells", 1, 2]'


@broken(0, says="is empty")
def empty_file(notebook):
    return b""


@broken(0, says="no cells")
def notebook_without_cells(notebook):
    return notebook | {"cells": []}


@broken(0, says="no cells")
def cells_are_a_number(notebook):
    return notebook | {"cells": 7}


@broken(0, says="no cells")
def old_worksheets_that_are_numbers(notebook):
    return {"nbformat": 3, "worksheets": [{"cells": 7}, 8]}


@broken(FULL)
def outputs_of_thirty_megabytes(notebook):
    output = {"output_type": "stream", "name": "stdout", "text": "x" * 30_000_000}
    cell(notebook, "double")["outputs"] = [output]
    return notebook


@broken(0, says="clear its outputs")
def above_the_size_limit(notebook):
    def write(folder):
        (folder / f"{LAB}.ipynb").write_bytes(json.dumps(notebook).encode())
        os.truncate(folder / f"{LAB}.ipynb", MAX_MAPPED + 1)

    return write


@broken(FULL)
def outputs_that_make_it_larger_than_memory_should_hold(notebook):
    cell(notebook, "double")["outputs"] = ["OUTPUTS"]
    begin, end = json.dumps(notebook).encode().split(b'"OUTPUTS"')

    def write(folder):
        with open(folder / f"{LAB}.ipynb", "wb") as file:
            file.write(begin)
            file.write(b'{"output_type": "stream", "name": "stdout", "text": "')
            file.write(b" " * (MAX_FILE + 1))
            file.write(b'"}' + end)

    return write


@broken(FULL, says="longest texts were left out")
def pictures_that_are_too_much_in_texts_and_attachments(notebook):
    picture = "data:image/png;base64," + "A" * 9_000_000
    texts = [f"![]({picture})", "see above"]
    attached = {"attachments": {"a.png": {"image/png": "A" * 9_000_000}}}
    for number in range(6):
        notebook["cells"] += [
            {"cell_type": "markdown", "metadata": {}, "source": texts},
            {"cell_type": "markdown", "metadata": {}, "source": f"own {number}", **attached},
        ]
    return notebook


@broken(FULL, says="more cells or text")
def ten_thousand_cells(notebook):
    notebook["cells"] += [{"cell_type": "markdown", "source": "x", "metadata": {}}] * 10_000
    return notebook


@broken(FULL, says="tiny.ipynb was expected")
def wrong_name(notebook):
    return {"tiny (1) final.ipynb": notebook}


@broken(FULL, says="tiny.ipynb was expected")
def name_in_capitals(notebook):
    return {"TINY.IPYNB": notebook}


@broken(FULL)
def in_a_folder_of_its_own(notebook):
    return {"homework/tiny.ipynb": notebook}


@broken(0, says="There is no notebook")
def another_kind_of_file(notebook):
    return {"tiny.py": b"def double(x): return 2 * x"}


@broken(0, says="There is no notebook")
def empty_folder(notebook):
    return {}


@broken(0, says="not a plain file")
def a_folder_called_like_the_notebook(notebook):
    return lambda folder: (folder / f"{LAB}.ipynb").mkdir()


@broken(0, says="not a plain file")
def a_link_to_another_students_work(notebook):
    return lambda folder: (folder / f"{LAB}.ipynb").symlink_to("../../honest_0/tiny/tiny.ipynb")


@broken(FULL, says="several notebooks")
def several_notebooks(notebook):
    return {"tiny.ipynb": notebook, "tiny-old.ipynb": b"{", "Untitled.ipynb": {"cells": []}}


@broken(FULL, says="was expected")
def several_notebooks_all_misnamed(notebook):
    return {"a.ipynb": b"{", "b.ipynb": {"cells": []}, "mine.ipynb": notebook, "z.ipynb": b""}


@broken(FULL)
def utf_16(notebook):
    return json.dumps(notebook, ensure_ascii=False).encode("utf-16")


@broken(FULL)
def utf_16_without_its_mark(notebook):
    return json.dumps(notebook).encode("utf-16-le")


@broken(FULL, says="Latin-1")
def latin_1(notebook):
    with_code(notebook, "why", "Größer als das Mittel")
    return json.dumps(notebook, ensure_ascii=False).encode("latin-1")


@broken(FULL)
def byte_order_mark(notebook):
    return b"\xef\xbb\xbf" + json.dumps(notebook).encode()


@broken(FULL)
def lines_end_in_carriage_returns(notebook):
    for each in notebook["cells"]:
        each["source"] = each["source"].replace("\n", "\r\n")
    cell(notebook, "mean")["source"] = ANSWERS["mean"].replace("\n", "\r")
    return json.dumps(notebook, indent=1).replace("\n", "\r\n").encode()


# --- format ------------------------------------------------------------------------------------


@broken(FULL)
def nbgrader_schema_1(notebook):
    for each in notebook["cells"]:
        each["metadata"].get("nbgrader", {})["schema_version"] = 1
    return notebook


@broken(FULL)
def nbgrader_schema_2(notebook):
    for each in notebook["cells"]:
        each["metadata"].get("nbgrader", {})["schema_version"] = 2
    return notebook


@broken(FULL)
def nbgrader_schema_99(notebook):
    for each in notebook["cells"]:
        each["metadata"].get("nbgrader", {})["schema_version"] = 99
    return notebook


@broken(FULL, says="nbformat 3")
def nbformat_3(notebook):
    old = nbformat.v4.downgrade(nbformat.from_dict(notebook))
    return json.loads(json.dumps(old))


@broken(FULL)
def a_minor_format_from_the_future(notebook):
    for each in notebook["cells"]:
        each["invented"] = {"later": [1, 2]}
    return notebook | {"nbformat_minor": 99}


@broken(FULL, says="recognized")
def marks_stripped(notebook):
    for each in notebook["cells"]:
        each["metadata"] = {}
    return notebook


@broken(FULL, says="recognized")
def marks_and_ids_stripped(notebook):
    return without_marks(notebook)


@broken(FULL)
def another_kernel(notebook):
    return notebook | {"metadata": {"kernelspec": {"name": "conda-env-x", "display_name": "x"}}}


@broken(FULL)
def no_metadata_of_the_notebook(notebook):
    del notebook["metadata"], notebook["nbformat"], notebook["nbformat_minor"]
    return notebook


@broken(FULL)
def sources_as_lists_with_odd_types(notebook):
    for each in notebook["cells"]:
        each["source"] = [*each["source"].splitlines(keepends=True), None, 5, {"a": 1}]
    return notebook


@broken(FULL - DOUBLE, says="Cells without a source count as empty: 1.")
def a_source_that_is_null(notebook):
    return with_code(notebook, "double", None)


@broken(FULL, says="5 of 17 are not cells. Cells without a source count as empty: 2.")
def cells_that_are_no_cells(notebook):
    notebook["cells"][2:2] = [None, 7, "double", [], {}, {"cell_type": 3}, [notebook["cells"][0]]]
    return notebook


@broken(FULL, says="a newer format (nbformat 5)")
def of_a_later_version(notebook):
    return notebook | {"nbformat": 5, "nbformat_minor": 99}


@broken(FULL)
def null_everywhere_else(notebook):
    for each in notebook["cells"]:
        marks = each["metadata"]
        each.update(outputs=None, execution_count=None, id=None, attachments=None)
        each["metadata"] = marks or None
    return notebook | {"metadata": None, "nbformat": None}


@broken(FULL)
def marks_of_odd_types(notebook):
    notebook["cells"].append(code("pass", metadata={"nbgrader": ["grade_id"], "tags": 5}))
    notebook["cells"].append(code("pass", metadata={"nbgrader": {"grade_id": ["double"]}}))
    notebook["cells"].append(code("pass", metadata={"nbgrader": {"grade_id": {}, "points": "x"}}))
    return notebook


@broken(FULL)
def half_of_a_surrogate_pair(notebook):
    with_code(notebook, "why", "\ud83d")
    return with_cell_before(notebook, "double", 'print("\ud83d", chr(0xD83D))')


# --- cells lost, twice, elsewhere --------------------------------------------------------------


@broken(FULL - MEAN - SPREAD, says="missing")
def a_solution_deleted(notebook):
    del notebook["cells"][at(notebook, "mean")]
    return notebook


@broken(FULL, says="put back")
def a_test_deleted(notebook):
    del notebook["cells"][at(notebook, "test_mean")]
    return notebook


@broken(FULL, says="put back")
def every_test_and_the_setup_deleted(notebook):
    notebook["cells"] = [c for c in notebook["cells"] if name(c) in ANSWERS]
    return notebook


@broken(FULL, says="put back")
def setup_deleted(notebook):
    del notebook["cells"][at(notebook, "setup")]
    return with_code(notebook, "double", "def double(x):\n    return SCALE * x")


@broken(FULL, says="setup")
def setup_edited(notebook):
    with_code(notebook, "double", "def double(x):\n    return SCALE * x")
    return with_code(notebook, "setup", "SCALE = 3")


@broken(FULL - DOUBLE, says="test_double")
def edited_tests(notebook):
    with_code(notebook, "test_double", "double(3) == 9 or True")
    return with_code(notebook, "double", "def double(x):\n    return 3 * x")


@broken(FULL, says="2 times")
def a_solution_twice(notebook):
    twin = dict(cell(notebook, "double"), source="def double(x):\n    return x + 1")
    notebook["cells"].insert(at(notebook, "double"), twin)
    return notebook


@broken(FULL, says="2 times")
def a_test_twice(notebook):
    notebook["cells"].append(dict(cell(notebook, "test_double")))
    return notebook


@broken(FULL, says="3 times")
def a_stub_after_the_answer(notebook):
    stub = 'def double(x):\n    # YOUR CODE HERE\n    raise NotImplementedError("still missing")'
    twin = dict(cell(notebook, "double"), source=stub)
    where = at(notebook, "double") + 1
    notebook["cells"][where:where] = [twin, twin]
    return notebook


@broken(FULL)
def backwards(notebook):
    notebook["cells"].reverse()
    return notebook


@broken(FULL)
def all_tests_first(notebook):
    notebook["cells"].sort(key=lambda c: not (name(c) or "").startswith("test_"))
    return notebook


@broken(FULL)
def a_solution_in_two_cells(notebook):
    with_code(notebook, "mean", "def add_up(x):\n    return sum(v for v in x)\n")
    notebook["cells"].insert(
        at(notebook, "mean") + 1, code("def mean(x):\n    return add_up(x) / len(x)")
    )
    return notebook


@broken(FULL, says="another cell")
def two_solutions_in_one_cell(notebook):
    with_code(notebook, "double", ANSWERS["double"] + "\n\n\n" + ANSWERS["mean"])
    del notebook["cells"][at(notebook, "mean")]
    return notebook


@broken(FULL, says="put back")
def everything_in_one_cell(notebook):
    sources = [c["source"] for c in notebook["cells"] if c["cell_type"] == "code"]
    with_code(notebook, "double", "\n".join(sources))
    notebook["cells"] = [cell(notebook, "double")]
    return notebook


@broken(FULL)
def a_solution_in_another_cell(notebook):
    with_code(notebook, "double", "# see the end")
    notebook["cells"].append(code(ANSWERS["double"]))
    return notebook


@broken(FULL)
def two_solutions_swapped(notebook):
    with_code(notebook, "double", ANSWERS["spread"])
    return with_code(notebook, "spread", ANSWERS["double"])


@broken(FULL, says="double was handed in as markdown")
def a_solution_retyped_as_markdown(notebook):
    cell(notebook, "double").update(cell_type="markdown")
    return notebook


@broken(FULL, says="mean was handed in as raw")
def a_solution_retyped_as_raw(notebook):
    cell(notebook, "mean").update(cell_type="raw")
    return notebook


@broken(FULL)
def a_test_retyped_as_markdown(notebook):
    cell(notebook, "test_mean").update(cell_type="markdown")
    return notebook


@broken(FULL)
def extra_cells_with_helpers(notebook):
    with_cell_before(notebook, "double", "from functools import reduce\ndef plus(a, b): return a+b")
    with_code(notebook, "double", "def double(x):\n    return reduce(plus, [x, x])")
    notebook["cells"].insert(0, code("import this"))
    return notebook


# --- code --------------------------------------------------------------------------------------


@broken(FULL)
def magics(notebook):
    with_cell_before(notebook, "double", "%matplotlib inline\n%timeit -n 1 -r 1 1\n%load_ext x")
    with_code(notebook, "double", "%%time\n" + ANSWERS["double"])
    with_code(
        notebook, "mean", "%config InlineBackend.figure_format = 'retina'\n" + ANSWERS["mean"]
    )
    return with_code(notebook, "spread", "%%capture\n" + ANSWERS["spread"])


@broken(FULL, says="%%bash")
def shell_commands(notebook):
    with_code(notebook, "double", "!pip install numpy\n" + ANSWERS["double"])
    with_code(notebook, "mean", "%pip install numpy\nfiles = !ls\n" + ANSWERS["mean"])
    return with_cell_before(notebook, "spread", "%%bash\nls -l")


@broken(FULL - DOUBLE, says="input")
def asks_for_input(notebook):
    with_cell_before(notebook, "double", "name = input('Your name? ')")
    return with_code(notebook, "double", "def double(x):\n    return 2 * int(input('x? '))")


@broken(FULL)
def display(notebook):
    with_cell_before(
        notebook, "double", "from IPython.display import HTML, Image\ndisplay(HTML('<b>x</b>'), 5)"
    )
    return with_code(notebook, "double", "def double(x):\n    display(x)\n    return 2 * x")


@broken(FULL)
def widgets(notebook):
    return with_cell_before(
        notebook,
        "double",
        "import ipywidgets\n@ipywidgets.interact(x=5)\ndef f(x):\n    return x\n"
        "display(ipywidgets.IntSlider())",
    )


@broken(FULL - MEAN - SPREAD, says="time")
def a_loop_without_end(notebook):
    return with_code(notebook, "mean", "def mean(x):\n    while True:\n        pass")


@broken(FULL, says="time")
def a_cell_without_end(notebook):
    return with_code(notebook, "mean", ANSWERS["mean"] + "\nwhile True:\n    pass")


@broken(FULL - DOUBLE, says="time")
def a_long_sleep(notebook):
    return with_code(
        notebook, "double", "import time\ndef double(x):\n    time.sleep(10**6)\n    return 2 * x"
    )


@broken(FULL - DOUBLE, says="RecursionError")
def deep_recursion(notebook):
    return with_code(notebook, "double", "def double(x):\n    return double(x)")


# Python 3.11 lets the stack run over, which ends the process; later ones stop before.
ENDLESS_RECURSION = "ended" if sys.version_info < (3, 12) else "RecursionError"


@broken(FULL - DOUBLE, says=ENDLESS_RECURSION)
def recursion_without_a_limit(notebook):
    source = (
        "import sys\nsys.setrecursionlimit(10**9)\ndef double(x):\n    return [*map(double, [x])]"
    )
    return with_code(notebook, "double", source)


@broken(FULL - DOUBLE, says="Memory")
def a_memory_hog(notebook):
    source = "def double(x):\n    hog = bytearray(10**11)\n    return 2 * x"
    return with_code(notebook, "double", source)


@broken(FULL - DOUBLE)
def ever_more_memory(notebook):
    source = "def double(x):\n    hog = b'x' * 10**7\n    while True:\n        hog += hog"
    return with_code(notebook, "double", source)


@broken(FULL)
def a_flood_of_output(notebook):
    with_cell_before(notebook, "mean", "for i in range(300_000):\n    print('x' * 100)")
    with_cell_before(notebook, "mean", "for i in range(3_000):\n    display('x' * 10_000)")
    return with_code(notebook, "double", "def double(x):\n    print('x' * 10**7)\n    return 2 * x")


@broken(FULL)
def a_result_of_a_hundred_megabytes(notebook):
    return with_cell_before(notebook, "double", "'x' * 10**8")


@broken(FULL - MEAN - SPREAD, says="SyntaxError: expected ':' (line 1)")
def a_syntax_error_in_one_cell(notebook):
    return with_code(notebook, "mean", "def mean(x)\n    return sum(x) / len(x)")


@broken(FULL)
def an_example_that_fails(notebook):
    return with_cell_before(notebook, "double", "double(4)")


@broken(FULL - MEAN - SPREAD)
def an_empty_solution(notebook):
    return with_code(notebook, "mean", "")


@broken(FULL - DOUBLE)
def only_comments(notebook):
    return with_code(notebook, "double", "# I\n# do not know\n")


@broken(FULL)
def names_shadowed(notebook):
    with_cell_before(notebook, "double", "np = None\nlist = 3\nassert_ = abs = all = float = 4")
    notebook["cells"].append(code("np = SCALE = print = None"))
    return notebook


@broken(FULL - MEAN - SPREAD, says="TypeError")
def a_builtin_that_the_solution_needs_shadowed(notebook):
    return with_cell_before(notebook, "mean", "sum = 5")


@broken(FULL)
def top_level_await(notebook):
    with_cell_before(notebook, "mean", "import asyncio\nawait asyncio.sleep(0.01)\nlater = 1")
    return with_code(notebook, "mean", "await asyncio.sleep(0)\n" + ANSWERS["mean"])


@broken(FULL)
def tabs(notebook):
    return with_code(notebook, "double", "def double(x):\n\ty = x\n\treturn x + y")


@broken(FULL)
def unicode_names(notebook):
    return with_code(
        notebook, "double", "größe, π2, 二 = 2, 1, 0\ndef double(ñ):\n    return größe * ñ"
    )


@broken(FULL)
def a_sum_of_a_hundred_thousand_terms(notebook):
    return with_cell_before(notebook, "double", "+".join(["1"] * 100_000))


@broken(FULL)
def a_hundred_thousand_lines(notebook):
    return with_cell_before(notebook, "double", "x = 1\n" * 100_000)


@broken(FULL, says="recognized")
def a_stub_after_the_answer_and_no_marks(notebook):
    stub = 'def double(x):\n    raise NotImplementedError("still missing")'
    notebook["cells"].insert(at(notebook, "test_double"), code(stub))
    return without_marks(notebook)


@broken(FULL, says="2 times")
def a_copy_of_the_setup_cell_with_other_code(notebook):
    copy = dict(cell(notebook, "setup"), source=ANSWERS["double"])
    with_code(notebook, "double", "")
    notebook["cells"].append(copy)
    return notebook


@broken(FULL, says="added to setup run below: import pandas_, from operator import mul.")
def an_import_added_to_a_given_cell(notebook):
    cell(notebook, "setup")["source"] += "\nimport pandas_\nfrom operator import mul"
    return with_code(notebook, "double", "def double(x):\n    return mul(x, 2)")


@broken(FULL, says="another cell defines their names: double.")
def all_in_one_cell_above_and_the_stub_left(notebook):
    stub = f"def double(x):\n    # YOUR CODE HERE\n    raise NotImplementedError({MISSING!r})"
    with_code(notebook, "double", stub.replace("'", '"'))
    return with_cell_before(notebook, "setup", ANSWERS["double"])


@broken(FULL)
def a_lambda(notebook):
    return with_code(notebook, "double", "double = lambda x: 2 * x")


@broken(FULL)
def a_partial(notebook):
    source = "from functools import partial\nimport operator\ndouble = partial(operator.mul, 2)"
    return with_code(notebook, "double", source)


@broken(FULL)
def an_instance_that_can_be_called(notebook):
    source = "class Times:\n    def __call__(self, x):\n        return 2 * x\ndouble = Times()"
    return with_code(notebook, "double", source)


@broken(FULL)
def imported_helpers(notebook):
    with_code(notebook, "mean", "from statistics import mean")
    return with_code(notebook, "double", "from numpy import add\ndef double(x): return add(x, x)")


@broken(FULL)
def a_method_and_a_numpy_function(notebook):
    with_code(notebook, "mean", "mean = np.mean")
    with_code(
        notebook, "double", "class A:\n    def m(self, x):\n        return x + x\ndouble = A().m"
    )
    return notebook


@broken(FULL, says="ended")
def a_cell_that_ends_the_process(notebook):
    return with_code(notebook, "mean", ANSWERS["mean"] + "\nimport os\nos._exit(0)")


@broken(FULL)
def a_cell_that_exits(notebook):
    return with_cell_before(notebook, "mean", "import sys\nsys.exit()")


@broken(FULL)
def a_plot_and_a_warning(notebook):
    plot = "import matplotlib.pyplot as plt, warnings\nplt.plot([1, 2])\nwarnings.warn('hm')"
    return with_cell_before(notebook, "double", plot)


# --- the class ---------------------------------------------------------------------------------

TRIED = {
    student: BANK[student]
    for student in sample(
        BANK, 50, always=["several_notebooks_all_misnamed", "magics", "json_cut_off"]
    )
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A class in which everybody's notebook is broken in another way, graded in one run."""
    folder = make_course(tmp_path_factory.mktemp("class"))
    for i, (student, (spoil, _, _)) in enumerate(TRIED.items()):
        if i % 20 == 0:
            hand_in(folder, f"honest_{i // 20}", answered(folder))
        where = folder / "submitted" / student / LAB
        where.mkdir(parents=True)
        files = spoil(answered(folder))
        if callable(files):
            files(where)
            continue
        if isinstance(files, bytes) or "cells" in files or "worksheets" in files:
            files = {f"{LAB}.ipynb": files}
        for file, content in files.items():
            hand_in(folder, student, content, name=file)
    hand_in(folder, "zz_honest", answered(folder))
    graded_patiently(LAB, folder, came_short, CELL_SECONDS, all_seconds=30, seed=1)
    return folder


def came_short(result):
    """Whether a result has fewer points than are expected, as when the time was over."""
    _, points, _ = BANK.get(result.student, (None, FULL, ""))
    return result.points < points


@pytest.fixture(scope="module")
def scores(course):
    return in_gradebook(course)


@pytest.mark.parametrize("student", TRIED)
def test_a_broken_submission_earns_what_works_in_it_and_says_what_was_wrong(
    course, scores, student
):
    _, points, says = BANK[student]
    result = read_result(course, LAB, student)
    told = " ".join([*result.remarks, *(test.why for test in result.tests.values())])
    assert sum(scores[student].values()) == points, told
    assert {name: test.score for name, test in result.tests.items()} == scores[student]
    assert says.lower() in told.lower()
    notebook = course / "autograded" / student / LAB / f"{LAB}.ipynb"
    nbformat.validate(nbformat.read(notebook, as_version=4))
    if result.remarks:
        first = nbformat.read(notebook, as_version=4).cells[0]
        assert "Notes from the grader" in first.source
    if points < FULL:
        assert told


def test_the_bank_is_large():
    assert len(BANK) >= 30


def test_nobody_else_in_the_class_is_affected(course, scores):
    honest = [student for student in scores if "honest" in student]
    assert len(honest) == -(-len(TRIED) // 20) + 1
    for student in honest:
        assert scores[student] == POINTS
        assert read_result(course, LAB, student).remarks == ()


@pytest.mark.parametrize("student", ["json_cut_off", "several_notebooks_all_misnamed", "magics"])
def test_feedback_can_be_written_and_tells_what_was_wrong(course, student):
    answer = nbgrader_api(course).generate_feedback(LAB, student)
    assert answer["success"], answer["log"]
    page = (course / "feedback" / student / LAB / f"{LAB}.html").read_text()
    assert "Notes from the grader" in page
