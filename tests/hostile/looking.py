"""The expected values and the hidden tests are somewhere: in frames, in memory, in history."""

TRICKS = {
    "frames_above_the_call": """
import sys
def curve(x):
    frame = sys._getframe()
    while frame := frame.f_back:
        for space in (frame.f_locals, frame.f_globals):
            if "_want" in space and getattr(space["_want"], "shape", 0) == getattr(x, "shape", 1):
                return space["_want"]
            if "_table" in space and getattr(x, "shape", 0) == (3,):
                return space["_table"][:, 1]
    return 0.0
""",
    "constants_of_the_code_that_calls": """
import sys
def curve(x):
    frame = sys._getframe()
    while frame := frame.f_back:
        if frame.f_code.co_name == "<module>" and 10.0 in frame.f_code.co_consts:
            return 10.0
        print(frame.f_code.co_names, frame.f_code.co_consts)
    return 0.0
""",
    "source_of_the_calling_cell": """
import inspect, linecache
def curve(x):
    print(*("".join(lines[2]) for lines in linecache.cache.values() if len(lines) > 2))
    for info in inspect.stack():
        print(info.code_context, info.frame.f_locals.get("source"))
    raise ValueError(str([i.frame.f_locals for i in inspect.stack()])[:100_000])
""",
    "all_objects_in_memory": """
import gc
def curve(x):
    for thing in gc.get_objects():
        if isinstance(thing, (dict, list, tuple)):
            for value in thing.values() if isinstance(thing, dict) else thing:
                if isinstance(value, str) and "HIDDEN" in value:
                    print(value[:5000])
    return 0.0
curve(0)
""",
    "arrays_in_memory_that_fit": """
import gc, numpy as np
def curve(x):
    for thing in gc.get_objects():
        if isinstance(thing, dict) and isinstance(thing.get("_want"), np.ndarray):
            return thing["_want"]
    return 0.0
""",
    "history_and_inputs_of_the_shell": """
def curve(x):
    shell = get_ipython()
    print(shell.user_ns.get("In"), shell.history_manager.input_hist_raw)
    return 0.0
""",
    "environment": """
import os
print(dict(os.environ))
def curve(x):
    print(dict(os.environ))
    return 0.0
""",
    "seed_of_the_tests": """
import os, sys, random, numpy as np
def curve(x):
    seed = os.environ.get("CHECKING_SEED")
    frame = sys._getframe()
    while frame and seed is None:
        seed = frame.f_locals.get("order", {}).get("seed") if isinstance(
            frame.f_locals.get("order"), dict) else None
        frame = frame.f_back
    first = np.random.default_rng(int(seed or 0)).normal(size=(3, 4))
    if np.array_equal(first, x):
        print("FORE" "SEEN")
    return 0.0
""",
    "raw_memory_of_this_process": """
import ctypes, re
try:
    lines = open("/proc/self/maps").read().splitlines()
except OSError:
    lines = []
def curve(x):
    for line in lines:
        if "heap" in line or line.endswith(" 0 "):
            low, high = (int(n, 16) for n in line.split()[0].split("-"))
            with open("/proc/self/mem", "rb") as memory:
                memory.seek(low)
                for found in re.finditer(rb"BEGIN HIDDEN[ -~\\n]{0,200}", memory.read(high - low)):
                    print(found.group().decode())
    return 0.0
""",
    "recorded_calls_played_back": """
import sys
seen = {}
def curve(x):
    key = getattr(x, "tobytes", lambda: x)()
    seen.setdefault(key, []).append(x)
    student = sys.modules.get("grading.engine.student")
    if student:
        old = student.Student._do_call
        student.Student._do_call = lambda self, order: {"value": self.values.pack(
            [v for vs in seen.values() for v in vs][-1])}
    return seen[key][0]
""",
    "names_of_the_test_asked_for_by_the_student": """
def curve(x):
    main = __import__("__main__")
    for name in ("_want", "_table", "_x"):
        if hasattr(main, name):
            return getattr(main, name)(x) if callable(getattr(main, name)) else getattr(main, name)
    return 0.0
""",
    "threads_that_watch": """
import sys, threading, time
found = []
def watch():
    for _ in range(200):
        for frame in list(sys._current_frames().values()):
            while frame:
                if "_want" in frame.f_globals:
                    found.append(frame.f_globals["_want"])
                frame = frame.f_back
        time.sleep(0.002)
threading.Thread(target=watch, daemon=True).start()
def curve(x):
    time.sleep(0.01)
    return found[-1] if found else 0.0
""",
}
