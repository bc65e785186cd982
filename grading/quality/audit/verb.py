"""The verb `audit`: survey a notebook, and write what was found."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from grading.authoring.source import source_notebook
from grading.labfile import out_of_bounds
from grading.paths import lab_names
from grading.quality.audit.findings import report
from grading.quality.audit.found import KINDS, Report
from grading.quality.audit.notebook import Audited, NotebookProblem, audited, read_notebook
from grading.quality.audit.page import page
from grading.quality.audit.survey import survey
from grading.quality.mutant_scores import accepted_in
from grading.terminal import printable_lines
from grading.whole import write_whole
from grading.wording import counted


def audit(options: Any) -> int:
    """Run the verb; return 0 if no hole was found, else 1."""
    if options.alternatives and not options.alternatives.is_dir():
        raise NotebookProblem(f"There is no folder {options.alternatives}.")
    notebook = find(options.notebook, options.format, options.accepted)
    found = report(
        survey(notebook, options.alternatives, options.seeds, show=True, jobs=options.jobs)
    )
    if options.json:
        write_whole(options.json, as_json(found))
    if options.html:
        write_whole(options.html, page(found))
    print(printable_lines("\n".join(summary(found))))
    for path in (options.html, options.json):
        if path:
            print(path)
    if not options.html:
        print("--html FILE writes a page that shows each survivor with a test that it fails.")
    return 1 if found.holes else 0


def find(name: str, kind: str = "nbgrader", accepted: Path | None = None) -> Audited:
    """The notebook at this path, or the lab of this name."""
    if name in lab_names() and not Path(name).exists():
        found = audited(source_notebook(name), name)
        found = replace(found, out_of_bounds=out_of_bounds(name), accepted=accepted_in(name))
    else:
        found = read_notebook(Path(name), kind)
    if accepted is not None:
        found = replace(found, accepted=accepted_in(found.title, accepted))
    return found


def as_json(found: Report) -> str:
    """The report as JSON."""
    content = asdict(found)
    for finding, raw in zip(found.findings, content["findings"], strict=True):
        raw["hole"], raw["heading"] = finding.hole, KINDS[finding.kind]
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def summary(found: Report) -> list[str]:
    """The report for the terminal: a line for each exercise and each hole."""
    lines = [
        "| exercise | tests | points | mutants | refused | pass, wrong | as solution | undecided "
        "| correct solutions refused | most for nothing |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in found.rows:
        refused = row.killed + row.elsewhere
        lines.append(
            f"| {row.name} | {row.tests} | {row.points:g} | {row.mutants} | {refused} "
            f"| {row.survivors} | {row.alike + row.accepted} | {row.undecided} "
            f"| {row.ways_refused} of {row.ways} | {row.paid:g} |"
        )
    holes = found.holes
    lines += ["", f"{counted(len(holes), 'hole')}, worst first:" if holes else "No hole was found."]
    for number, finding in enumerate(holes, 1):
        where = f"{finding.exercise}: " if finding.exercise else ""
        lines.append(f"{number:3}. [{finding.kind}] {where}{finding.text}")
    notes = len(found.findings) - len(holes)
    return [*lines, f"{notes} notes are yours to judge: see the page." if notes else ""]
