"""The bank under many seeds: with other random data, each slip must fail the same tests.

A slip that fails a test by chance passes it under another seed. The sandbox does not depend on the
seed, so this uses plain processes, which take a twentieth of the time.
"""

import warnings
from concurrent.futures import as_completed

from tqdm import tqdm

from grading.engine.limits import environment
from grading.labfile import name_tested
from grading.quality.bank import own_solutions, right_solutions, slips, verdicts
from grading.quality.nothings import nothings


def try_seeds(lab, exercises, seeds, pool):
    """Check the bank under other seeds, each in its own process.

    Errors are added to the mismatches and counts of the exercises: a solution that misbehaves under
    one seed is neither caught nor accepted.
    """
    about = {exercise.name: exercise for exercise in exercises}
    tasks = {pool.submit(wrong_under, lab.name, seed, list(lab.points)): seed for seed in seeds}
    odd = {}
    for task in tqdm(as_completed(tasks), f"{lab.name}, more seeds", len(tasks), leave=False):
        for name, title, kind, line in task.result():
            odd.setdefault((name, title, kind), []).append(f"seed {tasks[task]}: {line}")
    for (name, _, kind), lines in odd.items():
        about[name].mismatches += sorted(lines)
        about[name].caught -= kind == "wrong"
        about[name].accepted -= kind == "right"


def wrong_under(lab, seed, tests):
    """The errors of a lab's bank under a seed, found in this process.

    Parameters
    ----------
    lab : str
    seed : int
    tests : list of str
        Names of the tests that have points.

    Returns
    -------
    list of tuple
        Name, title, kind ("wrong", "right" or "nothing") and a line that says what is wrong.
    """
    own = own_solutions(lab)
    asked = [(name, title, {name: source}, set()) for name, title, source in right_solutions(lab)]
    asked += [(s.name, s.slip, {s.name: s.source}, set(s.fails)) for s in slips(lab)]
    together = {}
    for name, source in own.items():
        about = {test for test in tests if name_tested(test, own) == name}
        for title, text in nothings(name, source) if about else ():
            asked.append((name, title, {name: text}, about))
            together.setdefault(title, {})[name] = text
    asked += [(next(iter(a)), f"{t}, everywhere", a, set(tests)) for t, a in together.items()]
    found = []
    with environment(CHECKING_SEED=str(seed)), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of wrong solutions
        for name, title, answers, fails in asked:
            nothing = title.startswith("nothing: ")
            failed = {test: error for test, error in verdicts(lab, answers) if error is not None}
            # Tests of what builds on an answer without content may fail too: they are not checked.
            odd = fails - set(failed) if nothing else fails ^ set(failed)
            kind = "nothing" if nothing else "wrong" if fails else "right"
            for test in sorted(odd):
                said = f"fails: {failed[test]}" if test in failed else "should fail, but passes."
                found.append((name, title, kind, f"{lab}/{name}/{title}: {test} {said}"))
    return found
