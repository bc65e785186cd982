"""Wrong answers that no idea explains, grouped by how they behave, over a class."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from grading.engine.model import Diagnosis


@dataclass(frozen=True)
class Group:
    """Answers to one exercise that are wrong in the same way.

    Attributes
    ----------
    key : str
        What an instructor calls it: the exercise and four letters, ``conv_1d:kQx3``.
    name : str
        The exercise.
    students : tuple of str
        Whose answers they are, by name.
    diagnosis : Diagnosis
        Of the first of them: when it is wrong, and the smallest case.
    tests : tuple of str
        The tests that all of them fail.
    """

    key: str
    name: str
    students: tuple[str, ...]
    diagnosis: Diagnosis
    tests: tuple[str, ...]


def groups(works: list[Any]) -> list[Group]:
    """Group a lab's answers that are wrong in a way that nothing explains, the largest first.

    Parameters
    ----------
    works : list of grading.records.points.Work
    """
    found = defaultdict(list)
    for work in works:
        for name, diagnosis in work.diagnoses.items():
            if diagnosis.unknown and diagnosis.behaviour:
                found[name, diagnosis.behaviour].append((work, diagnosis))
    made = []
    for (name, behaviour), members in found.items():
        failed = [{test for test, why in work.reasons.items() if why} for work, _ in members]
        made.append(
            Group(
                f"{name}:{behaviour}",
                name,
                tuple(sorted(work.student for work, _ in members)),
                members[0][1],
                tuple(sorted(test for test in set.intersection(*failed) if name in test)),
            )
        )
    return sorted(made, key=lambda group: (-len(group.students), group.key))
