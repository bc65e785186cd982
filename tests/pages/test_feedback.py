"""The page that a student gets: right about the points, silent about hidden tests, safe to open."""

import json
import os
import re
from dataclasses import asdict, replace
from pathlib import Path
from types import SimpleNamespace

import hostile
import numpy as np
import pytest
from browser import CHROMIUM, open_browser
from hypothesis import given, settings
from hypothesis import strategies as st
from page_parser import Page
from thorough import examples
from tiny import answered, code, graders, hand_in, make_course

import grading.pages.feedback as module
from grading.authoring.source import source_notebook
from grading.classroom.autograde import autograde
from grading.engine.model import Case, Cell, CellsJob, Diagnosis, result_of
from grading.engine.worker import close_nurseries, run_cells
from grading.labfile import mark_of
from grading.pages import cells as notebook_cells
from grading.pages import svg, untrusted_html
from grading.pages.failures import failure_of, general
from grading.pages.feedback import feedback, page
from grading.pages.rendering import TEMPLATES
from grading.pages.untrusted_html import mathml
from grading.paths import ClassError, lab_names
from grading.records.nbgrader import nbgrader_api
from grading.records.points import Exercise, Item, Lab, Work, read_lab, read_works
from grading.whole import write_whole

LAB = "turns"
TEXT = r"""
# %% [markdown]
# # A lab of turns
# The mean is $\frac{1}{n} \sum_i x_i$.

# %% locked="setup"
import numpy as np

from lib.checking import check_equal


# %% solution="turn"
def turn(x):
    ### BEGIN SOLUTION
    return 2 * x[::-1]
    ### END SOLUTION


# %% test="test_turn" points=2
check_equal(turn(np.array([[1.0, 2.0], [3.0, 4.0]])), [[6.0, 8.0], [2.0, 4.0]], "turn(X)")

# %% test="test_turn_secret" points=3
assert len(turn(np.zeros(2))) == 2
### BEGIN HIDDEN TESTS
_inner = np.array([717.0, 718.0, 719.0])
check_equal(turn(_inner), [1438.0, 1436.0, 1434.0], f"turn({_inner.tolist()}), n=717")
### END HIDDEN TESTS


# %% solution="total"
def total(x):
    ### BEGIN SOLUTION
    return sum(x)
    ### END SOLUTION


# %% test="test_total" points=4
assert total([1, 2]) == 3, f"total([1, 2]) gives {total([1, 2])}"
### BEGIN HIDDEN TESTS
assert total([717, 718]) == 1435, "total of two large ones"
### END HIDDEN TESTS

# %% [markdown] written="why" points=1
# Because.
"""
RIGHT = {
    "turn": "def turn(x):\n    return 2 * x[::-1]",
    "total": "def total(x):\n    return sum(x)",
    "why": "Since **both** ends change places.",
}
SECRETS = ("717", "718", "719", "_inner", "two large ones", "HIDDEN")
CLASS = {
    "right": RIGHT,
    "wrong": RIGHT | {"turn": "def turn(x):\n    return 2 * x"},
    "curious": RIGHT
    | {
        "turn": "def turn(x):\n    print(x)\n    return x[1:] if x.max() > 9 else 2 * x[::-1]",
        "total": "def total(x):\n    if 717 in x: raise ValueError(f'{x}')\n    return 3",
    },
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A class, graded: right, wrong, one who prints what the tests hand over, blank, broken."""
    course = make_course(tmp_path_factory.mktemp("class"), LAB, TEXT)
    for student in ("right", "wrong", "curious"):
        hand_in(course, student, answered(course, LAB, **CLASS[student]), LAB)
    hand_in(course, "blank", answered(course, LAB, nothing=""), LAB)
    hand_in(course, "broken", b'{"cells": [', LAB)
    tricky = answered(course, LAB, **RIGHT)
    for text in hostile.notebooks.TEXTS:
        cell = {"cell_type": "markdown", "metadata": {}, "source": text}
        tricky["cells"] += [cell, cell | {"cell_type": "raw"}]
    hand_in(course, "tricky", hostile.NOTEBOOKS["attachments_with_scripts"](tricky), LAB)
    autograde(LAB, course=course, jobs=1, executor=graders(), say=lambda _: None)
    return course


@pytest.fixture
def lab(course):
    return read_lab(nbgrader_api(course), LAB)


@pytest.fixture
def work(course):
    """A function that reads one student's work afresh."""
    return lambda student: read_works(nbgrader_api(course), LAB, [student])[0]


def graded(course, student):
    path = course / "autograded" / student / LAB / f"{LAB}.ipynb"
    return json.loads(path.read_text())


@pytest.fixture
def show(course, lab, work):
    """A function that makes a student's page, some fields of the work replaced."""

    def show(student, notebook=None, /, **fields):
        changed = work(student)
        for name, value in fields.items():
            setattr(changed, name, value)
        return page(lab, changed, notebook or graded(course, student))

    return show


# --- what it says ------------------------------------------------------------------------------


@pytest.mark.parametrize("student", ["right", "wrong", "curious", "blank", "broken", "tricky"])
def test_points_add_up_to_the_gradebook(course, student, show):
    found = Page(show(student))
    with nbgrader_api(course).gradebook as gradebook:
        submission = gradebook.find_submission(LAB, student)
        expected, out_of = submission.score, submission.max_score
    rows = [row for row in found.rows if len(row) == 3][1:]
    points = [re.findall(r"[\d.]+|–", row[1]) for row in rows]
    assert sum(float(p.replace("–", "0")) for p, _ in points) == expected
    assert sum(float(most) for _, most in points) == out_of == 10
    assert f"{expected:g} of 10 points" in found.text


def test_what_failed_is_there_with_its_message_and_what_passed_too(show):
    text = Page(show("wrong")).text
    assert "turn(X) at [0, 0]: expected 6, got 2" in text
    assert "test_turn_secret" in text
    assert re.search(r"1 exercise with full points.*test_total", text, re.S)
    assert "What failed" not in Page(show("right")).text


def test_the_error_that_a_cell_stopped_with_stands_with_its_exercise(course, show):
    notebook, error = graded(course, "wrong"), {"output_type": "error", "traceback": []}
    (cell,) = (c for c in notebook["cells"] if mark_of(c).name == "turn")
    cell["outputs"] = [error | {"ename": "SyntaxError", "evalue": "a <b> too many (line 2)"}]
    _, card = re.split(r'<article class="card" aria-labelledby="found-1">', show("wrong", notebook))
    card = card.split("</article>")[0]
    assert "There was an error in the cell with your code" in card
    assert "SyntaxError: a &lt;b&gt; too many (line 2)" in card
    assert "There was an error in the cell with your code" not in show("wrong")


def test_a_failed_test_is_told_with_the_words_that_it_is_folded_under(course, show):
    notebook = graded(course, "wrong")
    (cell,) = (c for c in notebook["cells"] if mark_of(c).name == "test_turn")
    rest = notebook_cells.source_of(cell).partition("\n")[2]
    cell["source"] = f"# @title Check · Both <ends> · and more · 2 points\n{rest}"
    found = Page(show("wrong", notebook)).text.split("What failed")[1]
    assert re.match(r"\s*✗\s*test_turn: 0 of 2 · Both <ends> · and more\s", found)
    assert "of 2 ·" not in Page(show("wrong")).text  # nothing is said but its name


def test_a_message_that_ends_in_arrays_is_drawn_as_expected_got_and_difference(show):
    labels = [v for tag, name, v in Page(show("wrong")).attributes if name == "aria-label"]
    assert "Expected, 2 by 2: 6 8; 2 4" in labels
    assert "Got, 2 by 2: 2 4; 6 8" in labels
    assert "Got minus expected, 2 by 2: −4 −4; 4 4" in labels


def test_an_answer_in_words_waits_for_its_points_and_then_shows_them_with_the_comment(show):
    waiting = show("right")
    assert "points</strong>, 1 of them still to be graded by hand" in waiting
    done = show(
        "right",
        points={"test_turn": 2, "test_turn_secret": 3, "test_total": 4, "why": 0.5},
        comments={"why": "Which <ends>?"},
    )
    assert "Which <ends>?" in Page(done).text
    assert "<ends>" not in done
    assert "9.5 of 10 points" in Page(done).text


@pytest.mark.parametrize("written", [True, False])
def test_answers_in_words_alone_are_a_notebook_that_was_read(written):
    mark = {"grade_id": "why", "grade": True, "solution": True, "locked": False, "points": 2}
    text = "Because it slides." if written else "Your answer here."
    cell = {"cell_type": "markdown", "metadata": {"nbgrader": mark}, "source": text}
    about = Lab("words", "Words", (Exercise("why", (Item("why", 2, True),)),))
    work = Work("ann", "", {"why": None}, answered={"why": written})
    said = Page(page(about, work, {"cells": [cell]})).text
    assert ("No work of yours was found" not in said) == written
    assert ("Because it slides." in said) == written


def test_what_the_grader_remarked_stands_on_the_page_even_without_the_engines_notes(show):
    text = Page(show("broken")).text
    assert "it is damaged" in text
    assert "there was no notebook, it could not be read" in text
    for odd in ("nothing written", "Your code ran", "had no answer to check", "Your notebook"):
        assert odd not in text
        assert odd in Page(show("blank")).text
    assert "it is damaged" in Page(show("broken", remarks=[])).text
    assert "Notes from the grader" not in Page(show("right")).text


def test_a_blank_exercise_is_told_in_one_sentence(show):
    text = Page(show("blank")).text
    assert "Nothing was written here." in text
    assert "NotImplementedError: your code" not in text.split("Your notebook, as it ran")[0]


def test_a_stubs_line_that_has_stayed_below_the_answer_is_told(course, show, work):
    said = "The line raise NotImplementedError still stands in your code"
    notebook = graded(course, "blank")
    cell = next(cell for cell in notebook["cells"] if mark_of(cell).name == "turn")
    for more, told in (("", False), ("\n    return x[::-1]", True)):
        changed = "".join(cell["source"]) + more
        cells = [
            each if each is not cell else cell | {"source": changed} for each in notebook["cells"]
        ]
        answered = work("blank").answered | {"turn": True}
        text = Page(show("blank", notebook | {"cells": cells}, answered=answered)).text
        assert (said in text) is told


DIAGNOSIS = Diagnosis(
    slip="stays",
    idea="A `turn` that is made twice.",
    hint="How often do you turn?",
    case=Case(
        call="turn(np.array([1., 2.]))",
        expected="[2. 1.]",
        got="[1. 2.]",
        expected_values=[2.0, 1.0],
        got_values=[1.0, 2.0],
    ),
)
NOTED = asdict(DIAGNOSIS)  # as the class's results have it


def test_a_diagnosis_is_told_with_its_thought_its_hint_and_the_smallest_case(show):
    found = Page(show("wrong", diagnoses={"turn": DIAGNOSIS}))
    for text in (
        "known mistake",
        "made twice",
        "How often do you turn?",
        "turn(np.array([1., 2.]))",
    ):
        assert text in found.text
    assert ("svg", "aria-label", "Got, 1 by 2: 1 2") in found.attributes
    assert "known mistake" not in Page(show("wrong")).text


def test_no_slip_is_named_where_none_is_known(show):
    text = Page(show("wrong", diagnoses={"turn": replace(DIAGNOSIS, slip="")})).text
    assert "known mistake" not in text
    assert "How often" not in text
    assert "The smallest case that fails" in text


def test_a_diagnosis_of_an_earlier_run_or_of_a_right_answer_is_not_told(show, work):
    old = work("wrong").reasons | {"test_turn": "AssertionError: another one"}
    text = Page(show("wrong", diagnoses={"turn": DIAGNOSIS}, reasons=old)).text
    assert "known mistake" not in text
    assert "known mistake" not in Page(show("right", diagnoses={"turn": DIAGNOSIS})).text


@pytest.mark.parametrize(
    "odd",
    [
        [],
        "text",
        7,
        {"turn": None},
        {"turn": 3},
        {"turn": {}},
        {"turn": {"slip": 5, "idea": None, "hint": ["x"], "case": "no"}},
        {"turn": NOTED | {"case": {"expected_values": "abc", "got_values": [[1], [2, 3]]}}},
        {"turn": NOTED | {"case": {"expected_values": [1e308, -1e308], "got_values": [None, 2]}}},
        {"turn": NOTED | {"case": {"expected_values": [[[]]], "got_values": {"a": 1}}}},
    ],
)
def test_odd_notes_cost_no_page(course, show, odd):
    note = json.loads((course / "results" / LAB / "wrong.json").read_text())
    assert not Page(show("wrong", diagnoses=result_of(note | {"diagnoses": odd}).diagnoses)).faults


# --- hidden tests ------------------------------------------------------------------------------


@pytest.mark.parametrize("student", ["right", "wrong", "curious", "blank", "broken"])
def test_hidden_tests_show_neither_code_nor_inputs(course, show, student):
    source = show(student)
    own = json.dumps(CLASS.get(student, ""))
    assert not [secret for secret in SECRETS if secret in source and secret not in own]
    assert ("test_turn_secret" in source) == (student != "broken")  # of which no test is spoken
    notebook = json.dumps(graded(course, student))
    assert all(secret in notebook for secret in SECRETS)


def test_what_is_general_in_a_hidden_message_is_told(show):
    text = Page(show("wrong")).text
    assert "A hidden test failed" in text
    assert "turn(…), n=… at [0]: expected 1438, got 1434" in text


def test_an_error_of_the_students_in_a_hidden_test_is_told_without_the_inputs(show):
    text = Page(show("curious")).text
    assert "ValueError: […]" in text
    assert "the numbers 717" not in text


def failed_at(line, message, source):
    output = {"output_type": "error", "ename": "AssertionError", "evalue": message}
    trace = [f"in the test, line {line}"] if line else []
    return {"source": source, "outputs": [output | {"traceback": trace}]}


def test_whether_a_failure_is_hidden_depends_on_the_line_that_failed():
    source = "a\n### BEGIN HIDDEN TESTS\nb\n### END HIDDEN TESTS\nc"
    hidden = [failure_of(failed_at(line, "f([5]): expected 3", source)).hidden for line in range(6)]
    assert hidden == [True, False, True, True, True, False]  # line 0: not known
    assert not failure_of(failed_at(0, "why", "a\nb")).hidden


@pytest.mark.parametrize(
    "added",
    ["c.append(7)", "c += [7]", "c = [*c, 7]", "for n in (7, 8):\n    c.extend([n])", "d = 7"],
)
def test_a_line_in_view_that_judges_what_hidden_lines_made_is_hidden_too(added):
    hidden = f"### BEGIN HIDDEN TESTS\n{added}\n### END HIDDEN TESTS"
    source = f"c = [5]\n{hidden}\ne = list(c)\ncheck(f, 2)\ncheck(f, e{', d' * ('d' in added)})"
    last = len(source.splitlines())
    judged = [failure_of(failed_at(last - back, "f([7]): expected 3", source)) for back in (0, 1)]
    assert [failure.hidden for failure in judged] == [True, False]


CASES = """
_cases = [
    case(2.0, gives=4.0),
]
### BEGIN HIDDEN TESTS
for _n in (717.0, 3.0):
    _cases.append(case(_n, gives=_n**2))
### END HIDDEN TESTS
check_cases(square, *_cases)
"""


@pytest.mark.parametrize(("answer", "hidden"), [("x + x", True), ("x", False), ("x / 0", False)])
def test_a_case_is_hidden_if_it_was_written_down_in_a_hidden_line(answer, hidden):
    cells = [
        Cell("student", 1, f"def square(x):\n    return {answer}", "square"),
        Cell("test", 2, f"from lib.checking import case, check_cases\n{CASES}", "test_square", 1),
    ]
    outcome = run_cells(CellsJob(tuple(cells), "", "tiny", 1)).outcomes[2]
    close_nurseries()
    failure = failure_of({"source": cells[1].source, "outputs": outcome.outputs})
    assert failure.hidden == hidden
    assert "717" not in failure.message
    assert ("square(2.0)" in failure.message) == (answer == "x")


numbers = st.integers(min_value=10_000) | st.floats(min_value=1e3, max_value=1e6).filter(
    lambda x: x != int(x)
)


@settings(max_examples=examples(60))
@given(st.lists(numbers, min_size=1, max_size=50), numbers, st.integers(0, 9))
def test_no_number_of_a_hidden_call_is_left_in_what_is_told(values, other, index):
    called = f"f({values}, n={other}) for x = {[values]} of {other}×{other} and 73x72"
    message = f"{called} at [{index}]: expected 2"
    told = general(message)
    assert not [v for v in [*values, other, 73, 72] if str(v) in told]
    assert f"at [{index}]: expected 2" in told
    assert told.startswith("f(…")


def test_a_message_keeps_its_sentences_and_names():
    same = "f returns the same memory twice: the second call overwrites the first result."
    assert general(same) == same
    assert general("NameError: name 'conv_1d' is not defined") == (
        "NameError: name 'conv_1d' is not defined"
    )
    assert (
        general("embed('cat') at [1]: expected 2, got 3.") == "embed(…) at [1]: expected 2, got 3."
    )
    assert general("f(x): expected 1.\nexpected:\n[5.]\ngot:\n[6.]") == "f(x): expected 1."


# --- safe to open ------------------------------------------------------------------------------

MISCHIEF = hostile.pages.SCRIPT + "'\"</pre></code></svg></style>\x1b[31m\x00\u202e"


def spoiled(notebook):
    """A graded notebook in which every output and text is worse than the engine lets through."""
    data = {
        "text/html": MISCHIEF,
        "image/svg+xml": f"<svg onload='window.owned = 1'>{MISCHIEF}</svg>",
        "application/javascript": "window.owned = 1",
        "text/markdown": MISCHIEF,
        "text/plain": MISCHIEF,
    }
    outputs = [
        {"output_type": "display_data", "data": data, "metadata": {}},
        {"output_type": "display_data", "data": {"image/png": '"' + MISCHIEF}, "metadata": {}},
        {"output_type": "stream", "name": MISCHIEF, "text": [MISCHIEF, "\ud800"]},
        {"output_type": "error", "ename": MISCHIEF, "evalue": MISCHIEF, "traceback": [MISCHIEF]},
        {"output_type": MISCHIEF, "data": {"text/html": MISCHIEF}},
    ]
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = outputs
    notebook["cells"] += [code(MISCHIEF, outputs=outputs)]
    mark = {"grade_id": MISCHIEF, "solution": True, "grade": False, "locked": False}
    notebook["cells"] += [code(MISCHIEF, metadata={"nbgrader": mark}, outputs=[])]
    for text in [*hostile.notebooks.TEXTS, MISCHIEF, f"$\\text{{{MISCHIEF}}}$", f"$${MISCHIEF}$$"]:
        notebook["cells"].append({"cell_type": "markdown", "metadata": {}, "source": text})
        notebook["cells"].append({"cell_type": "raw", "metadata": {}, "source": text})
    return notebook


@pytest.fixture
def worst(course, show):
    """The page of one whose every word is an attack."""
    case = Case(MISCHIEF, MISCHIEF, MISCHIEF)
    diagnosis = Diagnosis(MISCHIEF, (MISCHIEF,), MISCHIEF, MISCHIEF, case)
    return show(
        "wrong",
        spoiled(graded(course, "wrong")),
        student=MISCHIEF,
        full_name=MISCHIEF,
        remarks=[MISCHIEF],
        comments={"turn": MISCHIEF},
        reasons=dict.fromkeys(("test_turn", "test_turn_secret"), MISCHIEF),
        diagnoses={"turn": diagnosis},
    )


def test_whatever_a_stranger_wrote_is_shown_as_text(worst, show):
    found = Page(worst)
    assert found.dangers() == []
    assert found.text.count("window.owned = 1; alert(1)") > 20
    assert Page(show("tricky")).dangers() == []
    head, body = worst.split("</head>")  # in a title it is text
    spoiled_page = f"{head}</head>{body.replace('&lt;script&gt;', '<script>', 1)}"
    assert Page(spoiled_page).dangers() == ["<script>"]


def test_pages_are_well_formed_and_their_headings_in_order(worst, show):
    for source in (worst, *map(show, ["right", "wrong", "curious", "blank", "broken", "tricky"])):
        found = Page(source)
        assert found.faults == []
        assert found.headings.count(1) == 1
        assert all(b <= a + 1 for a, b in zip(found.headings, found.headings[1:], strict=False))
    assert Page("<p><b></p>").faults


def test_a_page_needs_nothing_from_elsewhere(show):
    found = Page(show("wrong"))
    policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
    assert any(n == "content" and v.startswith(policy) for _, n, v in found.attributes)
    assert not [v for _, name, v in found.attributes if name == "src" and "data:image/png" not in v]
    assert found.tags.count("style") == 1
    assert "@import" not in show("wrong")


def test_landmarks_and_a_way_to_skip_are_there(show):
    found = Page(show("wrong"))
    assert {"header", "nav", "main", "footer"} <= set(found.tags)
    assert ("a", "href", "#main") in found.attributes
    assert ("html", "lang", "en") in found.attributes
    targets = {
        value[1:] for _, name, value in found.attributes if (name, value[:1]) == ("href", "#")
    }
    assert targets <= set(found.ids)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    if CHROMIUM is None:
        pytest.skip("needs Chromium: there is none on PATH")
    with open_browser(tmp_path_factory.mktemp("browser")) as context:
        yield context


def test_a_browser_shows_the_page_without_running_or_asking_for_anything(browser, worst, tmp_path):
    path = tmp_path / "page.html"
    write_whole(path, worst)
    opened, happened = browser.new_page(), []
    opened.on("dialog", lambda dialog: happened.append("dialog") or dialog.dismiss())
    opened.on("request", lambda r: happened.append(r.url) if r.url != path.as_uri() else None)
    opened.goto(path.as_uri())
    opened.wait_for_timeout(100)
    assert [url for url in happened if not url.startswith("data:")] == []
    assert opened.evaluate("window.owned") is None
    opened.close()


WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_a_page_fits_a_phone_follows_dark_mode_and_is_read_by_keyboard(browser, show, tmp_path):
    path = tmp_path / "page.html"
    write_whole(path, show("wrong", diagnoses={"turn": DIAGNOSIS}))
    opened = browser.new_page()
    opened.goto(path.as_uri())
    for width in (320, 390, 1280):
        opened.set_viewport_size({"width": width, "height": 800})
        assert opened.evaluate(WIDE) == 0
    background = "getComputedStyle(document.body).backgroundColor"
    opened.emulate_media(color_scheme="light")
    light = opened.evaluate(background)
    opened.emulate_media(color_scheme="dark")
    assert light == "rgb(255, 255, 255)" != opened.evaluate(background)
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.hash") == "#main"
    opened.close()


# --- formulas and colours ----------------------------------------------------------------------


@pytest.mark.parametrize("lab", lab_names())
def test_every_formula_and_text_of_a_lab_can_be_shown(lab, monkeypatch):
    shown = []
    monkeypatch.setattr(
        "grading.pages.untrusted_html.mathml", lambda *a: shown.append(mathml(*a)) or shown[-1]
    )
    for cell in source_notebook(lab).cells:
        if cell.cell_type == "markdown":
            attached = untrusted_html.attached_to(cell)
            assert not untrusted_html._rendered(cell.source, attached).startswith("<pre>")
    assert shown
    assert not [formula for formula in shown if not formula.startswith("<span")]


def test_a_formula_that_cannot_be_shown_is_shown_as_it_was_typed():
    assert mathml("x^y^<") == "<code>x^y^&lt;</code>"
    assert mathml(r"\def\a{xx}\a").startswith("<code>")
    assert mathml("x" * 5_000).startswith("<code>")
    assert "<math" in mathml("x^2")


@settings(max_examples=examples(50))
@given(st.text(alphabet=r"\{}^_&<>\"'ab1 $", max_size=40) | st.text(max_size=20))
def test_a_formula_brings_nothing_but_formula(text):
    for formula in (text, rf"\text{{{text}}}", rf"\href{{{text}}}{{x}}", rf"\style{{{text}}}{{x}}"):
        found = Page(mathml(formula))
        assert not {t for t in found.tags if not re.fullmatch("m[a-z]+|span|code", t)}
        assert not {n for _, n, _ in found.attributes} & {"href", "style", "id", "src", "onclick"}


def luminance(colour):
    c = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(c <= 0.03928, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def contrast(a, b):
    low, high = sorted([luminance(a), luminance(b)])
    return (high + 0.05) / (low + 0.05)


def full(colour):
    return colour if len(colour) == 7 else "#" + "".join(2 * c for c in colour[1:])


def test_all_text_can_be_read_in_light_and_in_dark():
    css = (TEMPLATES / "page.css").read_text()
    schemes = re.findall(r":root \{(.*?)\}", css, re.S)
    assert len(schemes) == 2
    for scheme in schemes:
        colours = {k: full(v) for k, v in re.findall(r"--(\w+): (#\w+)", scheme)}
        for ink in ("ink", "dim", "good", "bad", "warn", "link", "key", "str", "num"):
            for paper in ("bg", "soft", "hint"):
                assert contrast(colours[ink], colours[paper]) >= 4.5, (ink, paper)


def test_values_in_a_map_can_be_read_on_every_shade():
    values = np.linspace(-1, 1, 10)
    for drawn in svg.maps(values, values[::-1]):
        cells = re.findall(r'fill="(#\w{6})"', drawn[1])
        inks = re.findall(r'<text[^>]*fill="(#\w{3})"', drawn[1])
        assert len(cells) == len(inks) == 10
        for cell, ink in zip(cells, inks, strict=True):
            assert contrast(cell, full(ink)) >= 4.5


def test_the_last_cells_of_a_map_have_lines_on_their_outer_sides():
    (_, drawn), *_ = svg.maps(np.zeros((2, 3)), np.ones((2, 3)))
    width, height = map(float, re.search(r'viewBox="0 0 (\S+) (\S+)"', drawn).groups())
    sides = 'x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"'
    rects = [map(float, found) for found in re.findall(f"<rect {sides}", drawn)]
    right, below = np.array([[x + w, y + h] for x, y, w, h in rects]).max(axis=0)
    assert right + 0.5 <= width  # half a line of 1
    assert below + 0.5 <= height


def test_black_is_low_and_white_is_high_on_one_scale_for_both_maps():
    (_, expected), (_, got), (_, difference) = svg.maps([[0.0, 1.0]], [[2.0, 1.0]])
    assert re.findall(r'fill="(#\w{6})"', expected) == ["#000000", "#808080"]
    assert re.findall(r'fill="(#\w{6})"', got) == ["#ffffff", "#808080"]
    assert re.findall(r'fill="(#\w{6})"', difference)[1] == "#ffffff"


def test_maps_are_drawn_of_the_first_channel_that_differs_and_of_nothing_that_is_no_map():
    a = np.zeros((2, 3, 2, 2))
    b = a.copy()
    b[1, 2, 0, 0] = 5
    assert svg.maps(a, b)[0][0] == "expected [1, 2]"
    assert "5 0; 0 0" in svg.maps(a, b)[1][1]
    assert len(svg.maps(np.zeros((2, 2)), np.zeros((3, 3)))) == 2  # no difference of two sizes
    for nothing in (None, "text", [[1], [2, 3]], [], {"a": 1}, np.zeros((99, 99))):
        assert svg.maps(nothing, nothing) == []
    assert svg.maps(1.0, 2.0) == []


def test_two_equal_maps_are_not_drawn():
    """The dtype is wrong, or the memory: two pictures that are alike say the opposite."""
    assert svg.maps([[6.0, 8.0]], [[6.0, 8.0]]) == []
    assert svg.maps([[6.0, np.nan]], [[6, np.nan]]) == []
    assert len(svg.maps([[6.0, 8.0]], [[6.0, np.nan]])) == 2


# --- files and commands ------------------------------------------------------------------------


def test_pages_lie_where_nbgraders_would_and_nothing_else_is_left(course):
    paths = feedback(LAB, course, students=["right", "wrong"])
    assert paths == [
        course / "feedback" / student / LAB / f"{LAB}.html" for student in ("right", "wrong")
    ]
    assert [p.name for p in paths[0].parent.iterdir()] == [f"{LAB}.html"]


def test_a_large_class_gets_the_same_pages_from_several_processes(course, monkeypatch):
    alone = {path: path.read_bytes() for path in feedback(LAB, course=course)}
    assert len(alone) > 1
    for path in alone:
        path.unlink()
    monkeypatch.setattr(module, "MANY", 1)
    assert {path: path.read_bytes() for path in feedback(LAB, course=course)} == alone


def test_a_page_is_whole_or_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "page.html"
    write_whole(path, "old")
    monkeypatch.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        write_whole(path, "new")
    assert path.read_text() == "old"


def test_who_has_no_grade_is_named(course):
    with pytest.raises(ClassError, match="nobody: no grade"):
        feedback(LAB, course, students=["nobody"])


def test_a_class_without_grades_is_told_what_to_do(course, monkeypatch):
    monkeypatch.setattr(module, "read_works", lambda *_: [])
    with pytest.raises(ClassError, match=f"autograde {LAB}"):
        feedback(LAB, course)


def test_nbgraders_own_command_gives_the_same_page(course):
    (path,) = feedback(LAB, course, students=["wrong"])
    ours = path.read_text()
    path.unlink()
    answer = nbgrader_api(course).generate_feedback(LAB, "wrong", force=True)
    assert answer["success"], answer["log"]
    assert path.read_text() == ours


def test_given_cells_are_rendered_once_for_a_whole_class(course):
    notebook_cells.coloured.cache_clear()
    untrusted_html._rendered_once.cache_clear()
    feedback(LAB, course, students=["right"])
    before = untrusted_html._rendered_once.cache_info().misses
    feedback(LAB, course, students=["wrong"])
    assert untrusted_html._rendered_once.cache_info().misses == before


def test_the_longest_name_that_fits_is_the_exercise_of_a_test(course, lab):
    assert [(e.name, [i.name for i in e.items]) for e in lab.exercises] == [
        ("turn", ["test_turn", "test_turn_secret"]),
        ("total", ["test_total"]),
        ("why", ["why"]),
    ]
    from grading.records.points import _exercise

    item = Item("test_conv_1d_backward_x", 1, False)
    assert _exercise(item, ["conv_1d", "conv_1d_backward"]) == "conv_1d_backward"
    assert _exercise(Item("test_other", 1, False), ["conv_1d"]) == "test_other"


def test_templates_are_part_of_the_package():
    settings = (Path(module.__file__).parents[2] / "pyproject.toml").read_text()
    assert '"grading.pages" = ["templates/*"]' in settings


def long_notebook():
    """As much of everything as a notebook may bring, each piece as long as it is shown at all."""
    picture = "iVBORw0KGgo" + "A" * ((2 << 20) - 11)
    shown = {"output_type": "display_data", "data": {"image/png": picture}, "metadata": {}}
    said = {"output_type": "stream", "name": "stdout", "text": '"' * 20_000}
    codes = [code(("a+" * 200 + "\n") * 119, outputs=[shown, said]) for _ in range(100)]
    texts = [
        {"cell_type": kind, "metadata": {}, "source": '"$x$<b>' * 1_400}
        for kind in ("markdown", "raw")
        for _ in range(400)
    ]
    return {"cells": codes + texts}


def test_a_page_has_a_bound_whatever_the_notebook_brings():
    cells = notebook_cells.shown_cells(long_notebook(), SimpleNamespace(points={}), {})
    size = sum(len(cell["html"]) + sum(map(len, map(str, cell["outputs"]))) for cell in cells)
    assert size < 48 << 20
    kinds = [output["kind"] for cell in cells for output in cell["outputs"]]
    assert kinds.count("picture") == notebook_cells.MAX_PICTURES // (2 << 20)
    assert any(notebook_cells.TOO_LONG in cell["html"] for cell in cells)


def test_what_a_lab_folds_is_folded_on_the_page_and_open_where_it_failed(course, show):
    notebook = graded(course, "wrong")
    for cell in notebook["cells"]:
        if cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") in ("turn", "test_turn"):
            cell["source"] = "# @title Check · both ends\n" + "".join(cell["source"])
    text = show("wrong", notebook)
    assert text.count("<details open><summary>Check · both ends</summary>") == 1  # no answer is
    assert "# @title Check" not in text.split("</summary>", 1)[1].split("</details>", 1)[0]
    assert "<details><summary>Check · both ends</summary>" in show("right", notebook)


def test_a_picture_is_told_in_the_words_that_its_output_has():
    def alt(words):
        data = {"image/png": "iVBORw0KGgoAAAA", "text/plain": words}
        shown = {"output_type": "display_data", "data": data, "metadata": {}}
        notebook = {"cells": [code("show()", outputs=[shown])]}
        return notebook_cells.shown_cells(notebook, SimpleNamespace(points={}), {})[0]["outputs"]

    assert alt("a 4, and a frame")[0]["words"] == "a 4, and a frame"
    assert alt("<Figure size 640x480 with 1 Axes>")[0]["words"] == ""
    assert len(alt("word " * 9000)[0]["words"]) == notebook_cells.MAX_WORDS


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("\r 10%\r 50%\r\ndone\n", " 50%\r\ndone\n"),
        ("a\r\nb", "a\r\nb"),
        ("start\n 1%\r100%", "start\n100%"),
    ],
)
def test_of_a_bar_of_progress_stays_what_a_terminal_shows(printed, shown):
    said = {"output_type": "stream", "name": "stdout", "text": printed}
    notebook = {"cells": [code("train()", outputs=[said])]}
    (cell,) = notebook_cells.shown_cells(notebook, SimpleNamespace(points={}), {})
    assert cell["outputs"] == [{"kind": "text", "text": shown}]


def test_a_usual_notebook_is_shown_whole():
    notebook = {"cells": long_notebook()["cells"][:3]}
    cells = notebook_cells.shown_cells(notebook, SimpleNamespace(points={}), {})
    assert all('class="code"' in cell["html"] for cell in cells)
    assert [o["kind"] for cell in cells for o in cell["outputs"]] == ["picture", "text"] * 3
