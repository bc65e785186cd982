"""Between the two processes: plays, calls back, the runtime of the student's side, magics."""

from hostile.wire import FIND, at_once

KEEP = """
kept = []
def each(f, values):
    kept.append(f)
    return [f(v) for v in values][:0]
"""
TRICKS = {
    # --- plays: many calls in one question ---
    "play_answered_before_it_is_asked": FIND
    + """
def curve(x):
    for _ in range(300):
        forge(value(77.0))
    return 77.0
""",
    "play_whose_outcomes_are_replaced": FIND
    + """
def curve(x):
    student.played[:] = [(77.0, None)] * 500
    student.given.clear()
    return 77.0
""",
    "play_looked_ahead": FIND
    + """
def curve(x):
    frame = sys._getframe()
    while frame and "order" not in frame.f_locals:
        frame = frame.f_back
    steps = frame.f_locals["order"].get("steps", ()) if frame else ()
    for step in steps:
        for value in student.values.unpack(step["values"])[1:]:
            value[...] = 0
    return x * 0 + 1
""",
    "play_within_a_play": FIND
    + """
def curve(x):
    forge({"callback": 1, "args": [[], []], "stdout": ""})
    student._do_play({"first": 0, "last": True, "steps": []})
    return 0.0
""",
    "play_of_more_answers_than_steps": FIND
    + """
def curve(x):
    import threading
    threading.Thread(target=lambda: [forge(value(77.0)) for _ in range(5000)]).start()
    return 77.0
""",
    "changes_hidden_from_the_codec": FIND
    + """
import numpy as np
student.values.pack.__func__.__globals__["Block"].changed = lambda self: False
def curve(x):
    if isinstance(x, np.ndarray):
        x[...] = 0
    return np.ones(np.shape(x))
""",
    # --- functions of the test ---
    "function_of_the_test_kept_for_later": KEEP
    + """
def curve(x):
    for f in kept:
        for argument in (x, 1, [1]):
            try:
                f(argument)
            except Exception as error:
                print(error)
    return kept[0] if kept else 0.0
""",
    "function_of_the_test_called_when_shown": KEEP
    + """
class Shown:
    def __repr__(self): return str(kept[0](1))
    __str__ = __repr__
curve = primes = lambda x: Shown()
""",
    "function_of_the_test_handed_back": KEEP + "curve = primes = lambda x: kept[-1]\n",
    "function_of_the_test_called_with_itself": """
def each(f, values):
    return [f(f), f(each), f(lambda: f(f)), f(object())]
""",
    "list_of_the_test_filled_with_large_arrays": """
import numpy as np
def each(f, values):
    for _ in range(500):
        try:
            f(np.ones(4_000_000))
        except ValueError:
            pass
    return [v + 1 for v in values]
""",
    "named_arguments_for_the_tests_function": """
def each(f, values):
    return [f(v, _calls=[], v=3, **{"self": 1}) for v in values]
""",
    "matrices_that_take_minutes_to_multiply": """
import numpy as np
large = np.ones((2000, 2000), np.float16)
class Scale:
    def __init__(self, w): self.w = w
    def forward(self, x): return large
curve = primes = lambda x: large
def each(f, values): return [f(large) for v in values]
""",
    # --- the student's side of the engine ---
    "thread_that_answers_instead": FIND
    + """
import threading
def answer():
    while True:
        try:
            channel.receive()
            forge(value(77.0))
        except BaseException:
            pass
def curve(x): return 77.0
threading.Thread(target=answer, daemon=True).start()
""",
    "thread_that_goes_on_printing": """
import threading, time
def talk():
    while True:
        print("x" * 10_000)
        time.sleep(0.0001)
threading.Thread(target=talk, daemon=True).start()
""",
    "alarm_in_the_middle_of_an_answer": """
import signal
def ring(*args): raise SystemExit("in the middle")
signal.signal(signal.SIGALRM, ring)
signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
def curve(x):
    while True: pass
""",
    "everything_is_refused": """
import sys
def refuse(event, args): raise PermissionError(event)
sys.addaudithook(refuse)
""",
    "every_import_is_refused": """
import builtins, sys
sys.meta_path.clear()
sys.path_hooks.clear()
def refuse(*args, **kwargs): raise ImportError("no")
builtins.__import__ = refuse
""",
    "modules_of_the_runtime_replaced": """
import sys, types
class Odd(types.ModuleType):
    def __getattr__(self, name): return lambda *args, **kwargs: 77.0
for name in ("msgpack", "traceback", "operator", "struct", "socket", "grading", "lib.bounds"):
    sys.modules[name] = Odd(name)
""",
    "builtins_replaced_by_one_answer": """
import builtins
for name in ("str", "repr", "getattr", "callable", "hasattr", "type", "isinstance", "dict"):
    setattr(builtins, name, lambda *args, **kwargs: 77.0)
""",
    "name_space_that_lies": """
class Space(dict):
    def __contains__(self, name): return True
    def __getitem__(self, name): return lambda *args: 77.0
shell = get_ipython()
shell.user_ns = Space(shell.user_ns)
shell.user_module.__class__ = type("M", (type(shell.user_module),), {"__getattr__": lambda s, n: 1})
""",
    "references_taken_from_under_the_runtime": FIND
    + """
import ctypes
for thing in (student, student.values, channel, None, True):
    for _ in range(10_000):
        ctypes.pythonapi.Py_DecRef(ctypes.py_object(thing))
""",
    "collector_with_ideas_of_its_own": """
import gc
def again(phase, info):
    while phase == "start": pass
gc.callbacks.append(again)
gc.set_threshold(1, 1, 1)
""",
    "hooks_for_all_that_goes_wrong": """
import codecs, sys, warnings
class Endless:
    def write(self, text):
        while True: pass
    flush = write
sys.displayhook = sys.unraisablehook = sys.excepthook = lambda *args: sys.exit(0)
warnings.showwarning = lambda *args: sys.exit(0)
codecs.register_error("replace", lambda error: ("owned" * 10**6, error.end))
sys.stdout = sys.stderr = sys.__stdout__ = Endless()
""",
    "array_type_with_ideas_of_its_own": """
import numpy as np
class Late(np.ndarray):
    def __array_finalize__(self, base):
        if base is not None and base.size: base.flat[:] = 1
    def __reduce__(self): return (print, ("owned",))
    def __array_wrap__(self, *args): return np.array(77.0)
    def __buffer__(self, flags): raise SystemExit
    @property
    def dtype(self): return np.dtype(float)
    @property
    def __array_interface__(self): return {"data": (1, False), "shape": (3, 4), "typestr": "<f8"}
def curve(x): return np.zeros(np.shape(x)).view(Late)
""",
    "array_that_changes_after_the_call": """
import threading
import numpy as np
shown = np.zeros(3)
def change():
    while True:
        shown[:] = np.inf
        shown[:] = 0
threading.Thread(target=change, daemon=True).start()
def curve(x): return shown[:np.size(x)]
""",
    "numbers_that_are_no_numbers": """
import numpy as np
from decimal import Decimal
from fractions import Fraction
answers = [np.array("NaT", "m8[ns]"), np.longdouble("nan"), np.array(["1.0"]), Decimal("sNaN"),
           complex("nan"), np.array([b"2"]), Fraction(1, 3), 10**5000, range(2**62)]
def curve(x):
    answers.append(answers.pop(0))
    return answers[0]
primes = curve
""",
    "keys_that_are_equal_and_apart": """
class Key(str):
    def __hash__(self): return 7
    def __eq__(self, other): return True
def curve(x): return {Key(i): x for i in range(5000)}
def primes(n): return {Key(i) for i in range(5000)}
""",
    # --- what IPython and Python offer ---
    "magics_that_write_files": """
%%writefile @COURSE@/owned.txt
owned
""",
    "magics_that_write_other_files": """
for line in ("logstart @COURSE@/owned.log append", "save -f @COURSE@/owned 1-9", "bookmark owned",
             "notebook @COURSE@/owned.ipynb", "store curve", "alias_magic owned ls", "cd @COURSE@",
             "config HistoryManager.hist_file = '@COURSE@/owned.db'",
             "run @COURSE@/source/target/target.ipynb", "load @COURSE@/source/target/target.ipynb",
             "sx cat @COURSE@/source/*/*", "system cat @COURSE@/source/*/*",
             "prun -T @COURSE@/owned.txt 1",
             "pycat @COURSE@/source/target/target.ipynb"):
    try:
        print(get_ipython().run_line_magic(*line.split(" ", 1)))
    except BaseException as error:
        print(type(error).__name__)
""",
    "magics_that_never_end": "%timeit -n 1000000000 -r 1000 1",
    "reset_of_everything": "%reset -f\n%xdel curve\n%reset -f in out dhist array",
    "end_that_never_ends": """
import atexit, threading, weakref
def again():
    while True: pass
atexit.register(again)
threading._register_atexit(again)
weakref.finalize(again, again)
raise SystemExit
""",
    "end_at_a_time_of_its_own": """
import faulthandler
faulthandler.dump_traceback_later(0.3, repeat=True, exit=True)
faulthandler.register(10, all_threads=True, chain=True)
""",
    "limits_set_to_nothing": """
import resource
for which in range(16):
    if which != resource.RLIMIT_CPU:
        try:
            resource.setrlimit(which, (0, 0))
        except (OSError, ValueError):
            pass
""",
    "recursion_limit_of_a_few": """
import sys
def curve(x):
    for limit in range(1, 60):
        try:
            sys.setrecursionlimit(limit)
            break
        except RecursionError:
            pass
    return 0.0
""",
    "descriptors_all_closed": "import os\nos.closerange(0, 100)",
    "runtime_found_and_told_to_forget": at_once(
        "student.values.objects.clear(); student.values.blocks.clear();"
        " student.values.numbers = iter([]); student.values.containers.clear()"
    ),
}
