"""Count the mutants of the labs' solutions that tests refuse: all should be but those listed."""

import os
import resource
import signal
import tomllib
import warnings
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from tqdm import tqdm

from grading.authoring.source import source_notebook
from grading.engine.limits import end_with_parent, stopped_by
from grading.labfile import facts, mark_of, name_tested
from grading.paths import lab_names
from grading.quality.bank import own_solutions, verdicts
from grading.quality.mutants import mutants_of

LABS = [lab for lab in lab_names() if facts(lab).mutants]
EQUIVALENT = Path(__file__).with_name("mutants.toml")
SECONDS = 10  # of CPU, for all tests of one mutant: some never end
MEMORY = 3 << 30  # bytes of address space


@dataclass
class Score:
    """The score of one exercise's tests."""

    lab: str
    name: str
    mutants: int = 0
    equivalent: dict = field(default_factory=dict)  # change: reason, for those that may pass
    survivors: list = field(default_factory=list)  # changes that pass but should not
    stale: list = field(default_factory=list)  # listed as equivalent, but refused or never made


def accepted_in(lab, path=EQUIVALENT):
    """Equivalent changes by exercise, each with the reason."""
    known = tomllib.loads(path.read_text(encoding="utf-8"))
    return known.get(lab, {})


def exercises(lab):
    """The lab's own solutions to exercises with points, by name."""
    own = own_solutions(lab)
    marks = [mark_of(cell) for cell in source_notebook(lab).cells]
    paid = {name_tested(m.name, own) for m in marks if m.kind == "test" and m.points}
    return {name: source for name, source in own.items() if name in paid}


def try_mutants(labs, every=1, show=False):
    """Run the tests on the mutants of some labs.

    Parameters
    ----------
    labs : list of str
    every : int
        Take only every n-th mutant.
    show : bool
        Whether to show a progress bar.

    Returns
    -------
    list of Score
    """
    scores, tasks = [], {}
    # Separate processes: a mutant may eat memory or never end.
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_begin_worker) as pool:
        for lab in labs:
            known = accepted_in(lab)
            for name, source in exercises(lab).items():
                made = mutants_of(source)
                reasons = known.get(name, {})
                listed = {change for change in reasons if " → " in change}  # the audit has others
                stale = sorted(listed - {mutant.change for mutant in made})
                score = Score(lab, name, len(made[::every]), stale=stale)
                scores.append(score)
                for mutant in made[::every]:
                    task = pool.submit(is_refused, lab, name, mutant.source)
                    tasks[task] = score, mutant.change, reasons.get(mutant.change)
        for task in tqdm(as_completed(tasks), desc="Mutants", total=len(tasks), disable=not show):
            score, change, reason = tasks[task]
            refused = task.result()
            if refused and reason:
                score.stale.append(change)
            elif not refused and reason:
                score.equivalent[change] = reason
            elif not refused:
                score.survivors.append(change)
    return scores


class _Stopped(BaseException):
    """A mutant took too long. No `except Exception` in it can catch this."""


def is_refused(lab, name, source):
    """Whether a test of `name` fails or does not end with this solution."""
    try:
        with stopped_by(signal.ITIMER_PROF, SECONDS, _Stopped, again=1):
            return any(error is not None for _, error in verdicts(lab, {name: source}, only=name))
    except (_Stopped, MemoryError):
        return True


def _begin_worker():
    end_with_parent()
    os.environ["MPLBACKEND"] = "agg"
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def print_scores(scores):
    """Print the table of mutants, and survivors; return 1 if there are any, else 0."""
    print("| exercise | mutants | refused | equivalent | score |")
    print("|---|---:|---:|---:|---:|")
    every = [
        (f"{s.lab} `{s.name}`", s.mutants, len(s.equivalent), len(s.survivors)) for s in scores
    ]
    for title, *counts in [*every, ("all", *map(sum, list(zip(*every, strict=True))[1:]))]:
        mutants, equivalent, survivors = counts
        refused = mutants - equivalent - survivors
        score = int(100 * refused / (mutants - equivalent))
        print(f"| {title} | {mutants} | {refused} | {equivalent} | {score} % |")
    for line in complaints(scores):
        print(line)
    return 1 if complaints(scores) else 0


def complaints(scores):
    """Mutants that the tests should refuse, and outdated lines of the list."""
    passes = [f"{s.lab}/{s.name} passes: {change}" for s in scores for change in s.survivors]
    return passes + [
        f"{EQUIVALENT.name}, {s.lab}/{s.name}: {change!r} is not a mutant that passes: remove it."
        for s in scores
        for change in s.stale
    ]
