"""The walls around the student's process: each is there, and without it the same thing succeeds."""

import os
import select
import socket
import struct
import subprocess
import sys
import time

import pytest
from tiny import LAB, POINTS, answered, hand_in, in_gradebook, make_course

from grading.engine import sandbox
from grading.engine.nursery import Nursery, StudentError
from grading.engine.student_handle import Child
from grading.engine.worker import close_nurseries
from grading.labfile import out_of_bounds
from grading.paths import ROOT

CLOSED = ("scipy", "PIL.ImageTk", "numpy.fft", "numpy.convolve")

MANY = """
import threading
threading.stack_size(65536)
go = threading.Event()
try:
    for _ in range(1000):
        threading.Thread(target=go.wait, daemon=True).start()
except RuntimeError as error:
    raise OSError(str(error))
finally:
    go.set()
"""
# What a process might try; {secret} is a file that it may not read, {new} one that is not there.
FORBIDDEN = {
    "read a file of the user": "open({secret!r}).read()",
    "read it by its descriptor number": "os.open({secret!r}, os.O_RDONLY)",
    "read the list of users": "open('/etc/passwd').read()",
    "list a folder": "os.listdir('/tmp')",
    "read the project's tests": "open({root!r} + '/tests/engine/test_sandbox.py').read()",
    "read the grader's source": "open({root!r} + '/grading/engine/codec.py').read()",
    "have more open than the engine's line": (
        "if sum(map(is_open, range(3, 1024))) <= 2: raise OSError('no more')"
    ),
    "read its memory map": "open('/proc/self/maps').read()",
    "read another process's command line": "open(f'/proc/{{os.getppid()}}/cmdline').read()",
    "write a file": "open({new!r}, 'w').write('x')",
    "empty a file that it opens for reading": "os.open('/dev/null', os.O_RDONLY | os.O_TRUNC)",
    "write to what it may read": "open('/dev/null', 'w')",
    "append to a file": "open({secret!r}, 'a').write('x')",
    "write a package": "open(numpy.__file__, 'a')",
    "make a folder": "os.mkdir({new!r})",
    "make a link": "os.symlink('/etc/passwd', {new!r})",
    "rename a file": "os.rename({secret!r}, {secret!r})",
    "change a file's mode": "os.chmod({secret!r}, 0o600)",
    "change a file's time": "os.utime({secret!r})",
    "make a named pipe": "os.mkfifo({new!r})",
    "share memory": "shared_memory.SharedMemory(create=True, size=1).unlink()",
    "open a TCP socket": "socket.socket()",
    "open a UDP socket": "socket.socket(type=socket.SOCK_DGRAM)",
    "open a local socket": "socket.socket(socket.AF_UNIX)",
    "make a pair of sockets": "socket.socketpair()",
    "fork": "os.fork() or os._exit(0)",
    "start a program": "subprocess.run(['true'], check=True)",
    "start a process of the same program": "ctx.Process(target=print).start()",
    "become another program": "os.execv('/bin/sleep', ['sleep', '3'])",
    "signal its parent": "os.kill(os.getppid(), 0)",
    "signal everybody in its group": "os.killpg(os.getpgrp(), 0)",
    "lower a limit of its parent": "resource.prlimit(os.getppid(), resource.RLIMIT_CPU)",
    "raise its limits": "resource.setrlimit(resource.RLIMIT_CPU, (10**6, 10**6))",
    "take four gigabytes": "numpy.empty(4 << 30, 'u1')",
    "open two hundred files": "[open('/dev/null') for _ in range(200)]",
    "start a thousand threads": MANY,
    "change its folder": "os.chdir('/tmp')",
    "change its priority": "os.nice(1)",
    "import what is out of bounds": "import scipy.signal",
    "read what is out of bounds": "open({site!r} + '/scipy/__init__.py').read()",
    "load a library that is out of bounds": "ctypes.CDLL({scipy!r})",
    "use a function that is out of bounds": "numpy.convolve([1, 2], [1])",
    "use a module that is out of bounds": "numpy.fft.fft([1, 2])",
    "read a closed module inside an open package": "open({site!r} + '/PIL/ImageTk.py').read()",
}
FLAGS = (  # all that a message may say beside "do not wait" and "send no signal"
    "MSG_OOB", "MSG_DONTROUTE", "MSG_EOR", "MSG_MORE", "MSG_CONFIRM", "MSG_FASTOPEN", "MSG_PEEK",
)  # fmt: skip
LINE = """
import gc, socket, struct, ctypes
student = next(found for found in gc.get_objects() if type(found).__name__ == "Student")
sock = student.channel.sock
"""
AS_ROOT = {"become root": "os.setuid(0)", "change the machine's name": "os.sethostname('x')"}
ALLOWED = {
    "compute": "assert (numpy.arange(3) @ numpy.arange(3)) == 5",
    "import the usual packages": "import numpy.linalg, matplotlib.pyplot, PIL.Image, lib.checking",
    "import the standard library": "import json, csv, sqlite3, decimal, statistics, html.parser",
    "use the bundled digits": "from lib.mnist import load_mnist; load_mnist()",
    "start threads": "import threading; t = threading.Thread(target=print); t.start(); t.join()",
    "draw": "import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.title('$x^2$'); plt.show()",
    "take a hundred megabytes": "bytearray(100 << 20)",
    "know the time": "import datetime; datetime.datetime.now().astimezone()",
    "random numbers": "import secrets; secrets.token_bytes(8); numpy.random.default_rng().random()",
    "sleep and wait": "import time, asyncio; time.sleep(0.01); asyncio.run(asyncio.sleep(0.01))",
}
BEFORE = """
import ctypes, os, resource, socket, subprocess, multiprocessing, numpy
from multiprocessing import shared_memory
ctx = multiprocessing.get_context("fork")
def is_open(number):
    try:
        return bool(os.fstat(number))
    except OSError:
        return False
"""


def nursery(trusted):
    started = Nursery(CLOSED if not trusted else (), trusted)
    try:
        started.prove()
        yield started
    finally:
        started.close()


@pytest.fixture(scope="module")
def inside():
    yield from nursery(trusted=False)


@pytest.fixture(scope="module")
def outside():
    yield from nursery(trusted=True)


def happened(nursery, source, tmp_path):
    """Error that a cell ends with, in a process of its own; None if it succeeds."""
    secret = tmp_path / "secret"
    secret.write_text("42")
    site = sandbox.sysconfig.get_path("purelib")
    library = next(sandbox.Path(site, "scipy").rglob("*.so"))
    places = {"secret": str(secret), "new": str(tmp_path / "new"), "root": str(ROOT)}
    child = Child(nursery, seed=1, draws=False)
    child.begin(time.monotonic() + 600)
    try:
        for cell in (BEFORE, source.format(**places, site=site, scipy=str(library))):
            for output in child.run(cell):
                if output["output_type"] == "error":
                    return f"{output['ename']}: {output['evalue']}"
    finally:
        child.end()


@pytest.mark.parametrize("what", [*FORBIDDEN, *AS_ROOT])
def test_inside_it_cannot(what, inside, tmp_path):
    error = happened(inside, (FORBIDDEN | AS_ROOT)[what], tmp_path)
    assert error is not None
    assert error.split(":")[0] in {
        "PermissionError", "OSError", "MemoryError", "AttributeError", "ImportError", "ValueError",
        "ModuleNotFoundError",
    }, error  # fmt: skip
    assert (tmp_path / "secret").read_text() == "42"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("what", FORBIDDEN)
def test_outside_it_can(what, outside, tmp_path):
    if what == "become another program":
        with pytest.raises(Exception, match=r"ended|time"):
            happened(outside, FORBIDDEN[what].replace("sleep", "true"), tmp_path)
    else:
        assert happened(outside, FORBIDDEN[what], tmp_path) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can, anyway")
def test_outside_root_can_stay_root(outside, tmp_path):
    assert happened(outside, AS_ROOT["become root"], tmp_path) is None


def on_its_line(nursery, source, seconds=600):
    """What a cell prints of an attempt on the engine's own line, in a process of its own."""
    child = Child(nursery, seed=1)
    child.begin(time.monotonic() + seconds)
    try:
        return "".join(output.get("text", "") for output in child.run(LINE + source))
    finally:
        child.end()


SENDS = """
for number, send in enumerate((lambda flag: sock.send(b"", flag),
                               lambda flag: sock.sendmsg([b""], [], flag))):
    try:
        send(socket.{flag})
        print("sent", number)
    except OSError as error:
        print(error.strerror)
"""


@pytest.mark.parametrize("flag", FLAGS)
def test_no_message_on_the_engines_line_has_flags_of_the_students(flag, inside, outside):
    if not hasattr(socket, flag):
        pytest.skip(f"this Python has no socket.{flag}")
    source = SENDS.format(flag=flag)
    assert on_its_line(inside, source) == "Operation not permitted\n" * 2
    if flag not in ("MSG_OOB", "MSG_EOR"):  # the kernel has no such thing for these bytes
        assert on_its_line(outside, source) == "sent 0\nsent 1\n"


def test_urgent_bytes_are_refused_where_they_would_be_sent(inside, outside):
    source = SENDS.format(flag="MSG_OOB").replace('b""', 'b"!"')
    assert on_its_line(inside, source) == "Operation not permitted\n" * 2
    with pytest.raises(StudentError):  # the byte has come before the answer, and spoilt it
        on_its_line(outside, source, seconds=2)


@pytest.mark.parametrize("what", ALLOWED)
def test_inside_it_still_can(what, inside, tmp_path):
    assert happened(inside, ALLOWED[what], tmp_path) is None


def test_what_the_labs_put_out_of_bounds_is_said_in_words(inside, tmp_path):
    assert "out of bounds" in happened(inside, "import scipy", tmp_path)
    assert "out of bounds" in happened(inside, "numpy.convolve([1], [1])", tmp_path)
    assert {"scipy", "numpy.fft", "numpy.convolve"} <= set(out_of_bounds("lab3_conv2d"))


def test_the_instructors_environment_is_not_handed_on(monkeypatch, tmp_path):
    monkeypatch.setenv("GRADEBOOK_URL", "postgresql://secret")
    for started in nursery(trusted=True):
        assert happened(started, "assert 'GRADEBOOK_URL' in os.environ", tmp_path)
        assert happened(started, "assert 'PATH' in os.environ", tmp_path) is None


def test_the_nursery_notes_its_fonts_in_the_users_cache_and_writes_nothing_else(
    monkeypatch, tmp_path
):
    monkeypatch.setattr("grading.engine.launch.CACHE", str(tmp_path / "cache" / "labs"))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))  # in the real one others may be at work
    (tmp_path / "home").mkdir()
    before = set(os.listdir("/"))
    for started in nursery(trusted=False):
        assert happened(started, ALLOWED["draw"], tmp_path) is None
    assert set(os.listdir("/")) == before
    assert not any((tmp_path / "home").iterdir())
    assert {path.name for path in tmp_path.iterdir()} == {"cache", "home", "secret"}
    assert list((tmp_path / "cache" / "labs").glob("fontlist*"))


def test_who_draws_unforeseen_draws_the_same():
    draw = (
        "import matplotlib.pyplot as plt; plt.plot([1, 2]); plt.title('$x^2$')",
        "plt.figure(figsize=(2, 2)).add_subplot(projection='3d').scatter(1, 2, 3); plt.show()",
        "from lib.plotting import show_row; show_row([[[1, 2], [3, 4]]], ['four'])",
        "%matplotlib inline\nplt.hist([1, 1, 2]); None",
    )
    found = []
    started = Nursery(CLOSED)
    try:
        for draws in (False, True):  # what the second has loaded, the first had to load
            child = Child(started, seed=1, draws=draws)
            child.begin(time.monotonic() + 600)
            found.append([child.run(cell) for cell in draw])
            child.end()
    finally:
        started.close()
    assert found[0] == found[1]
    pictures = [[out for out in outputs if "image/png" in out["data"]] for outputs in found[0]]
    assert all(pictures)


def test_children_do_not_outlive_the_nursery(tmp_path):
    started = Nursery(trusted=False)
    child = Child(started, seed=1)
    child.begin(time.monotonic() + 600)
    child.run("x = 1")
    os.kill(child.pid, 0)
    started.close()
    assert select.select([child.process], [], [], 600)[0], "the child lives on"
    child.end()


def test_the_proof_names_what_leaks(monkeypatch, inside):
    class Leaky:
        def close(self):
            pass

    report = {"leaks": ["fork", "open a UDP socket"]}
    monkeypatch.setattr(inside, "proven", False)
    monkeypatch.setattr(inside, "fork", lambda **_: (Leaky(), report))
    with pytest.raises(sandbox.Unavailable, match="can fork, open a UDP socket"):
        inside.prove()
    monkeypatch.undo()
    monkeypatch.setattr(inside, "proven", False)
    inside.prove()
    assert inside.proven


def test_the_proof_finds_every_leak_where_there_are_no_walls(tmp_path):
    """In a process without walls, whose parent is itself: the attempts must not reach pytest."""
    secret = tmp_path / "secret"
    secret.touch(0o644)
    before = os.sched_getaffinity(0)
    script = (
        "from grading.engine import sandbox\n"
        "sandbox.os.execv = sandbox.os.fork = lambda *_: 1\n"
        "sandbox.os.getppid = sandbox.os.getpid\n"
        "sandbox._fork, sandbox.MEMORY = (lambda: None), 1 << 20\n"
        f"print(*sandbox.leaks({str(secret)!r}), sep='\\n')\n"
        "sandbox.Path('/tmp/.leak').unlink(missing_ok=True)"
    )
    answer = run([sys.executable, "-c", script])
    assert answer.returncode == 0, answer
    assert "read a file of the user" in answer.stdout
    assert "move its parent" in answer.stdout
    assert len(answer.stdout.splitlines()) >= 12, answer
    assert os.sched_getaffinity(0) == before


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_that_is_made_once_is_that_of_each_process(machine, monkeypatch):
    monkeypatch.setattr(sandbox.platform, "machine", lambda: machine)
    sandbox._any_code.cache_clear()
    try:
        for pid in (1, 4711, 1 << 22):
            lines = [struct.pack("<HBBI", *line) for line in sandbox._filter(pid)]
            assert sandbox._code(pid) == b"".join(lines)
    finally:
        sandbox._any_code.cache_clear()


EMPTIES = """
import os, sys
from grading.engine import sandbox
class NoLandlock:  # as one before Linux 6.2 is, where O_TRUNC is concerned
    ruleset = os.open("/dev/null", os.O_RDONLY)
    def enter(self): pass
if "in" in sys.argv:
    sandbox.enter(NoLandlock(), set())
try:
    os.open(sys.argv[1], os.O_RDONLY | os.O_TRUNC)
except PermissionError:
    print("refused")
"""


@pytest.mark.parametrize(("where", "kept"), [("in", "42"), ("out", "")])
def test_a_readable_file_is_not_emptied_where_landlock_does_not_know_how(tmp_path, where, kept):
    file = sandbox.Path("/tmp", f"grading-{os.getpid()}-{where}")
    file.write_text("42")
    file.chmod(0o666)
    try:
        run([sys.executable, "-c", EMPTIES, str(file), where])
        assert file.read_text() == kept
    finally:
        file.unlink()


def test_a_kernel_without_landlock_is_said_so(monkeypatch):
    monkeypatch.setitem(sandbox._LANDLOCK, "create", 9999)
    with pytest.raises(sandbox.Unavailable, match="Landlock"):
        sandbox.Files([])


# --- a machine without Landlock: the kernel refuses its system call ------------------------------

WITHOUT_LANDLOCK = """
import ctypes, functools, struct, sys
from grading.engine.sandbox import _libc
code = b"".join(struct.pack("<HBBI", *line) for line in [
    (0x20, 0, 0, 0), (0x15, 0, 1, 444), (0x06, 0, 0, 0x50000 | 38), (0x06, 0, 0, 0x7FFF0000)])
buffer = ctypes.create_string_buffer(code, len(code))
program = struct.pack("<HxxxxxxQ", 4, ctypes.addressof(buffer))
_libc.prctl(38, 1, 0, 0, 0)
assert _libc.prctl(22, 2, ctypes.create_string_buffer(program, len(program)), 0, 0) == 0
"""
AUTOGRADE = """
import grading.classroom.autograde, pathlib
course = pathlib.Path({course!r})
grading.classroom.autograde.autograde = functools.partial(
    grading.classroom.autograde.autograde, course=course)
from grading.__main__ import main
print(main(["autograde", "tiny"]), (course / "autograded").exists(), flush=True)
sys.path.append("tests")
from tiny import in_gradebook
print(in_gradebook(course))
sys.stderr.write("then\\n")
sys.exit(main(["autograde", "tiny", "--trust-submissions"]))
"""


def run(command):
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False
    )


def test_without_a_sandbox_nothing_is_graded_unless_told_that_it_is_ones_own_work(tmp_path):
    course = make_course(tmp_path)
    hand_in(course, "ann", answered(course))
    code = WITHOUT_LANDLOCK + AUTOGRADE.format(course=str(course))
    answer = run([sys.executable, "-c", code])
    refused, _, then = answer.stderr.partition("then\n")
    assert answer.stdout.startswith("1 False\n{}\n"), answer.stderr
    assert "Landlock" in refused
    assert "nothing is graded" in refused
    assert "--trust-submissions" in refused
    assert "Traceback" not in refused
    assert answer.returncode == 0, then
    assert in_gradebook(course, LAB) == {"ann": POINTS}
    close_nurseries()
