"""For all tests: an instructor's own gradebook is never theirs, and theirs need not last."""

import fcntl
import gc
import io
import os
import resource
import shutil
import signal
import sys
from contextlib import redirect_stdout

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from thorough import IN_CI, examples

from grading.records.hurried import hurried_gradebooks

os.environ.pop("GRADEBOOK_URL", None)
collect_ignore_glob = ["diagnosis/held_out*"]  # 2,500 folders of answers, and no test

# A busy machine is no mistake of ours. And CI tries the same examples each time, so that a red run
# is red again when it is looked into.
settings.register_profile(
    "here",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=examples(100),
    derandomize=IN_CI,
)
settings.load_profile("here")


# Those that take longest, here or in CI.
LONGEST = [
    "test_machine.py", "test_hostile.py", "test_audit.py", "test_audit_samples.py", "test_bank.py",
    "test_labs.py", "test_autograde.py", "test_examiner.py", "test_paths.py", "test_grading.py",
    "test_audit_kinds.py", "test_diagnosis.py", "test_broken.py", "test_docs.py",
    "test_gradescope.py", "test_browser.py", "test_browser_anywhere.py", "test_figures.py",
    "test_term.py", "test_postgresql.py", "test_watch.py", "test_sandbox.py", "test_wheels.py",
]  # fmt: skip


def pytest_xdist_auto_num_workers():
    """Two more than there are processors: half of a run is waiting, for a page or a limit."""
    return len(os.sched_getaffinity(0)) + 2


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session):
    """What is collected stays to the end: nobody looks through it for what could be freed."""
    gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish(session):
    _first_example()
    gc.freeze()
    gc.set_threshold(5_000, 10, 10)  # seven times as rarely as Python does: 6 % of a run
    gc.enable()


@settings(max_examples=1, database=None)
@given(st.none())
def _first_example(_):
    """Hypothesis looks, once, whether somebody holds its random state: not among what is frozen."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """The longest files first, whatever the order: no processor waits for one at the end."""
    place = {name: number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.path.name, len(LONGEST)))


@pytest.fixture(scope="session", autouse=True)
def _no_process_goes_on():
    """What tests share ends with the session, while somebody can still be told if it does not."""
    yield
    if "tiny" in sys.modules:
        sys.modules["tiny"].end_graders()
    if "grading.engine.worker" in sys.modules:
        sys.modules["grading.engine.worker"].close_nurseries()


@pytest.fixture(scope="session", autouse=True)
def _gradebooks_do_not_wait_for_the_disk():
    """A killed process loses nothing; what a power cut would leave is no test's question."""
    with hurried_gradebooks():
        yield


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_is_heard():
    """A shell that starts pytest behind its back lets it ignore Ctrl-C; asyncio does not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def made_once(tmp_path_factory, name, make):
    """A folder that `make` makes, given its path: once for all processes of a run."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # which the others have too
    folder, new = base / name, base / f"{name}.new"
    with open(base / f"{name}.lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if not folder.exists():
            shutil.rmtree(new, ignore_errors=True)
            make(new)
            new.rename(folder)
    return folder


@pytest.fixture(scope="session")
def all_labs(tmp_path_factory):
    """A class with all labs released, to be copied."""
    from grading.authoring.release import release
    from grading.paths import lab_names

    def make(new):
        release(lab_names(), course=new, notebooks=new / "notebooks", say=lambda _: None)

    return made_once(tmp_path_factory, "all_labs", make)


@pytest.fixture(scope="session")
def demo_class(tmp_path_factory):
    """The demo class of lab 1, to be read, and `printed.txt` in it: what was printed."""
    from grading.demo import demo

    def make(new):
        with redirect_stdout(io.StringIO()) as printed:
            demo(new, labs=["lab1_dot"])
        (new / "printed.txt").write_text(printed.getvalue(), encoding="utf-8")

    return made_once(tmp_path_factory, "demo", make)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    """A browser for the tests of a file."""
    from browser import open_browser

    with open_browser(tmp_path_factory.mktemp("browser")) as browser:
        yield browser


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """A student's Python, with the packages that the labs need and no others."""
    import student

    return student.environment(tmp_path_factory.mktemp("student") / "env")


@pytest.fixture
def by_hand(monkeypatch):
    """Results as the engine makes them, without running anybody's code (`quick`)."""
    import quick

    import grading.classroom.processes

    by_hand = lambda graders, job: quick.grade_by_hand(job)  # noqa: E731
    monkeypatch.setattr(grading.classroom.processes.Graders, "grade", by_hand)
    monkeypatch.setattr(grading.classroom.processes.Graders, "prepare", lambda *_: None)


@pytest.fixture
def warm(monkeypatch):
    """The commands grade by processes that are there already, and leave them to the next test."""
    import tiny

    import grading.classroom.processes

    monkeypatch.setattr(tiny.graders(), "close", lambda: None)
    monkeypatch.setattr(grading.classroom.processes, "Graders", tiny.graders)


# nbgrader puts its folder before PATH each time; pytest says in which test it is; Dask's processes
# are told what they need.
PASSING = {"PATH", "PYTEST_CURRENT_TEST", "MALLOC_TRIM_THRESHOLD_", "PYTHONHASHSEED"}
PASSING |= {"__DASK_PARENT_PID", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"}


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
