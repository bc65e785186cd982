"""Make sentences.csv, the short reviews of lab 8.

    python lib/data/make_sentences.py

Nobody wrote these reviews: they come from the grammar below. A review of kind "order" holds one
good word and one bad word, and says `not` before one of them; the other one decides its label.
Each stands beside its twin, the same words with the two swapped, which means the opposite. A review
of kind "plain" holds a single good or bad word, and no `not`.

No pair of a good and a bad word that a test review holds is ever together in a training review. The
same holds for the adjectives and nouns of the plain ones.
"""

import csv
import io
import os
from pathlib import Path

GOOD = ("good", "great", "funny", "clever", "fresh", "warm", "lovely", "brilliant")
BAD = ("bad", "awful", "boring", "silly", "stale", "cold", "ugly", "weak")
NOUNS = ("film", "plot", "ending", "music", "cast", "story", "camera", "title")
PLAIN = ("{a}", "very {a}", "the {noun} is {a}", "i found the {noun} {a} from start to end")
ORDER = (
    "not {x} {y}",
    "{y} and not {x}",
    "the {noun} is not {x} but {y}",
    "the {noun} is {y} and not {x}",
    "not {x} at all i found the {noun} {y}",
    "i found the {noun} {y} and not very {x} from start to end",
)


def rows():
    """All reviews, as tuples of split, kind, label (1 is good) and sentence."""
    for i in range(8):
        for j in range(8):
            split = "test" if (j - i) % 8 in (0, 3) else "train"
            for t, template in enumerate(ORDER):
                noun = NOUNS[(3 * i + j + t) % 8]
                for x, y, label in ((BAD[j], GOOD[i], 1), (GOOD[i], BAD[j], 0)):
                    yield split, "order", label, template.format(x=x, y=y, noun=noun)
    for i in range(8):
        for template in PLAIN:
            nouns = [NOUNS[(i + step) % 8] for step in (0, 1, 2)] if "noun" in template else [""]
            for step, noun in enumerate(nouns):
                split = "test" if step == 2 else "train"
                for a, label in ((GOOD[i], 1), (BAD[i], 0)):
                    yield split, "plain", label, template.format(a=a, noun=noun)


def text():
    """The whole file."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(("split", "kind", "label", "sentence"))
    writer.writerows(rows())
    return page.getvalue()


if __name__ == "__main__":
    target = Path(__file__).with_name("sentences.csv")
    unfinished = target.with_suffix(".tmp")
    unfinished.write_text(text(), encoding="utf-8")
    os.replace(unfinished, target)
    print(f"{target.name}: {sum(1 for _ in rows())} sentences, {target.stat().st_size:,} bytes")
