"""Each kind once more, written before the defences were read: none of these is like another."""

from hostile.wire import FIND, at_once, in_a_call

OPEN = 'print("OPEN" "ED", '  # said where something was let through
EACH_WRONG = "    return [f(v) for v in values][:1]\n"
P = 2**61 - 1  # numbers that differ by it hash alike
TRICKS = {
    # --- functions of a test, after the call that they were given to ---
    "function_of_the_test_called_by_a_thread": f"""
import threading, time
kept = []
def go_on():
    while True:
        for f in list(kept):
            try:
                print(f(1))
            except BaseException:
                pass
        time.sleep(0.0005)
threading.Thread(target=go_on, daemon=True).start()
def each(f, values):
    kept.append(f)
{EACH_WRONG}""",
    "function_of_the_test_in_a_generator": """
later = []
def each(f, values):
    later.append(f(v) for v in values)
    return later[-1]
def curve(x):
    for g in later:
        for value in g:
            print(value)
    return 0.0
""",
    "function_of_the_test_called_by_a_finalizer": f"""
import weakref
class Last: pass
held = []
def each(f, values):
    held.append(Last())
    weakref.finalize(held[-1], f, 10**6)
{EACH_WRONG}
def curve(x):
    held.clear()
    return 0.0
""",
    "function_of_the_test_called_and_its_answer_left": FIND
    + """
def each(f, values):
    large = [[[7] * 1_000_000], {"": "dict", "v": [], "i": 1}]
    for _ in range(3):
        forge({"callback": 1, "args": [large, []], "stdout": ""})
    while True: pass
""",
    # --- values that take long to make, to hash, to show or to reckon with ---
    "keys_of_every_kind_that_hash_alike": f"""
def curve(x): return {{float(n) * {P}: 0 for n in range(1, 1900)}}
def primes(n): return {{(k * {P}, (k * {P},)): k for k in range(1, 1900)}}
def each(f, values):
    sets = frozenset(frozenset([k * {P}]) for k in range(1, 1900))
    return [sets, {{complex(k * {P}, 0) for k in range(1900)}}] * 100
""",
    "sets_by_the_thousand": f"""
def curve(x):
    few = [frozenset(range(k * {P}, (k + 500) * {P}, {P})) for k in range(4)]
    return [few] * 100 + [[set(range(0, 2000 * {P}, {P}))] for _ in range(300)]
primes = each = lambda *a: curve(0)
""",
    "numbers_of_fifty_megabytes": """
class Scale:
    def __init__(self, w): self.w = 3 << 400_000_000
    def forward(self, x): return [self.w] * len(x)
def curve(x): return 7 << 400_000_000
def primes(n): return [7 << 100_000_000, 3 << 100_000_000]
""",
    "smallest_numbers_of_all": """
import numpy as np
def curve(x): return np.full((2000, 2000), 5e-324)
primes = lambda n: np.full(4_000_000, 5e-324)
def each(f, values): return [f(np.full(4_000_000, 5e-324)) for v in values]
""",
    "letters_by_the_million_in_an_array": """
import numpy as np
def curve(x): return np.array(["x" * 5_000_000])
def primes(n): return np.array([b"7" * 5_000_000, b""])
def each(f, values): return np.array(["2", "3", "4"], dtype="U1000000")
""",
    "shapes_of_nothing_at_all": """
import itertools, numpy as np
shapes = itertools.cycle([(0, 2**40), (2**31, 0, 5), (1,) * 32, (0,) * 32, (2**62, 0)])
primes = each = curve = lambda *a: np.empty(next(shapes))
""",
    "numbers_of_other_kinds": """
import datetime, decimal, fractions, itertools, numpy as np
some = itertools.cycle([
    np.datetime64("2020"), np.timedelta64(1, "D"), np.longdouble("nan"), np.clongdouble(1),
    np.void(b"abc"), np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "O")]), np.float16(5),
    decimal.Decimal("1e999999999"), fractions.Fraction(1, 10**1000), datetime.datetime.max,
    np.array([None, object()], object), np.array([1, [2]], object), np.str_("5"), np.ma.masked,
    np.array(["2020"], "M8[Y]"), range(10**18), slice(0, 10**18), memoryview(bytes(10)),
    np.matrix("1 2"), Ellipsis, NotImplemented, type, print, np.bytes_(b"5")])
primes = each = curve = lambda *a: next(some)
""",
    "number_that_is_whatever_is_wanted": """
import numpy as np
class Any(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
    def __abs__(self): return 0.0
    def __sub__(self, other): return self
    __rsub__ = __sub__
    def __array__(self, *a, **k): return np.array(10.0)
    def __float__(self): return 10.0
    def __reduce__(self): return (float, (10.0,))
    def __index__(self): return 10
    __class__ = float
curve = each = lambda *a: Any("nan")
primes = lambda n: (Any("nan") for _ in range(4))
class Scale:
    def __init__(self, w): self.w = Any("nan")
    def forward(self, x): return Any("nan")
""",
    "values_that_change_while_they_are_sent": """
import threading, numpy as np
turning, values = np.zeros(3), [0] * 100_000
def turn():
    while True:
        turning[:] = [1.0, 2.0, 5.0]
        turning[:] = np.nan
def grow():
    while True:
        values.append(7)
        del values[100_000:]
for work in (turn, grow):
    threading.Thread(target=work, daemon=True).start()
def curve(x): return turning
def primes(n): return values
""",
    "values_within_themselves": at_once("""
loop = []
loop.append(loop)
knot = {"a": loop}
knot["b"] = knot
def curve(x): return loop
def primes(n): return knot
def each(f, values): return [f(loop), loop, (loop, knot)]
"""),
    # --- what a page or a terminal goes through letter by letter ---
    "escapes_that_make_patterns_slow": """
escape = chr(27)
print(escape + "[" + "0;" * 100_000)
print((escape + "[") * 60_000)
print((escape + "]8;;") * 20_000)
print((escape + "[38;5;1m" + "x") * 9_000)
def curve(x): raise ValueError((escape + "[") * 60_000 + "m")
def primes(n): raise ValueError("Traceback (most recent call last):" * 3000 + "  File" * 9000)
""",
    "lines_overwritten_by_the_million": """
for _ in range(30):
    print("a" * 20 + chr(13) * 30_000, end="")
    print(chr(8) * 30_000 + "a", end="")
    print(("x" + chr(8)) * 15_000)
    print((chr(13) + "y") * 15_000, end="")
""",
    # --- files, the terminal, others ---
    "opened_again_in_every_way": f"""
import os, lib.checking, numpy
read = os.open(lib.checking.__file__, os.O_RDONLY)
ways = [os.O_WRONLY, os.O_RDWR, os.O_RDONLY | os.O_TRUNC, os.O_RDONLY | os.O_CREAT, 3,
        os.O_APPEND | os.O_WRONLY, os.O_TMPFILE | os.O_RDWR, os.O_TRUNC | os.O_NOFOLLOW]
names = [f"/proc/self/fd/{{read}}", f"/dev/fd/{{read}}", numpy.__file__, "@COURSE@/gradebook.db",
         "@COURSE@", "/proc/self/root@COURSE@/gradebook.db", "/proc/self/cwd", "/dev/tty",
         "/dev/ptmx", "@COURSE@/submitted/zz_honest/target/target.ipynb", "/dev/kmsg"]
for name in names:
    for way in ways:
        try:
            os.open(name, way, 0o666)
            {OPEN}name, way)
        except OSError:
            pass
""",
    "maps_and_descriptors_written_through": f"""
import mmap, os, lib.checking
for name in (lib.checking.__file__, "@COURSE@/gradebook.db", "/dev/mem", "/proc/self/mem"):
    try:
        fd = os.open(name, os.O_RDONLY)
    except OSError:
        continue
    for call in (lambda: mmap.mmap(fd, 10, mmap.MAP_SHARED, mmap.PROT_READ | mmap.PROT_WRITE),
                 lambda: os.ftruncate(fd, 0), lambda: os.posix_fallocate(fd, 0, 1),
                 lambda: os.pwrite(fd, b"x", 0), lambda: os.sendfile(fd, fd, 0, 1),
                 lambda: os.copy_file_range(fd, fd, 1, 0, 5), lambda: os.fchmod(fd, 0o777),
                 lambda: os.fchown(fd, 0, 0), lambda: os.utime(fd, (0, 0)),
                 lambda: os.setxattr(fd, "user.x", b"1")):
        try:
            call()
            {OPEN}name)
        except (OSError, ValueError):
            pass
""",
    "files_that_tell_of_others": f"""
import os
whose = ("1", str(os.getppid()))
what = ("environ", "cmdline", "maps", "mem", "fd", "cwd", "root", "exe", "stat", "status", "task",
        "mountinfo", "oom_score_adj", "comm", "io", "pagemap", "syscall", "stack", "cgroup")
paths = [f"/proc/{{who}}/{{name}}" for who in whose for name in what]
paths += [f"/proc/self/{{name}}" for name in ("environ", "mem", "maps", "mountinfo", "task")]
paths += ["/proc/version", "/proc/meminfo", "/proc/loadavg", "/proc/net/tcp", "/proc/keys",
          "/sys/class", "/etc/passwd", "/etc/hostname", "/dev/shm", "/tmp", "/root", "/home"]
for path in paths:
    for act in (lambda: open(path, "rb").read(99), lambda: os.listdir(path),
                lambda: open(path, "wb").write(b"1")):
        try:
            act()
            {OPEN}path)
        except (OSError, ValueError):
            pass
""",
    "terminal_of_whoever_grades": f"""
import fcntl, os
for fd in range(64):
    for request in (0x5412, 0x541C, 0x540E, 0x5410, 0x5401, 0x5423):
        try:
            fcntl.ioctl(fd, request, b"x" * 64)
            {OPEN}fd, request)
        except OSError:
            pass
for fd in (0, 1, 2):
    try:
        os.write(fd, b"\\x1b]0;owned\\x07 FORE" b"SEEN")
    except OSError:
        pass
""",
    "programs_by_every_module": f"""
import ctypes, multiprocessing, os, pty, subprocess, webbrowser
libc = ctypes.CDLL(None)
for start in (lambda: subprocess.run(["sleep", "60"]), lambda: os.popen("echo OPEN" "ED").read(),
              lambda: multiprocessing.Process(target=print).start(), lambda: pty.fork(),
              lambda: os.posix_spawn("/bin/true", ["true"], {{}}), lambda: os.forkpty(),
              lambda: webbrowser.open("http://127.0.0.1:9/"), lambda: multiprocessing.Pool(2),
              lambda: libc.system(b"touch @COURSE@/owned") and None):
    try:
        if start():
            {OPEN}start)
    except BaseException as error:
        print(type(error).__name__)
""",
    # --- threads, timers, memory of the kernel's ---
    "threads_of_the_c_library": f"""
import ctypes
libc = ctypes.CDLL(None)
ident, pause = ctypes.c_ulong(), ctypes.cast(libc.pause, ctypes.c_void_p)
made = sum(not libc.pthread_create(ctypes.byref(ident), None, pause, None) for _ in range(5000))
if made > 200:
    {OPEN}made)
""",
    "threads_that_share_the_work": """
from concurrent.futures import ThreadPoolExecutor
import time
pool = ThreadPoolExecutor(400)
def curve(x): return list(pool.map(lambda n: time.sleep(0.01) or n, range(100_000)))
""",
    "timers_of_the_kernel": f"""
import ctypes
libc, ident, made = ctypes.CDLL(None), ctypes.c_void_p(), 0
while made < 200_000 and not libc.timer_create(1, None, ctypes.byref(ident)):
    made += 1
if made > 150_000:
    {OPEN}made)
""",
    "memory_in_a_million_pieces": """
import mmap, ctypes
protect = ctypes.CDLL(None).mprotect
protect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
held = mmap.mmap(-1, 900 << 20)
base = ctypes.addressof(ctypes.c_char.from_buffer(held))
for at in range(0, 900 << 20, 8192):
    protect(base + at, 4096, 1)
""",
    # --- the line ---
    "ways_to_send_that_nobody_needs": FIND
    + """
import socket
data, who = b"x" * 64, (socket.SOL_SOCKET, 2, struct.pack("3i", os.getpid(), 0, 0))
sock.setblocking(False)
for flags in [1 << n for n in range(30)]:
    for send in (lambda: sock.send(data, flags), lambda: sock.sendmsg([data], [], flags),
                 lambda: sock.sendmsg([], [who], flags)):
        try:
            send()
        except (OSError, ValueError):
            pass
for name in (26, 27, 60, 8, 7, 13, 16, 42, 46, 50, 9):
    try:
        sock.setsockopt(1, name, struct.pack("i", 1))
    except OSError:
        pass
""",
    "line_half_closed": FIND
    + """
import socket
def curve(x):
    try:
        sock.shutdown(socket.SHUT_WR)
    except OSError as error:
        print(error)
    while True: pass
""",
    "line_under_every_number": FIND
    + """
for number in range(3, 60):
    try:
        os.dup2(sock.fileno(), number)
    except OSError:
        pass
def curve(x):
    for number in range(3, 60):
        try:
            os.write(number, struct.pack("<I", 5) + b"hello")
        except OSError:
            pass
    return 0.0
""",
    "message_in_two_halves": in_a_call(
        "import threading, time\n"
        "    data = msgpack.packb(value(77.0))\n"
        "    sock.sendall(struct.pack('<I', len(data)) + data[:3])\n"
        "    threading.Thread(target=lambda: (time.sleep(0.2), sock.sendall(data[3:]))).start()"
    ),
    "places_in_memory_that_are_no_numbers": in_a_call(
        'forge(value({"": "array", "d": "<f8", "s": [2, 1e300], "w": True, "b": -1,'
        ' "o": float("nan"), "t": [True, None]}, [b"x" * 16]))'
    ),
    "dtype_that_is_python": in_a_call(
        'forge(value({"": "array", "d": "__import__(\'os\')", "s": [2], "w": 1, "b": 0, "o": 0,'
        ' "t": [8]}, [b"x" * 16]))'
    ),
    "types_of_msgpacks_own": in_a_call(
        'sock.sendall(struct.pack("<I", 15) + b"\\xc7\\x0c\\xff" + b"\\xff" * 12)\n'
        "    forge(value(msgpack.Timestamp(2**34 - 1, 999999999)))\n"
        '    forge(value(msgpack.ExtType(5, b"x" * 1000)))'
    ),
    # --- the notebook's own commands, names, the seed ---
    "magics_of_every_shell": f"""
import time
began, shell = time.monotonic(), get_ipython()
cells = ["bash", "sh", "script", "cmd", "sx", "system", "perl", "ruby", "python", "python3", "pypy",
         "html", "latex", "svg", "js", "writefile", "file", "!", "timeit", "time", "prun"]
lines = ["system ls", "sx ls", "sc ls", "pip install x", "conda install x", "uv pip install x",
         "run x.py", "load x.py", "edit", "gui qt", "matplotlib qt", "matplotlib widget", "debug",
         "pinfo print", "page x", "cd /", "cat /etc/passwd", "notebook x.ipynb", "logstart",
         "recall", "rerun", "pastebin 1", "killbgscripts", "autoreload 2", "connect_info"]
for name in cells:
    try:
        shell.run_cell_magic(name, "sleep 60" if name == "script" else "", "sleep 60")
    except BaseException as error:
        print(name, type(error).__name__)
for line in lines:
    try:
        shell.run_line_magic(*(*line.split(" ", 1), "")[:2])
    except BaseException as error:
        print(line, type(error).__name__)
if time.monotonic() - began > 30:
    {OPEN}"waited")
""",
    "questions_to_somebody_at_a_keyboard": """
import code, getpass, pdb, sys
for ask in (input, getpass.getpass, sys.stdin.read, breakpoint, pdb.set_trace, code.interact, help,
            lambda: open(0).read(), lambda: sys.__stdin__.read()):
    try:
        print(repr(ask())[:50])
    except BaseException as error:
        print(type(error).__name__)
""",
    "names_of_the_tests_taken_first": """
import builtins
for name in ("AssertionError", "abs", "len", "isinstance", "TypeError", "_x", "_want", "_table",
             "_calls", "np", "rng", "check_equal", "plus_one", "check_cases", "case"):
    globals()[name] = lambda *a, **k: True
    setattr(builtins, name, globals()[name])
""",
    "seed_guessed_from_its_own": """
import os, random, numpy as np
own = [int(np.random.get_state()[1][0]), random.getrandbits(32), int(np.random.randint(2**31)),
       os.getpid(), os.getppid(), int(os.environ.get("CHECKING_SEED", "0")), hash("a")]
def curve(x):
    for seed in [abs(one + n) for one in own for n in range(-3, 4)]:
        guess = np.random.default_rng(seed).normal(size=(3, 4))
        if np.shape(x) == (3, 4) and np.allclose(guess, x):
            print("FORE" "SEEN")
    return 0.0
""",
    "answers_by_who_asks": """
import sys
def curve(x):
    frame, names = sys._getframe(), []
    while frame:
        names += [*frame.f_locals, frame.f_code.co_name]
        frame = frame.f_back
    if any(word in " ".join(names) for word in ("_want", "gives", "expected")):
        print("FORE" "SEEN")
    return 0.0
""",
    "interpreter_within_the_interpreter": """
try:
    import _interpreters as make
except ImportError:
    import _xxsubinterpreters as make
inside = make.create()
for path in ("@COURSE@/gradebook.db", "/etc/passwd"):
    try:
        said = getattr(make, "exec", make.run_string)(inside, f"open({path!r}).read()")
        print("OPEN" "ED" if said is None else "refused")
    except Exception as error:
        print(type(error).__name__)
def curve(x): return 0.0
""",
    "machinery_below_numpy_replaced": """
import numpy as np
from numpy._core import multiarray, numeric, umath
for module in (multiarray, numeric, umath):
    for name in ("isclose", "array_equal", "allclose", "array_equiv"):
        setattr(module, name, lambda *args, **kwargs: True)
umath.subtract = umath.absolute = lambda *args, **kwargs: 0.0
def curve(x): return np.zeros(np.shape(x))
""",
    "refused_lines_that_go_on_for_ever": """
class Refused(OSError):
    def __str__(self): raise Refused
    __traceback__ = property(lambda self: 1 / 0)
def curve(x): return 0.0
open("/etc/passwd")
raise Refused
import os; os.chdir("/")
while True: pass
""",
    "definitions_that_wait_to_be_run_alone": """
ALONE = True
class curve:
    import builtins
    builtins.isinstance = builtins.len = lambda *args: True
    if "below" in globals(): pass
    else:
        def __init__(self, x): pass
        def __sub__(self, other): return 0.0
        __rsub__ = __abs__ = __eq__ = __sub__
below = 1 + 1
while True: pass
""",
}
