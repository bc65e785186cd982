"""A student's process ends with its examiner, and keeps to one processor, as a busy one does."""

import os
import select

import pytest

from grading.engine import limits
from grading.engine.examiner import grade
from grading.engine.lifelines import Lifelines
from grading.engine.model import Cell
from grading.engine.nursery import Nursery
from grading.engine.student_handle import Child

STUBBORN = """
import threading
def again():
    while True:
        pass
for _ in range(5):
    threading.Thread(target=again, daemon=True).start()
def curve():
    try:
        again()
    except BaseException:
        curve()
curve()
"""


def test_a_process_that_never_ends_is_killed_when_its_examiner_has_gone(nursery):
    channel, report = nursery.fork(0)
    process = os.pidfd_open(report["pid"])
    channel.send({"do": "run", "source": STUBBORN})
    assert not select.select([process], [], [], 0.5)[0]  # so that the line below can fail
    channel.close()  # as the kernel closes it, whatever the examiner dies of
    assert select.select([process], [], [], 600)[0]
    os.close(process)


def test_the_end_of_one_is_not_the_end_of_another(nursery):
    one, other = Child(nursery, 0), Child(nursery, 0)
    one.end()
    other.run("x = 3")
    assert other.get("x") == 3
    other.end()


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="there is one processor")
def test_two_at_the_same_time_are_on_two_processors_and_cannot_leave_them():
    nursery = Nursery()  # its own: of another one's children some may be about to end
    children = [Child(nursery, 0), Child(nursery, 0)]
    where = "import os\nhere = os.sched_getaffinity(0)"
    for child in children:
        child.run(where)
        child.run("try:\n    os.sched_setaffinity(0, range(99))\nexcept OSError:\n    stays = True")
    assert all(child.get("stays") for child in children)
    first, second = (child.get("here") for child in children)
    assert (len(first), len(second)) == (1, 1)
    for child in children:
        child.end()
    nursery.close()
    assert first != second


def test_a_processor_is_free_again_when_its_process_has_ended():
    lines = Lifelines()
    before = lines.processor()
    theirs, ours = os.pipe()
    pid = os.posix_spawn("/bin/sleep", ["sleep", "1000"], {})
    lines.add(theirs, pid, before)
    assert lines.load[before] == 1
    os.close(ours)
    control, other = os.pipe()
    os.write(other, b"x")
    while lines.load[before]:
        lines.wait(control)
    os.waitpid(pid, 0)
    os.close(control)
    os.close(other)
    assert lines.children == {}


WHERE = """
import os
def processors():
    return sorted(os.sched_getaffinity(0))
"""
FAR = """
import os, time
end = time.process_time() + {seconds}
while time.process_time() < end and len(os.sched_getaffinity(0)) > 1:
    pass
assert sorted(os.sched_getaffinity(0)) {equals} processors()
"""


@pytest.mark.skipif(len(os.sched_getaffinity(0)) < 2, reason="there is one processor")
@pytest.mark.parametrize(("seconds", "equals"), [(5, "=="), (0, "!=")])
def test_an_examiner_that_takes_long_keeps_to_its_students_processor(
    nursery, monkeypatch, seconds, equals
):
    monkeypatch.setattr(limits, "FREE_SECONDS", 0.5)
    before = os.sched_getaffinity(0)
    tests = [FAR.format(seconds=seconds, equals=equals)] * 2
    sources = [("student", WHERE), *(("test", source) for source in tests)]
    cells = [
        Cell(kind, n, source, f"cell_{n}", kind == "test")
        for n, (kind, source) in enumerate(sources)
    ]
    found = grade(cells, nursery, 7, cell_seconds=600, all_seconds=3600).outcomes
    assert [found[n].why for n in (1, 2)] == ["", ""]
    assert os.sched_getaffinity(0) == before
