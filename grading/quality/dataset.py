"""The bank as a data set for others: one JSON line per answer, a card, a scoring script.

It depends only on the bank: the same bank gives the same bytes.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grading.paths import lab_names
from grading.quality import score
from grading.quality.bank import FAMILIES, own_solutions, right_solutions, slips
from grading.whole import write_whole

DATA, CARD, SCORE = "answers.jsonl", "README.md", "score.py"
LICENCE = "BSD-3-Clause"
SPLIT = "public"
CARD_TEXT = Path(__file__).with_name("dataset_card.md")
LOADER = '''import json


def load(path="answers.jsonl", **wanted):
    """Answers as dicts; `load(lab="lab3_conv2d", verdict="wrong")` gives some of them."""
    with open(path, encoding="utf-8") as file:
        answers = [json.loads(line) for line in file]
    return [a for a in answers if all(a[key] == value for key, value in wanted.items())]'''


def rows() -> Iterator[dict[str, Any]]:
    """All answers of the bank in a fixed order, with the labs' own solutions as right ones."""
    for lab in lab_names():
        for name, source in own_solutions(lab).items():
            yield _row(lab, name, "the_labs_own", _without_marks(source), "right")
        for name, way, source in right_solutions(lab):
            yield _row(lab, name, way, source, "right")
        for slip in slips(lab):
            yield _row(
                lab,
                slip.name,
                slip.slip,
                _without_docstring(slip.source),
                "wrong",
                idea=slip.idea,
                hint=slip.hint,
                family=slip.family,
                fails=sorted(slip.fails_sandboxed),
            )


def _row(lab, name, slip, code, verdict, idea="", hint="", family="", fails=()):
    key = f"{lab}/{name}/{verdict}/{slip}"
    return {
        "id": hashlib.sha256(key.encode()).hexdigest()[:16],
        "lab": lab,
        "name": name,
        "slip": slip,
        "verdict": verdict,
        "idea": idea,
        "hint": hint,
        "family": family,
        "fails": list(fails),
        "code": code.strip() + "\n",
        "licence": LICENCE,
        "split": SPLIT,
    }


def _without_docstring(source):
    """The code without the docstring, which gives its idea away."""
    return re.sub(r'\A\s*"""(?:\\.|[^\\])*?"""', "", source, count=1, flags=re.S)


def _without_marks(source):
    lines = [
        line for line in source.split("\n") if "### BEGIN" not in line and "### END" not in line
    ]
    return "\n".join(lines)


def write_dataset(folder: Path) -> dict[str, int]:
    """Write the data, the card and the scoring script; return counts by verdict."""
    made = list(rows())
    lines = [json.dumps(row, ensure_ascii=False, sort_keys=True) for row in made]
    write_whole(folder / DATA, "\n".join(lines) + "\n")
    write_whole(folder / CARD, card(made))
    write_whole(folder / SCORE, Path(score.__file__).read_bytes())
    return dict(Counter(row["verdict"] for row in made))


def card(made: list[dict[str, Any]]) -> str:
    """The data card, with the counts of the data."""
    counts = Counter((row["lab"], row["verdict"]) for row in made)
    labs = sorted({row["lab"] for row in made})
    found = Counter(row["family"] for row in made if row["verdict"] == "wrong")
    return CARD_TEXT.read_text(encoding="utf-8").format(
        answers=len(made),
        exercises=len({(row["lab"], row["name"]) for row in made}),
        labs=len(labs),
        wrong=sum(row["verdict"] == "wrong" for row in made),
        right=sum(row["verdict"] == "right" for row in made),
        data=DATA,
        licence=LICENCE,
        split=SPLIT,
        table="\n".join(
            f"| {lab} | {counts[lab, 'wrong']} | {counts[lab, 'right']} |" for lab in labs
        ),
        families="\n".join(
            f"| `{name}` | {what} | {found[name]} |" for name, what in FAMILIES.items()
        ),
        loader=LOADER,
    )
