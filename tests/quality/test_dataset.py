"""The bank as a data set: the same each time, loaded in ten lines, and scored without us."""

import json
import re
import subprocess
import sys
from collections import Counter
from importlib import util

import pytest
from thorough import thorough

from grading.__main__ import main
from grading.paths import ROOT, lab_names
from grading.quality.bank import FAMILIES, right_solutions, slips
from grading.quality.dataset import CARD, DATA, SCORE, rows, write_dataset
from grading.quality.score import read, score, table


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dataset")
    write_dataset(folder)
    return folder


def test_every_entry_of_the_bank_is_in_it_once_with_all_that_a_line_has(folder):
    lines = [json.loads(line) for line in (folder / DATA).read_text().splitlines()]
    assert len({line["id"] for line in lines}) == len(lines)
    wrong = [line for line in lines if line["verdict"] == "wrong"]
    right = {(r["lab"], r["name"], r["slip"]) for r in lines if r["verdict"] == "right"}
    bank = [slip for lab in lab_names() for slip in slips(lab)]
    assert {(w["lab"], w["name"], w["slip"]) for w in wrong} == {
        (s.lab, s.name, s.slip) for s in bank
    }
    assert {(lab, n, way) for lab in lab_names() for n, way, _ in right_solutions(lab)} <= right
    for line in lines:
        compile(line["code"], line["id"], "exec")
        assert re.search(rf"\b{line['name']}\b", line["code"])
        assert (line["licence"], line["split"]) == ("BSD-3-Clause", "public")
        mistaken = bool(line["idea"] and line["hint"] and line["family"] and line["fails"])
        assert mistaken == (line["verdict"] == "wrong")
        assert not line["idea"] or line["idea"] not in line["code"]


def test_the_same_bank_gives_the_same_bytes(folder, tmp_path):
    write_dataset(tmp_path)
    for name in (DATA, CARD, SCORE):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_every_slip_has_a_family_and_every_family_a_slip(folder):
    found = Counter(slip.family for lab in lab_names() for slip in slips(lab))
    assert found.keys() == FAMILIES.keys()
    shown = (folder / CARD).read_text()
    for family, what in FAMILIES.items():
        assert f"| `{family}` | {what} | {found[family]} |" in shown


def test_the_loader_of_the_card_loads_it(folder, monkeypatch):
    monkeypatch.chdir(folder)
    code = re.search(r"```python\n(.*?)```", (folder / CARD).read_text(), re.S)[1]
    assert len(code.strip().splitlines()) <= 10
    space = {}
    exec(code, space)
    found = space["load"](lab="lab3_conv2d", verdict="wrong")
    assert len(found) == len(slips("lab3_conv2d"))


def said(answers, **by_verdict):
    return [{"id": a["id"], **by_verdict[a["verdict"]]} for a in answers]


def test_a_perfect_grader_and_diagnoser_and_a_useless_one_are_told_apart():
    answers = [row for row in rows() if row["lab"] == "lab1_dot"]
    wrong = sum(row["verdict"] == "wrong" for row in answers)
    perfect = [
        {"id": a["id"], "verdict": a["verdict"], "names": [a["slip"]] * (a["verdict"] == "wrong")}
        for a in answers
    ]
    counts = score(answers, perfect)
    assert counts["named truly"] == counts["wrong, judged wrong"] == wrong
    assert counts["right, judged wrong"] == counts["right ones accused"] == 0
    useless = [{"id": a["id"], "verdict": "right", "names": ["nonsense"]} for a in answers]
    counts = score(answers, useless)
    assert counts["wrong, judged right"] == counts["named falsely"] == wrong
    assert counts["right ones accused"] == len(answers) - wrong
    counts = score(answers, [])
    assert counts["missing"] == len(answers)
    assert counts["silent"] == wrong
    assert table(counts) == [f"{len(answers)} answers, {len(answers)} of them without a prediction"]


@pytest.mark.parametrize(
    "row",
    [
        {"id": "nobody"},
        {"id": "a", "verdict": "perhaps"},
        {"id": "a", "names": "slip"},
        {"id": "a", "names": [["slip"]]},
        {"id": "a", "names": [{"slip": 1}]},
    ],
)
def test_a_prediction_that_makes_no_sense_is_refused(row):
    with pytest.raises(ValueError, match=r"nobody|'a'"):
        score([{"id": "a", "verdict": "right", "slip": "s"}], [row])


def test_an_id_that_is_no_text_is_refused():
    with pytest.raises(ValueError, match=r"\['a'\] is not an id"):
        score([{"id": "a", "verdict": "right", "slip": "s"}], [{"id": ["a"]}])


def test_who_names_everything_is_told_from_who_knows():
    answers = [{"id": str(n), "verdict": "wrong", "slip": f"slip{n}"} for n in range(5)]
    slips_ = [a["slip"] for a in answers]
    knows = score(answers, [{"id": a["id"], "names": [a["slip"]]} for a in answers])
    guesses = score(answers, [{"id": a["id"], "names": slips_} for a in answers])
    assert knows["named truly"] == guesses["named truly"] == 5
    assert (knows["false names"], guesses["false names"]) == (0, 20)


def test_files_of_other_editors_are_read(tmp_path):
    for number, text in enumerate(('\ufeff{"id": "a"}\r\n\r\n{"id": "b"}', '{"id": "a\u2028b"}\n')):
        path = tmp_path / f"{number}.jsonl"
        path.write_bytes(text.encode())
        assert [row["id"] for row in read(path)] == [["a", "b"], ["a\u2028b"]][number]


def test_the_script_that_goes_with_it_runs_by_itself(folder, tmp_path):
    answers = [json.loads(line) for line in (folder / DATA).read_text().splitlines()]
    (tmp_path / "p.jsonl").write_text(
        "\n".join(json.dumps({"id": a["id"], "verdict": "wrong"}) for a in answers)
    )
    done = subprocess.run(
        [sys.executable, "-I", folder / SCORE, tmp_path / "p.jsonl", folder / DATA],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    right = sum(a["verdict"] == "right" for a in answers)
    assert f"right answers refused        {right} of {right} (100 %)" in done.stdout
    (tmp_path / "p.jsonl").write_text("no json")
    done = subprocess.run(
        [sys.executable, "-I", folder / SCORE, tmp_path / "p.jsonl", folder / DATA],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "line 1: no JSON object" in done.stderr


def test_the_command_writes_it(tmp_path, capsys):
    assert main(["dataset", str(tmp_path / "new" / "data")]) == 0
    assert "wrong answers" in capsys.readouterr().out
    assert sorted(path.name for path in (tmp_path / "new" / "data").iterdir()) == sorted(
        [DATA, CARD, SCORE]
    )


@pytest.fixture(scope="module")
def baselines():
    path = ROOT / "benchmarks" / "baselines.py"
    spec = util.spec_from_file_location("baselines", path)
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_published_checks_draw_what_their_courses_draw(baselines):
    for printed, ours in baselines.published():
        assert ours == pytest.approx(printed, rel=1e-6)


@thorough
def test_the_table_of_baselines_in_the_docs_is_what_the_script_gives(baselines):
    shown = (ROOT / "docs" / "audit.md").read_text()
    for title, name, wrong, right in baselines.judged():
        caught = sum(wrong.values())
        share = 100 * caught // len(wrong)
        line = f"| {title} | `{name}` | {caught} of {len(wrong)} ({share} %) "
        assert f"{line}| {sum(right.values())} of {len(right)} |" in shown
