"""The bank under many seeds: with other random data, each slip must fail the same tests.

A slip that fails a test by chance passes it under another seed. Nothing of the sandbox depends on
the seed, so this asks plain processes, which take a twentieth of the time.
"""

import warnings
from concurrent.futures import as_completed

from tqdm import tqdm

from grading.engine.limits import environment
from grading.labfile import name_tested
from grading.quality.bank import own_solutions, right_solutions, slips, verdicts
from grading.quality.nothings import nothings


def try_seeds(lab, exercises, seeds, pool, show=False):
    """Ask the same of the bank under other seeds, in a process for each: much is as it was.

    What goes wrong is added to the mismatches of the exercises, and counted by them: a solution
    that is not as it should be under one seed is neither caught nor accepted.
    """
    about = {exercise.name: exercise for exercise in exercises}
    tasks = {pool.submit(wrong_under, lab.name, seed, list(lab.points)): seed for seed in seeds}
    odd = {}
    for task in tqdm(
        as_completed(tasks), f"{lab.name}, more seeds", len(tasks), False, disable=not show
    ):
        for name, title, kind, line in task.result():
            odd.setdefault((name, title, kind), []).append(f"seed {tasks[task]}: {line}")
    for (name, _, kind), lines in odd.items():
        about[name].mismatches += sorted(lines)
        about[name].caught -= kind == "wrong"
        about[name].accepted -= kind == "right"


def wrong_under(lab, seed, tests):
    """What is not as it should be in the bank of a lab under a seed, in this very process.

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
            # What is built on nothing may fail as well; what it earns is not the question.
            odd = fails - set(failed) if nothing else fails ^ set(failed)
            kind = "nothing" if nothing else "wrong" if fails else "right"
            for test in sorted(odd):
                said = f"fails: {failed[test]}" if test in failed else "should fail, and passes."
                found.append((name, title, kind, f"{lab}/{name}/{title}: {test} {said}"))
    return found
