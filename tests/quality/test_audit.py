"""The audit finds each kind of hole where it was planted, and none where it is mended."""

import json
from dataclasses import replace

import nbformat
import numpy as np
import pytest
from audited import CHECK, HOLES, mark, nbgrader_notebook, written
from page_parser import Page
from thorough import thorough

from grading.__main__ import main
from grading.quality.audit.answers import Answer, Verdict, try_answer
from grading.quality.audit.asking import Reply, changed_share, differs
from grading.quality.audit.calls import Call, Step
from grading.quality.audit.findings import report
from grading.quality.audit.found import KINDS
from grading.quality.audit.lies import Lie, lies
from grading.quality.audit.mutants import mutants
from grading.quality.audit.near import near
from grading.quality.audit.notebook import NotebookProblem, audited, read_notebook, stub_of
from grading.quality.audit.page import page
from grading.quality.audit.plain import passed_in_plain_kernel
from grading.quality.audit.pool import calls_like
from grading.quality.audit.processes import with_seeds
from grading.quality.audit.rewrites import rewrites
from grading.quality.audit.survey import read_alternatives, survey
from grading.quality.audit.untried import never_tried

SEEDS = 6


def audit(book, kind="nbgrader", **options):
    return report(survey(audited(book, "planted", kind), seeds=SEEDS, jobs=2, **options))


@pytest.fixture(scope="module")
def holes():
    return audit(nbgrader_notebook(HOLES))


@pytest.fixture(scope="module")
def mended():
    return audit(nbgrader_notebook(HOLES, mended=True))


@pytest.mark.parametrize("kind", HOLES)
@thorough
def test_each_kind_of_hole_is_found_where_it_was_planted(holes, kind):
    name = HOLES[kind][0]
    about = [
        finding
        for finding in holes.holes
        if finding.kind == kind and (finding.exercise or f"`test_{name}`" in finding.text)
    ]
    assert name in {f.exercise or name for f in about}, [f.text for f in holes.holes]


@thorough
def test_none_is_found_where_all_are_mended(mended):
    assert [finding.text for finding in mended.holes] == []
    assert {row.name for row in mended.rows} == {planted[0] for planted in HOLES.values()}
    assert all(row.mutants > 4 for row in mended.rows)


@thorough
def test_the_worst_stands_first_and_notes_stand_last(holes):
    kinds = [finding.kind for finding in holes.findings]
    assert [finding.hole for finding in holes.findings] == sorted(
        (finding.hole for finding in holes.findings), reverse=True
    )
    ranks = [list(KINDS).index(kind) for kind in kinds[: len(holes.holes)]]
    assert ranks == sorted(ranks)


@thorough
def test_a_survivors_test_fails_with_it_and_passes_with_the_solution(holes):
    book = audited(nbgrader_notebook(HOLES), "planted")
    tried = 0
    for finding in holes.holes:
        for detail in finding.details:
            if not detail.test:
                continue
            exercise = book.solution(finding.exercise)
            made, _ = mutants(exercise.part.source)
            answers = {m.change: m.source for m in made} | dict(near(exercise))
            wrong = answers[detail.change]
            parts = tuple(
                replace(part, source=f"import numpy as np\n{detail.test}")
                if part.name in exercise.tests
                else part
                for part in book.parts
            )
            pasted = replace(book, parts=parts)
            for source, passes in ((exercise.part.source, True), (wrong, False)):
                answer = Answer(finding.exercise, "mutant", "", source)
                verdict = try_answer(pasted, answer, exercise.tests[:1])
                assert (not verdict.failed) == passes, (detail, verdict)
            tried += 1
    assert tried >= 8


@thorough
def test_a_survivor_is_told_by_its_line_its_diff_and_the_place_where_nobody_looked(holes):
    finding = next(f for f in holes.holes if f.kind == "untried")
    assert "`stride` is always 1" in finding.text
    detail = finding.details[0]
    assert " → " in detail.change
    assert {line[:1] for line in detail.diff.splitlines()} >= {"-", "+"}
    assert 0 < detail.share <= 1
    assert detail.call.startswith("every(")


@thorough
def test_small_slips_that_cost_everything_are_noted_and_not_where_points_are_shared():
    assert [f.kind for f in audit(nbgrader_notebook(["price"])).findings if f.kind == "price"]
    shared = audit(nbgrader_notebook(["price"], mended=True))
    assert [f for f in shared.findings if f.kind == "price"] == []


@thorough
def test_prices_say_what_each_mutant_loses_beside_what_it_changes(mended):
    for name, prices in mended.prices.items():
        row = next(row for row in mended.rows if row.name == name)
        assert len(prices) == row.mutants
        for price in prices:
            assert (price["lost"] > 0) == bool(price["killed_by"])
            assert 0 <= price["share"] <= 1


def test_a_solution_that_fails_its_own_test_is_said_first():
    book = written([("one", "def one():\n    return 1", ["assert one() == 2"])])
    found = audit(book)
    assert found.findings[0].kind == "fails_own"
    assert "`test_one`" in found.findings[0].text


@thorough
def test_an_authors_other_solution_that_is_refused_is_a_hole(tmp_path):
    (tmp_path / "root_by_newton.py").write_text("def root(x):\n    return [x ** 0.5]\n")
    book = written(
        [
            (
                "root",
                "def root(x):\n    return x ** 0.5",
                ["check(root, [(4.0,), (9.0,), (2.0,)], [2.0, 3.0, 2 ** 0.5])"],
            )
        ]
    )
    found = audit(book, alternatives=tmp_path)
    refused = [finding.text for finding in found.holes if finding.kind == "rejected"]
    assert refused
    assert "root_by_newton" in refused[0]
    (tmp_path / "root_by_newton.py").write_text(
        "import math\ndef root(x):\n    return math.sqrt(x)\n"
    )
    assert [f for f in audit(book, alternatives=tmp_path).holes if f.kind == "rejected"] == []


def test_a_folder_of_other_solutions_that_are_about_nothing_is_refused(tmp_path):
    book = audited(nbgrader_notebook(["loose"]), "planted")
    with pytest.raises(NotebookProblem, match="There is no"):
        read_alternatives(tmp_path, book)
    (tmp_path / "other.py").write_text("x = 1")
    with pytest.raises(NotebookProblem, match="begin its name with one of blur"):
        read_alternatives(tmp_path, book)


# --- formats -----------------------------------------------------------------------------------


def cells(*sources):
    """A notebook of code cells, and of raw ones where a source begins with a raw mark."""
    book = nbformat.v4.new_notebook()
    for number, source in enumerate(sources):
        is_raw = source.startswith(("# BEGIN", "# END"))
        make = nbformat.v4.new_raw_cell if is_raw else nbformat.v4.new_code_cell
        book.cells.append(make(source, id=f"c{number}"))
    return book


SHOUT = "def shout(text):\n    # BEGIN SOLUTION\n    return text.upper()\n    # END SOLUTION"
OTTER = (
    "# BEGIN QUESTION\nname: q1\npoints: 3",
    "# BEGIN SOLUTION",
    SHOUT,
    "# END SOLUTION",
    "# BEGIN TESTS",
    "shout('a') == 'A'",
    '""" # BEGIN TEST CONFIG\npoints: 2\nhidden: true\n""" # END TEST CONFIG\n'
    "assert shout('bc') == 'BC'",
    "# END TESTS",
    "# END QUESTION",
)


def test_an_otter_notebook_is_read_with_its_points_stubs_and_expected_outputs():
    book = cells(*OTTER)
    output = nbformat.v4.new_output("execute_result", {"text/plain": "True"}, execution_count=1)
    book.cells[5].outputs = [output]
    found = audited(book, "o", "otter")
    (exercise,) = found.exercises
    assert exercise.name == "shout"
    assert exercise.tests == ("q1 test 1", "q1 test 2")
    assert [part.points for part in found.tests] == [1.5, 2]
    assert "..." in exercise.part.stub
    assert "upper" not in exercise.part.stub
    right = Answer("shout", "solution", "", exercise.part.source)
    assert try_answer(found, right, exercise.tests).failed == {}
    wrong = Answer("shout", "mutant", "", "def shout(text):\n    return text")
    assert set(try_answer(found, wrong, exercise.tests).failed) == set(exercise.tests)


def test_a_plain_notebook_is_read_in_pairs_of_solution_and_test():
    book = cells(
        "import numpy as np",
        "def helper(x):\n    return x",
        "def add(a, b):\n    return helper(a) + b",
        "assert add(1, 2) == 3",
        "def sub(a, b):\n    return a - b",
        "def test_sub():\n    assert sub(3, 1) == 2\n\ntest_sub()",
    )
    found = audited(book, "p", "pairs")
    assert [(e.name, len(e.tests)) for e in found.exercises] == [("add", 1), ("sub", 1)]


def test_a_notebook_in_another_format_is_told_which():
    with pytest.raises(NotebookProblem, match="--format pairs"):
        audited(cells("def f():\n    return 1", "assert f() == 1"), "p")
    with pytest.raises(NotebookProblem, match="--format otter"):
        audited(cells(*OTTER), "p")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"cells": 3}'])
def test_a_file_that_is_no_notebook_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "odd.ipynb"
    path.write_bytes(content)
    with pytest.raises(NotebookProblem):
        read_notebook(path)


def test_a_stub_has_nothing_of_the_solution():
    stub = stub_of("def f(x):\n    ### BEGIN SOLUTION\n    return 717\n    ### END SOLUTION")
    assert "717" not in stub
    assert "NotImplementedError" in stub
    assert "717" not in stub_of("def f(x):\n    'doc'\n    return 717")


def test_a_test_is_about_the_last_solution_above_it_that_it_uses():
    rows = [
        ("inner", "def inner(x):\n    return x + 1", []),
        ("outer", "def outer(x):\n    return 2 * inner(x)", []),
    ]
    book = written(rows)
    for name, source in (("a", "assert inner(1) == 2"), ("b", "assert outer(inner(0)) == 4")):
        cell = nbformat.v4.new_code_cell(source, metadata=mark(name, grade=True, points=1))
        book.cells.append(cell)
    found = audited(book, "two")
    assert [e.tests for e in found.exercises] == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("setting", "fails"),
    [("import warnings\nwarnings.filterwarnings('error')", True), ("import warnings", False)],
)
def test_a_given_cell_that_sets_something_for_all_holds_though_nobody_uses_its_names(
    setting, fails
):
    solution = "def share(x):\n    return x / x.sum()"
    test = "x = np.zeros(2)\nfound = share(x)\nassert np.isnan(found).all()"
    book = written([("share", solution, [test])])
    cell = nbformat.v4.new_code_cell(setting, metadata=mark("settings", locked=True))
    book.cells.insert(1, cell)
    own = Answer("share", "solution", "", solution)
    assert bool(try_answer(audited(book, "set"), own, ["test_share"]).failed) == fails


# --- parts -------------------------------------------------------------------------------------


def test_rewrites_behave_as_the_solution_does():
    source = (
        "def f(x, n):\n    total = 0.0\n    for i in range(n):\n        total += x[i] * 2\n"
        "    if n > 1:\n        return total\n    else:\n        return np.sum(x * x)"
    )
    x = np.array([1.0, 2.5, -3.0])
    made = list(rewrites(source, ("f",)))
    assert len({each.source for each in made}) == len(made) >= 12
    for each in made:
        space = {"np": np}
        exec(each.source, space)
        for n in (1, 2, 3):
            assert np.isclose(space["f"](x, n), sum(2 * x[:n]) if n > 1 else np.sum(x * x))


def test_calls_like_those_of_the_tests_are_small_first_and_the_same_each_time():
    seen = [Call("f", (Step("", (np.ones((3, 3)), 1), {"padding": 0}),))]
    made = calls_like(seen, "f")
    assert len(made) > 50
    sizes = [call.size[:1] for call in made]
    assert sizes == sorted(sizes)
    again = calls_like(seen, "f")
    assert [call.size for call in made] == [call.size for call in again]
    shapes = {call.steps[0].args[0].shape for call in made}
    assert {(3, 3), (2, 3), (3, 4)} <= shapes
    assert any("padding" not in call.steps[0].options for call in made)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (np.zeros(4), np.array([0, 0, 0, 1.0]), 0.25),
        (np.zeros(4), np.zeros((2, 2)), 1),
        (np.array([1, 2]), np.array([1.0, 2.0]), 0),
        ([1.0, 2.0], (1.0, 2.0 + 1e-12), 0),
        ({"a": 1}, {"a": 2}, 1),
        ({"a": 1}, {"b": 1}, 1),
        ("x", "x", 0),
        (None, 0, 1),
        (float("nan"), float("nan"), 0),
    ],
)
def test_values_are_compared_by_what_they_say(one, other, share):
    assert changed_share(one, other) == share


def test_an_error_a_changed_argument_and_a_value_are_told_apart():
    right = Reply((1.0,))
    assert differs(right, Reply((1.0,))) == 0
    assert differs(right, Reply(error="ValueError")) == 1
    assert differs(right, Reply((1.0,), changed={0: 2.0})) == 1
    meant = Reply(error="ValueError", meant=True)
    assert differs(meant, Reply(error="ValueError")) == 0
    assert differs(meant, Reply(error="IndexError")) == 1


def test_what_is_never_tried_is_what_all_telling_calls_have_in_common():
    def call(x, stride):
        return Call("f", (Step("", (x,), {"stride": stride}),))

    seen = [call(np.array([[2.0, 1], [3, 4]]), 1), call(np.array([[5.0, 6], [7, 8]]), 1)]
    wide = call(np.array([[2.0, 1, 9], [3, 4, 7]]), 1)
    both = call(np.array([[2.0, 1, 9], [3, 4, 7]]), 2)
    source = "def f(x, stride):\n    return x"
    lines = never_tried(seen, [wide, both], source)
    assert "axes 0 and 1 of `x` are always of one length" in lines
    assert not any("stride" in line for line in lines)
    assert never_tried(seen, [seen[0]], source) == []


def test_a_cause_is_named_where_calls_without_it_show_the_mistake_and_nowhere_else():
    source = "def f(x, stride=1, pad=0):\n    return x"

    def call(x, **options):
        return Call("f", (Step("", (np.array(x),), options),))

    seen = [call([1.0, 2], stride=1, pad=1), call([3.0, 4], stride=1, pad=1)]
    apart = [call([5.0, 6], stride=2, pad=1), call([5.0, 6], pad=0), call([7.0, 7, 7], pad=2)]
    alike = [call([9.0, n, 4], stride=2, pad=2) for n in range(4)] + [call([8.0], stride=1, pad=1)]
    lines = never_tried(seen, apart, source, apart + alike)
    assert lines == ["`pad` and `stride` are always the same"]
    # One of many calls with three numbers shows it: that there were two is not why.
    longer = [call([1.0, 2, n], stride=1, pad=1) for n in range(3, 15)]
    assert never_tried(seen, longer[:1], source, longer) == []
    assert never_tried(seen, longer, source, longer)[0] == "axis 0 of `x` always has length 2"


# --- what is written ---------------------------------------------------------------------------


@thorough
def test_the_page_says_all_findings_and_runs_nothing_of_the_notebook(holes):
    text = page(holes)
    assert "<script" not in text
    for finding in holes.findings:
        assert KINDS[finding.kind] in text
    evil = replace(holes, title="<script>alert(1)</script>")
    assert "<script" not in page(evil)
    assert page(holes) == text
    assert Page(text)


@thorough
def test_the_command_writes_page_and_json_and_says_by_its_status_whether_there_are_holes(
    tmp_path, capsys
):
    path, html, out = tmp_path / "hw.ipynb", tmp_path / "a.html", tmp_path / "a.json"
    nbformat.write(nbgrader_notebook(["untried"]), path)
    arguments = ["audit", str(path), "--seeds", "2", "--html", str(html), "--json", str(out)]
    assert main(arguments) == 1
    printed = capsys.readouterr().out
    assert "[untried] every: In the tests `stride` is always 1" in printed
    first = out.read_bytes(), html.read_bytes()
    found = json.loads(first[0])
    assert [f["kind"] for f in found["findings"] if f["hole"]] == ["untried"]
    assert main(arguments) == 1
    assert (out.read_bytes(), html.read_bytes()) == first
    nbformat.write(nbgrader_notebook(["untried"], mended=True), path)
    assert main(arguments) == 0
    assert "No hole was found." in capsys.readouterr().out


@thorough
def test_what_the_author_accepts_is_no_hole(tmp_path, capsys):
    path, accepted = tmp_path / "hw.ipynb", tmp_path / "accepted.toml"
    book = nbgrader_notebook(["untried"])
    nbformat.write(book, path)
    found = audit(book)
    lines = [f"{json.dumps(d.change)} = 'so be it'" for f in found.holes for d in f.details]
    accepted.write_text("[hw.every]\n" + "\n".join(lines))
    assert main(["audit", str(path), "--seeds", "2", "--accepted", str(accepted)]) == 0


def test_a_file_that_is_not_there_is_said_so_in_a_sentence(capsys):
    assert main(["audit", "nowhere.ipynb"]) == 1
    assert "There is no file nowhere.ipynb" in capsys.readouterr().err


def test_the_helper_of_these_notebooks_refuses_what_it_should():
    space = {}
    exec(CHECK, space)
    with pytest.raises(AssertionError):
        space["check"](lambda x: x, [(1,)], [2])


def test_what_only_others_use_is_tested_by_their_tests():
    rows = [
        ("inner", "def inner(x):\n    return x + 1", []),
        (
            "outer",
            "def outer(x):\n    return 2 * inner(x)",
            ["check(outer, [(1,), (4,)], [4, 10])"],
        ),
    ]
    found = audited(written(rows), "two")
    assert [e.tests for e in found.exercises] == [("test_outer",), ("test_outer",)]


def test_what_a_person_grades_is_no_exercise():
    book = nbgrader_notebook(["loose"])
    cell = nbformat.v4.new_code_cell("def plot():\n    pass")
    cell.metadata = mark("plot", solution=True, grade=True, points=2)
    book.cells.append(cell)
    assert [e.name for e in audited(book, "written").exercises] == ["blur"]


@thorough
def test_a_mutant_that_never_ends_is_refused_in_few_seconds():
    source = "def count(n):\n    i = 0\n    while i < n:\n        i += 1\n    return 2 * i"
    found = audit(written([("count", source, ["check(count, [(3,), (5,)], [6, 10])"])]))
    assert found.holes == ()
    killed = {price["change"] for price in found.prices["count"] if price["killed_by"]}
    assert {"i += 1 → pass", "i += 1 → i -= 1"} <= killed


REACHING = """def reach(x):
    import os
    with open(PATH, "a") as file:
        file.write("reached")
    return np.asarray(x) * 1.0"""


@thorough
def test_no_answer_reaches_a_file_whichever_way_it_is_tried(tmp_path):
    """In a process beside the tests as well, which is how a plain kernel is imitated."""
    path = tmp_path / "victim"
    path.write_text("as it was")
    path.chmod(0o666)
    source = REACHING.replace("PATH", repr(str(path)))
    tests = ["assert np.array_equal(reach([1.0, 2.0]), [1.0, 2.0])"]
    assert survey(audited(written([("reach", source, tests)]), "reaching"), seeds=1, jobs=1)
    assert path.read_text() == "as it was"


@thorough
def test_a_test_that_comes_to_no_end_in_a_plain_kernel_costs_no_other_its_verdict():
    book = [("forever", "def forever(x):\n    return x", ["assert forever(3) == 3"])]
    book += [("twice", "def twice(x):\n    return 2 * x", ["assert twice(3) == 6"])]
    endless = (
        "def forever(x):\n    while True:\n        try:\n            [n for n in range(10**5)]\n"
        "        except Exception:\n            pass"
    )
    lie = Lie("endless", True, {"forever": endless, "twice": "def twice(x):\n    return 6"})
    assert passed_in_plain_kernel(audited(written(book), "endless"), lie) == ["test_twice"]


def test_a_verdict_for_which_the_time_was_over_is_asked_for_again():
    late, right = Verdict(failed={"test_f": "Stopped: the time is over"}), Verdict({"test_f": 1.0})
    wrong = Verdict(failed={"test_f": "AssertionError"})
    asked = []

    def run(_, tasks):
        asked.append(tasks)
        return [late, wrong, None] if len(asked) == 1 else [right] * len(tasks)

    assert with_seeds(run, ["a", "b", "c"]) == [right, wrong, None]
    assert asked == [["a", "b", "c"], ["a"]]


def test_a_plain_kernel_lets_in_what_it_always_does():
    kinds = {"fooled": HOLES["fooled"]}
    found = audited(nbgrader_notebook(kinds), "fooled")
    passed = {lie.title: passed_in_plain_kernel(found, lie) for lie in lies(found)}
    assert any(passed.values())


@pytest.mark.parametrize("place", ["solution", "given"])
def test_a_cell_that_is_nested_too_deeply_is_named(place):
    book = nbgrader_notebook({"fooled": HOLES["fooled"]})
    deep = f"deep = {'-' * 30_000}1"
    if place == "given":
        book.cells[0].source += f"\n{deep}"
    else:
        book.cells[1].source += f"\n{deep}"
    with pytest.raises(NotebookProblem, match="nested too deeply"):
        audited(book, "deep")


@thorough
def test_what_a_notebook_is_called_inside_steers_no_terminal(tmp_path, capsys):
    book = nbgrader_notebook({"nothing": HOLES["nothing"]})
    for cell in book.cells:
        if cell.metadata.nbgrader.grade_id.startswith("test_"):
            cell.metadata.nbgrader.grade_id += "\x1b]0;title\x07"
    path = tmp_path / "book.ipynb"
    nbformat.write(book, path)
    main(["audit", str(path), "--seeds", "1", "--jobs", "1"])
    said = capsys.readouterr().out
    assert r"\x1b]0;title\x07" in said
    assert "\x1b" not in said
