"""For all tests: an instructor's own gradebook is never theirs, and theirs need not last."""

import os
import resource
import signal

import pytest
from hypothesis import settings

from grading.records.hurried import hurried_gradebooks

os.environ.pop("GRADEBOOK_URL", None)

# A busy machine is no mistake of ours. And CI tries the same examples each time, so that a red run
# is red again when it is looked into.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if "CI" in os.environ else "here")


LONGEST = ("test_machine.py", "test_audit.py", "test_hostile.py", "test_bank.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The longest files first, whatever the order: no processor waits for one at the end."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


@pytest.fixture(scope="session", autouse=True)
def _gradebooks_do_not_wait_for_the_disk():
    """A killed process loses nothing; what a power cut would leave is no test's question."""
    with hurried_gradebooks():
        yield


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_is_heard():
    """A shell that starts pytest behind its back lets it ignore Ctrl-C; asyncio does not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def by_hand(monkeypatch):
    """Results as the engine makes them, without running anybody's code (`quick`)."""
    import quick

    import grading.classroom.processes

    by_hand = lambda graders, job: quick.grade_by_hand(job)  # noqa: E731
    monkeypatch.setattr(grading.classroom.processes.Graders, "grade", by_hand)
    monkeypatch.setattr(grading.classroom.processes.Graders, "prepare", lambda *_: None)


# nbgrader puts its folder before PATH each time; pytest says in which test it is; Dask's processes
# are told what they need.
PASSING = (
    "PATH",
    "PYTEST_CURRENT_TEST",
    "MALLOC_TRIM_THRESHOLD_",
    "PYTHONHASHSEED",
    "__DASK_PARENT_PID",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
)


def _of_this_process():
    limits = ("RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_NOFILE", "RLIMIT_NPROC", "RLIMIT_STACK")
    return {
        "processors": os.sched_getaffinity(0),
        "folder": os.getcwd(),
        **{limit: resource.getrlimit(getattr(resource, limit)) for limit in limits},
        "handlers": [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGALRM)],
        "alarm": signal.getitimer(signal.ITIMER_REAL),
        **{f"${name}": value for name, value in os.environ.items() if name not in PASSING},
    }


@pytest.fixture(autouse=True)
def _the_process_stays_as_it_was():
    """What one test changes here, another one fails for: pytest itself is nobody's to change."""
    before = _of_this_process()
    yield
    after = _of_this_process()
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    assert not changed, {name: (before.get(name), after.get(name)) for name in changed}
