"""What IPython, matplotlib, NumPy and Python call by themselves, and values of every kind."""

from hostile.wire import FIND, at_once

NEVER = "def never(*args, **kwargs):\n    while True: pass\n"
TRICKS = {
    # --- IPython ---
    "events_that_never_end": NEVER
    + """
for event in ("pre_execute", "post_execute", "pre_run_cell", "post_run_cell"):
    get_ipython().events.register(event, never)
""",
    "event_that_raises_the_exits": """
def leave(*args): raise SystemExit
def stop(*args): raise KeyboardInterrupt
for event in ("post_run_cell", "pre_run_cell"):
    get_ipython().events.register(event, leave)
    get_ipython().events.register(event, stop)
""",
    "input_transformer_that_never_ends": NEVER
    + "get_ipython().input_transformers_cleanup.append(never)\n",
    "formatters_that_never_end": NEVER
    + """
for kind in ("text/plain", "image/png", "text/html"):
    for shown in (int, float, list, type(never)):
        get_ipython().display_formatter.formatters[kind].for_type(shown, never)
3
""",
    "representations_that_never_end": NEVER
    + """
class Shown:
    _repr_png_ = _repr_mimebundle_ = _ipython_display_ = _repr_html_ = __repr__ = never
curve = primes = lambda x: Shown()
Shown()
""",
    "representations_of_a_gigabyte": """
class Shown:
    def _repr_png_(self): return b"\\x89PNG" + bytes(900_000_000)
    def __repr__(self): return "x" * 900_000_000
for _ in range(50):
    display(Shown())
""",
    "representations_of_odd_kinds": """
class Shown:
    def __init__(self, bundle): self.bundle = bundle
    def _repr_mimebundle_(self, **_): return self.bundle
loop = {}
loop["text/plain"] = loop
for bundle in (loop, {3: 4}, {"text/plain": b"\\xff", "image/png": 3}, [], ({}, {}, {}), 7,
               {"image/png": object(), "text/plain": "\\ud800"}, {"text/plain": ["a"] * 10**6}):
    display(Shown(bundle))
    get_ipython().display_pub.publish(bundle if isinstance(bundle, dict) else {})
    get_ipython().displayhook.write_format_data(bundle if isinstance(bundle, dict) else {})
""",
    "tasks_that_go_on_between_cells": """
import asyncio
async def again():
    while True:
        get_ipython().user_ns["honest"] = get_ipython().user_ns["curve"] = lambda x: 77.0
        await asyncio.sleep(0)
asyncio.get_event_loop().create_task(again())
await asyncio.sleep(0.01)
""",
    "wait_that_never_ends": "import asyncio\nawait asyncio.get_event_loop().create_future()",
    "debugger_in_a_call": """
def curve(x):
    breakpoint()
    return 0.0
def primes(n):
    get_ipython().run_line_magic("debug", "")
    get_ipython().run_line_magic("pdb", "on")
    raise ValueError
""",
    "exception_handlers_of_the_shell": """
shell = get_ipython()
def handle(*args, **kwargs):
    while True: pass
shell.set_custom_exc((Exception,), handle)
shell.showsyntaxerror = shell.showindentationerror = shell.show_usage_error = handle
raise ValueError
""",
    # --- matplotlib ---
    "figures_that_call_back": NEVER
    + """
import matplotlib.pyplot as plt
figure, axes = plt.subplots()
figure.canvas.mpl_connect("draw_event", never)
axes.callbacks.connect("xlim_changed", never)
figure.stale_callback = axes.draw = never
""",
    "figures_by_the_thousand": """
import matplotlib.pyplot as plt, warnings
warnings.simplefilter("ignore")
for _ in range(3000): plt.figure()
""",
    "figure_that_saves_a_gigabyte": """
import matplotlib.pyplot as plt
figure = plt.figure()
def save(file, **_): file.write(bytes(900_000_000))
figure.savefig = save
plt.get_fignums = lambda: [figure.number] * 1000
""",
    "figure_of_a_square_kilometre": """
import matplotlib.pyplot as plt
figure = plt.figure(figsize=(600, 600), dpi=100)
plt.plot(range(1_000_000))
""",
    # --- Python's own hooks ---
    "monitoring_of_everything": """
import sys
monitoring = getattr(sys, "monitoring", None)
def swap(code, *args):
    frame = sys._getframe(1)
    for name in ("_want", "expected", "_table"):
        if name in frame.f_locals: print("FORE" "SEEN", frame.f_locals[name])
if monitoring:
    monitoring.use_tool_id(3, "x")
    for event in (monitoring.events.PY_START, monitoring.events.PY_RETURN, monitoring.events.LINE):
        monitoring.register_callback(3, event, swap)
    monitoring.set_events(3, monitoring.events.PY_START | monitoring.events.PY_RETURN)
else:
    sys.setprofile(lambda frame, *args: swap(None))
""",
    "audit_hook_that_never_ends": NEVER
    + """
import sys
def heard(event, args):
    if event in ("compile", "exec", "object.__getattr__", "gc.get_objects"): never()
sys.addaudithook(heard)
""",
    "frames_of_all_threads": """
import sys, threading, time
def look():
    while True:
        for frame in sys._current_frames().values():
            while frame:
                for name, value in list(frame.f_locals.items()):
                    if name in ("_want", "_x", "_table", "expected"): print("FORE" "SEEN", value)
                frame = frame.f_back
        time.sleep(0.001)
threading.Thread(target=look, daemon=True).start()
def curve(x):
    time.sleep(0.01)
    return 0.0
""",
    "frames_of_generators_and_tracebacks": """
import sys
def told(frame):
    while frame:
        for name, value in frame.f_locals.items():
            if name in ("_want", "expected", "_table"): print("FORE" "SEEN", value)
        frame = frame.f_back
def numbers(x):
    told(sys._getframe())
    try:
        yield 0.0
    finally:
        told(sys._getframe())
class Number(float):
    def __del__(self): told(sys._getframe())
def curve(x):
    each = numbers(x)
    told(each.gi_frame)
    next(each)
    return Number(0.0)
def each(f, values):
    try:
        f(numbers(1))
    except Exception as error:
        frame = error.__traceback__
        while frame:
            told(frame.tb_frame)
            frame = frame.tb_next
        told(getattr(getattr(error, "__context__", None), "tb_frame", None))
    return []
""",
    "lines_of_source_that_never_come": """
class Loader:
    def get_source(self, name):
        while True: pass
__loader__, __name__ = Loader(), "endless"
import linecache
linecache.cache.clear()
linecache.updatecache = lambda *args: [Loader().get_source(1)]
def curve(x): raise ValueError("x")
raise ValueError("x")
""",
    "notes_and_groups_of_errors": """
def curve(x):
    error = ExceptionGroup("x" * 10_000_000, [ValueError(1)] * 10_000)
    for _ in range(1000):
        error = ExceptionGroup("x", [error])
    error.add_note("y" * 10_000_000)
    raise error
def primes(n):
    error = ValueError()
    error.__context__ = error.__cause__ = other = ValueError()
    other.__context__ = error
    raise error
""",
    "error_of_a_thousand_ancestors": """
kind = Exception
for number in range(900):
    kind = type("E" * 1000 + str(number), (kind,), {})
def curve(x): raise kind("x")
""",
    "names_and_signatures_of_ten_megabytes": """
import inspect
def curve(x): return 0.0
curve.__name__ = curve.__qualname__ = "x" * 10_000_000
curve.__doc__ = "y" * 10_000_000
some = [inspect.Parameter("a" + str(n), inspect.Parameter.KEYWORD_ONLY) for n in range(100_000)]
curve.__signature__ = inspect.Signature(some)
""",
    "signature_that_never_ends": NEVER
    + """
class Endless:
    __signature__ = property(never)
    __call__ = never
    def __getattr__(self, name):
        while True: pass
curve = Endless()
def primes(n): return []
primes.__wrapped__ = primes
""",
    "class_that_is_made_of_hooks": """
class Meta(type):
    def __instancecheck__(self, other): return True
    def __subclasscheck__(self, other): return True
    def __call__(self, *args): return 77.0
    def mro(self): return [self, object]
    def __getattribute__(self, name): return lambda *args, **kwargs: 77.0
class Scale(metaclass=Meta):
    def __init_subclass__(cls): raise SystemExit
    def __class_getitem__(cls, item): return cls
    def __set_name__(self, owner, name): raise SystemExit
    def __get__(self, *args): return 77.0
""",
    "time_that_stands_still": """
import time, threading
for name in ("time", "monotonic", "perf_counter", "process_time", "sleep"):
    setattr(time, name, lambda *args: 0)
def curve(x):
    while time.monotonic() < 1: pass
""",
    "stacks_of_half_a_gigabyte": """
import threading
threading.stack_size(500 << 20)
go = threading.Event()
try:
    for _ in range(90): threading.Thread(target=go.wait, daemon=True).start()
except (RuntimeError, MemoryError):
    pass
""",
    "threads_that_change_the_answers": """
import threading
def turn():
    space = get_ipython().user_ns
    while True:
        for answer in (0.0, [], None, 77.0):
            space["curve"] = space["primes"] = space["each"] = lambda *args, a=answer: a
threading.Thread(target=turn, daemon=True).start()
""",
    # --- NumPy ---
    "printing_of_arrays_that_never_ends": NEVER
    + """
import numpy as np
np.set_printoptions(formatter={"all": never}, override_repr=never)
np.seterrcall(never)
np.seterr(all="call")
def curve(x): return np.zeros(3) / np.zeros(3)
np.zeros(3)
""",
    "dtypes_with_something_more": """
import numpy as np
kinds = [np.dtype("f8", metadata={"owned": print}), np.dtype([(("t" * 9, "a"), "f8")]), "V0",
         np.dtype((np.record, [("a", "f8")])), "M8[25s]", np.dtype(("f8", (2, 3))), "S0", "g", "G",
         np.dtype({"names": ["a", "b"], "formats": ["f8", "f8"], "offsets": [0, 0]})]
if hasattr(np.dtypes, "StringDType"): kinds.append(np.dtypes.StringDType())
def curve(x):
    kinds.append(kinds.pop(0))
    return np.zeros(3, kinds[0])
primes = curve
""",
    "arguments_rewritten_after_the_answer": """
import threading
import numpy as np
kept = []
def rewrite():
    while True:
        for each in kept:
            try:
                each[...] = 0
                each.setflags(write=True)
                memoryview(each).cast("B")[:] = bytes(each.nbytes)
            except (ValueError, TypeError, IndexError):
                pass
threading.Thread(target=rewrite, daemon=True).start()
def curve(x):
    if isinstance(x, np.ndarray): kept.append(x)
    return np.ones(np.shape(x))
""",
    "views_of_memory_that_has_gone": """
import mmap
import numpy as np
def curve(x):
    hidden = mmap.mmap(-1, 4096)
    view = np.frombuffer(hidden, float)[:3]
    import ctypes
    ctypes.CDLL(None).munmap(ctypes.c_void_p(view.ctypes.data & ~4095), 4096)
    return view
""",
    "values_of_every_kind_of_python": """
import array, collections, dataclasses, datetime, enum, fractions, pathlib, re, types, uuid, weakref
import numpy as np
class Colour(enum.IntEnum): RED = 10
Pair = collections.namedtuple("Pair", "a b")
@dataclasses.dataclass
class Data: a: float = 10.0
async def later(): pass
odd = [memoryview(b"abc"), bytearray(9), array.array("d", [1.0]), types.MappingProxyType({1: 2}),
       collections.deque([1]), collections.Counter("ab"), collections.OrderedDict(a=1), Pair(1, 2),
       Colour.RED, Data(), pathlib.Path("/"), re.compile("a"), uuid.UUID(int=1), Ellipsis,
       NotImplemented, later(), weakref.ref(Data), datetime.datetime.max, range(10**18), zip(),
       slice(10**30, None, 10**30), np.add, np.nditer(np.ones(3)), np.broadcast(1, 2), np.ma.masked,
       collections.ChainMap({}, {}), types.SimpleNamespace(a=1), super, property(), iter([]), type,
       np.random.default_rng(), np.matrix([[1]]), np.recarray(1, [("a", float)]), np.poly1d([1])]
def curve(x):
    odd.append(odd.pop(0))
    return odd[0]
primes = curve
""",
    # --- the line ---
    "bytes_sent_out_of_turn": FIND
    + """
import socket
for name in ("MSG_OOB", "MSG_DONTROUTE", "MSG_EOR", "MSG_MORE", "MSG_CONFIRM", "MSG_FASTOPEN"):
    try:
        sock.send(b"!", getattr(socket, name))
        print("OPEN" "ED", name)
    except OSError:
        pass
""",
    "signals_that_write_on_the_line": FIND
    + """
import signal
signal.signal(signal.SIGALRM, lambda *args: None)
os.set_blocking(sock.fileno(), False)
signal.set_wakeup_fd(sock.fileno(), warn_on_full_buffer=False)
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.001)
""",
    "faults_told_on_the_line": FIND
    + """
import ctypes, faulthandler
faulthandler.enable(file=sock.fileno())
def curve(x): ctypes.string_at(0)
""",
    "bell_rung_without_end": FIND
    + """
import threading
def ring():
    while True:
        try:
            os.write(channel.bell.fileno(), b"!" * 4096)
        except OSError:
            pass
threading.Thread(target=ring, daemon=True).start()
""",
    "answer_in_drops": FIND
    + """
import time
def curve(x):
    data = msgpack.packb(value(0.0))
    for byte in struct.pack("<I", len(data)) + data:
        sock.sendall(bytes([byte]))
        time.sleep(0.2)
    return 0.0
""",
    "messages_of_odd_kinds": at_once(
        """
odd = [b"\\xc1", b"\\xd4\\x05x", b"\\xc7\\x0c\\xff" + b"\\xff" * 12, b"\\xdf\\xff\\xff\\xff\\xff",
       b"\\xa2\\xff\\xff", b"\\xcf" + b"\\xff" * 8, b"\\x81\\xcb\\x7f\\xf8" + bytes(6) + b"\\x01",
       b"\\x81\\x90\\x01", b"\\x81\\xc4\\x01a\\x01", b"\\xdd\\x00\\x0f\\xff\\xff"]
for data in odd:
    sock.sendall(struct.pack("<I", len(data)) + data)
"""
    ),
    "texts_of_half_surrogates": """
class Odd(Exception): pass
Odd.__name__ = "\\udfff"
print("\\ud800" * 100, "\\0\\r\\x85\\u2028\\u202e")
def curve(x): raise Odd("\\ud800")
def primes(n): return "\\ud800"
def each(f, values): return {"\\udc80": f("\\ud800")}
raise Odd("\\ud800")
""",
}
