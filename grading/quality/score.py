"""Score a grader or a diagnoser on the data set of wrong and right answers.

    python score.py PREDICTIONS [ANSWERS]

PREDICTIONS is JSON Lines: {"id": ..., "verdict": "right" or "wrong", "names": [...]}. `verdict` is
what a grader says of an answer, `names` the slips or ids that a diagnoser believes it has seen.
Needs nothing but Python.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path


def read(path):
    """The lines of a file, as dicts.

    Raises
    ------
    ValueError
        A line is no JSON object.
    """
    found = []
    # Not splitlines: a text in JSON may hold other ends of lines than this one.
    for number, line in enumerate(Path(path).read_text(encoding="utf-8-sig").split("\n"), 1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError:
                row = None
            if not isinstance(row, dict):
                raise ValueError(f"{path}, line {number}: no JSON object.")
            found.append(row)
    return found


def score(answers, predictions):
    """Count the predictions for the answers.

    Returns
    -------
    dict
        Counts; `graded` and `diagnosed` say whether anything of that kind was predicted.

    Raises
    ------
    ValueError
        A prediction is about no answer, about one twice, or says something else than it may.
    """
    known = {answer["id"]: answer for answer in answers}
    said = {}
    for row in predictions:
        key, verdict, names = row.get("id"), row.get("verdict"), row.get("names") or []
        if not isinstance(key, str) or key not in known:
            raise ValueError(f"{key!r} is not an id of the data set.")
        if key in said:
            raise ValueError(f"{key!r} is predicted twice.")
        if verdict not in (None, "right", "wrong"):
            raise ValueError(f"{key!r}: a verdict is right or wrong, not {verdict!r}.")
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise ValueError(f"{key!r}: names are a list of texts.")
        said[key] = {**row, "names": set(names)} if "names" in row else row
    counts = Counter(answers=len(answers), missing=len(known.keys() - said.keys()))
    counts["graded"] = any(row.get("verdict") for row in said.values())
    counts["diagnosed"] = any("names" in row for row in said.values())
    for key, answer in known.items():
        row = said.get(key, {})
        truth = answer["verdict"]
        counts[truth] += 1
        counts[f"{truth}, judged {row.get('verdict') or 'not at all'}"] += 1
        names = row.get("names", set())
        if truth == "wrong":
            is_true = bool(names & {key, answer["slip"]})
            counts["false names"] += len(names - {key, answer["slip"]})
            counts["named truly" if is_true else "named falsely" if names else "silent"] += 1
        else:
            counts["right ones accused"] += bool(names)
    return counts


def table(counts):
    """The counts as lines of text."""
    wrong, right = counts["wrong"], counts["right"]
    lines = [f"{counts['answers']} answers, {counts['missing']} of them without a prediction"]
    if counts["graded"]:
        caught, accepted = counts["wrong, judged wrong"], counts["right, judged right"]
        lines += [
            f"verdicts that are right      {share(caught + accepted, wrong + right)}",
            f"wrong answers that pass      {share(counts['wrong, judged right'], wrong)}",
            f"right answers refused        {share(counts['right, judged wrong'], right)}",
        ]
    if counts["diagnosed"]:
        lines += [
            f"wrong answers named truly    {share(counts['named truly'], wrong)}",
            f"wrong answers named falsely  {share(counts['named falsely'], wrong)}",
            f"wrong answers, not a word    {share(counts['silent'], wrong)}",
            f"right answers accused        {share(counts['right ones accused'], right)}",
            f"false names for wrong answers, also beside a true one: {counts['false names']}",
        ]
    return lines


def share(part, whole):
    """A count and its percentage; 100 % only if it is all."""
    return f"{part} of {whole} ({int(100 * part / whole) if whole else 0} %)"


def main(arguments=None):
    """Print the score; return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("predictions", metavar="PREDICTIONS")
    parser.add_argument("answers", nargs="?", metavar="ANSWERS", default="answers.jsonl")
    options = parser.parse_args(arguments)
    try:
        print("\n".join(table(score(read(options.answers), read(options.predictions)))))
    except (OSError, ValueError, KeyError) as error:
        print(f"Cannot be scored: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
