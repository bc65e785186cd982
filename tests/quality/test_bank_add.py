"""A student's wrong answer becomes an entry of the bank: short, new, and true to how it behaves."""

import ast
from dataclasses import replace

import pytest
from audited import written

from grading.__main__ import main
from grading.quality.audit.notebook import audited
from grading.quality.bank import read_slip
from grading.quality.bank_add import EntryProblem, add_entry, exercise_of, normal, shrunk

LAB = audited(
    written(
        [
            (
                "total",
                "def total(x, w):\n    return float(np.sum(np.asarray(x) * w))",
                [
                    "check(total, [([1.0, 2.0], 3.0)], [9.0])",
                    "check(total, [([4.0, 5.0, 6.0], 1.0)], [15.0])",
                ],
            )
        ]
    ),
    "lab9",
)
# Wrong where w is not one; the rest is talk.
ANSWER = '''
import os  # Ann wrote this
SCALE = 10

def helper(v):
    """Not used."""
    return v + SCALE

def total(x, w: float) -> float:
    """My total."""
    print("total of", x)
    result = 0.0
    unused = [v for v in x]
    if x is not None:
        for v in x:
            result += v
    else:
        result = -1.0
    return result
'''
IDEA, HINT, FAMILY = "The weight is only for show.", "Where do you use w?", "rule"


def test_an_answer_becomes_a_short_entry_that_fails_the_same_tests(tmp_path):
    told = []
    path = add_entry(LAB, ANSWER, IDEA, HINT, bank=tmp_path, say=told.append, family=FAMILY)
    slip = read_slip(path)
    assert (slip.lab, slip.name, slip.slip) == ("lab9", "total", "the_weight_is_only_for")
    assert (slip.idea, slip.hint, slip.family) == (IDEA, HINT, FAMILY)
    assert slip.fails == slip.fails_sandboxed == {"test_total"}
    for gone in ("Ann", "helper", "unused", "print", "SCALE", "import", "-1.0", "My total"):
        assert gone not in slip.source
    space = {}
    exec(slip.source, space)
    assert space["total"]([1.0, 2.0], 3.0) == 3.0
    assert told


def test_what_behaves_as_an_entry_does_is_not_made_again_and_what_does_not_is(tmp_path):
    path = add_entry(LAB, "def total(x, w):\n    return sum(x) + 0.0", IDEA, HINT, bank=tmp_path)
    with pytest.raises(EntryProblem, match=path.stem):
        add_entry(LAB, ANSWER, "Another idea altogether.", HINT, bank=tmp_path)
    other = "def total(x, w):\n    return float(len(x) * w)"
    assert add_entry(LAB, other, "Another idea altogether.", HINT, bank=tmp_path).exists()


@pytest.mark.parametrize(
    ("source", "why"),
    [
        (LAB.solution("total").part.source, "fails no test"),
        ("def total(x, w:\n", r"not valid Python, line 1: .*\. Nothing was run"),
        ("def total(x, w):\n    return 0\0", "not valid Python"),
        ("def total(x, w):\n    return " + "(" * 3000 + ")" * 3000, "not valid Python"),
        ("def total(x, w): return " + "-" * 9_000 + "1", "nested too deeply"),
        ("def total(x, w): return " + "not " * 4_000 + "1", "nested too deeply"),
        ("def total(x, w): return " + "+".join(["1"] * 9_000), "nested too deeply"),
        ("def total(x, w): return 1\n" + "x = 1\n" * 300_000, "longer than 20,000 characters"),
    ],
    ids=range(8),
)
def test_an_answer_of_which_no_entry_can_be_made_is_refused_in_a_sentence(tmp_path, source, why):
    with pytest.raises(EntryProblem, match=why):  # of a group of answers, the name is known
        add_entry(LAB, source, IDEA, HINT, name="total", bank=tmp_path)
    assert not list(tmp_path.rglob("*.py"))


def test_an_answer_to_nothing_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(EntryProblem, match="none of the lab's names"):
        add_entry(LAB, "def other(x):\n    return x", IDEA, HINT, bank=tmp_path)


def test_nothing_of_what_a_student_wrote_about_themselves_is_kept():
    wrote = '''"""Ann, 4711."""
async def f(x: "Ann") -> "Ann":  # Ann
    """Ann"""
class Own:
    """Ann"""
    async def g(self):
        """Ann"""
        return "\\d"
'''
    assert "Ann" not in normal(wrote)
    assert normal(wrote) == normal(normal(wrote))


def test_what_is_nested_deeply_is_left_as_it_is():
    deep = normal("x = " + "[" * 150 + "]" * 150 + "\ny = 1")
    assert shrunk(deep, lambda text: False, tries=3) == deep


def test_an_entry_needs_an_idea_and_a_hint(tmp_path):
    for idea, hint in (("", HINT), (IDEA, " ")):
        with pytest.raises(EntryProblem, match="an idea and a hint"):
            add_entry(LAB, ANSWER, idea, hint, bank=tmp_path)


def test_an_entry_takes_no_family_that_there_is_not(tmp_path):
    with pytest.raises(EntryProblem, match=r"The families are: upstream, .*shortcut"):
        add_entry(LAB, ANSWER, IDEA, HINT, bank=tmp_path, family="other")


def test_an_answer_runs_in_the_engine_alone(tmp_path):
    marker = tmp_path / "was_here"
    source = f"open({str(marker)!r}, 'w').close()\ndef total(x, w):\n    return 1.0"
    add_entry(LAB, source, IDEA, HINT, bank=tmp_path / "bank")
    assert not marker.exists()


def test_what_is_out_of_bounds_is_named_apart(tmp_path):
    lab = replace(LAB, out_of_bounds=("scipy",))
    source = "def total(x, w):\n    import scipy\n    return float(sum(x))"
    slip = read_slip(add_entry(lab, source, IDEA, HINT, bank=tmp_path))
    assert slip.fails == {"test_total"}
    assert slip.fails_sandboxed == {"test_total", "test_total_1"}


def test_shrinking_keeps_what_must_hold_and_ends():
    def keeps(text):
        space = {}
        try:
            exec(text, space)
            return space["f"](3) == 7
        except Exception:
            return False

    short = shrunk(
        normal("x = 1\ndef f(n):\n    y = 2\n    y = n + 4\n    z = y\n    return y"), keeps
    )
    assert ast.unparse(ast.parse("def f(n):\n    y = n + 4\n    return y")) == short
    tried = []
    assert shrunk("a = 1\nb = 2\nc = 3", lambda text: tried.append(text), tries=2) == (
        "a = 1\nb = 2\nc = 3"
    )
    assert len(tried) == 2


def test_an_answer_is_about_the_name_that_it_defines():
    assert exercise_of(LAB, ANSWER) == "total"


def test_the_command_says_how_it_is_called_and_what_is_missing(tmp_path, capsys):
    assert main(["bank", "add", "lab1_dot"]) == 1
    assert "bank add LAB FILE.py" in capsys.readouterr().err
    assert main(["bank", "add", "lab0", "x.py"]) == 1
    assert "There is no lab 'lab0'" in capsys.readouterr().err
    assert main(["bank", "add", "lab1_dot", str(tmp_path / "x.py")]) == 1
    assert "cannot be read" in capsys.readouterr().err
