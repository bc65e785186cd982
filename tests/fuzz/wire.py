"""Whatever the student's process may write to its line, for every question that it is asked."""

import contextlib
import os
import socket
import struct
import time

import msgpack
import numpy as np
from hypothesis import strategies as st

from fuzz import spoilt_bytes
from grading.engine.channel import Channel
from grading.engine.codec import KINDS, SHARED, UNPACKERS
from grading.engine.nursery import StudentError
from grading.engine.proxy import Proxy
from grading.engine.student_handle import Child
from lib.play import Step, play

DTYPES = "<f8 >f8 <i4 |b1 |u1 <c16 <f2 <f16 <U3 <U90000 |S5 <M8[ns] <m8[D] |O |V8 i4,i4 (9,9)f8 ?"
NUMBERS = st.one_of(
    st.sampled_from([0, 1, 2, 3, 4, 5, 7, 8, 16, -1, -8, 2**31, 2**62, 2**63 - 1, -(2**63)]),
    st.integers(-40, 40),
)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    NUMBERS,
    st.floats(),
    st.text(max_size=5),
    st.binary(max_size=40),
    st.sampled_from(["0x1F", "-0x" + "f" * 60, "function", "object", "class", "forward"]),
)
DESCRIBED = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["class", "object", "function", 3]),
        "callable": st.booleans(),
        "name": st.one_of(st.text(max_size=5), st.sampled_from(["ValueError", "int", "\0"])),
        "bases": st.one_of(
            st.lists(st.sampled_from(["BaseException", "ValueError", "Exception", "object"])),
            st.text(max_size=4),
        ),
        "methods": st.dictionaries(st.text(max_size=7), st.lists(LEAVES, max_size=3), max_size=2),
        "signature": st.lists(st.lists(LEAVES, max_size=5), max_size=3),
    },
)


def _tagged(inner):
    return st.fixed_dictionaries(
        {"": st.sampled_from([*sorted(UNPACKERS), "", "odd"])},
        optional={
            "v": st.one_of(
                NUMBERS,
                inner,
                st.lists(inner, max_size=4),
                st.lists(st.lists(inner, max_size=3), max_size=3),
                st.sampled_from(["int", "numpy.add", "abs", "<f8", "O", "0xff"]),
            ),
            "d": st.one_of(st.sampled_from(DTYPES.split()), st.text(max_size=6), inner),
            "s": st.one_of(st.lists(NUMBERS, max_size=4), inner),
            "t": st.one_of(st.lists(NUMBERS, max_size=4), inner),
            "b": NUMBERS,
            "o": NUMBERS,
            "w": st.booleans(),
            "i": NUMBERS,
            "of": st.one_of(DESCRIBED, inner),
        },
    )


ARRAYS = st.builds(
    lambda n, d, w: {"": "array", "d": d, "s": [n], "w": w, "b": 2, "o": 0, "t": [8]},
    st.integers(0, 9),
    st.sampled_from(DTYPES.split()),
    st.booleans(),
)
VALUES = st.recursive(
    st.one_of(LEAVES, ARRAYS),
    lambda x: st.one_of(_tagged(x), st.lists(x, max_size=4)),
    max_leaves=8,
)
BLOCKS = st.lists(st.tuples(NUMBERS, st.binary(max_size=72)), max_size=3)
PACKED = st.one_of(st.tuples(st.lists(VALUES, max_size=2), BLOCKS), VALUES)
WRONG = st.fixed_dictionaries(
    {},
    optional={
        "type": st.one_of(st.text(max_size=4), st.sampled_from(["ValueError", "StopIteration"])),
        "bases": st.one_of(st.lists(st.sampled_from(["ValueError", "KeyError"])), VALUES),
        "text": VALUES,
        "trace": st.one_of(st.lists(st.text(max_size=9), max_size=3), VALUES),
    },
)
ANSWERS = st.one_of(
    st.fixed_dictionaries(
        {},
        optional={
            "value": PACKED,
            "changed": PACKED,
            "names": st.one_of(st.dictionaries(st.just("f"), PACKED, max_size=1), VALUES),
            "outputs": VALUES,
            "error": st.one_of(WRONG, VALUES),
            "callback": NUMBERS,
            "args": st.one_of(st.tuples(st.lists(PACKED, max_size=2), BLOCKS), PACKED),
            "stdout": st.one_of(st.text(max_size=9), VALUES),
        },
    ),
    VALUES,
)


def _framed(answers):
    packed = [msgpack.packb(answer, use_bin_type=True) for answer in answers]
    return b"".join(struct.pack("<I", len(data)) + data for data in packed)


HONEST = {
    "names": {
        "f": [
            [{"": "mine", "v": 2, "of": {"kind": "function", "callable": True, "name": "f"}}],
            [],
        ]
    }
}
SENT = st.lists(ANSWERS, min_size=1, max_size=4).map(_framed)
QUESTIONS = ["run", "get", "call", "play", "method", "arithmetic"]
inputs = st.tuples(st.sampled_from(QUESTIONS), SENT)


def spoilt(given, random):
    """Bytes of the messages, and the question that they answer."""
    return random.choice([given[0], *QUESTIONS]), spoilt_bytes(given[1], random)


class _Alone(Child):
    """A student's process that is nobody: what it says is on its line already."""

    def end(self, why="it was ended"):
        if self.alive:
            self.alive = False
            os.close(self.process)
            self.channel.close()
        return StudentError(why)


class _Nursery:
    out_of_bounds = ()

    def __init__(self, sock):
        self.sock = sock

    def fork(self, seed, draws=True):
        return Channel(self.sock), {"pid": os.getpid()}


def check(given):
    """Ask one of the questions; the answers are the input."""
    question, sent = given
    ours, theirs = socket.socketpair()
    with theirs:
        theirs.sendall((_framed([HONEST]) if question not in ("run", "get") else b"") + sent)
        theirs.shutdown(socket.SHUT_WR)
        child = _Alone(_Nursery(ours), 0)
        child.begin(time.monotonic() + 10)
        try:
            for value in _asked(child, question):
                _plain(value)
        except Exception as error:
            if isinstance(error, MemoryError | RecursionError | SystemError):
                raise
        finally:
            child.end()


def _asked(child, question):
    array = np.arange(8.0)
    if question == "run":
        return [child.run("pass")]
    f = child.get("f")
    if question == "call":
        return [f(array, [1, 2], lambda x: x)]
    if question == "play":
        steps = [Step(f, (array, lambda x: x)), Step(f, (array,)), Step(0, method="sum")]
        return [result for result, _ in play(steps)]
    if question == "method":
        return [f.forward(array), len(f), [*zip(f, range(3), strict=False)], f[0], str(f)]
    if question == "arithmetic":
        with contextlib.suppress(TypeError):
            raise AssertionError(f"{f} + {f + 1}")
        return [f == f, f + f, f < f, f == 1]
    return [f]


def _plain(value):
    """Whether a value is of a kind that has no ideas of its own."""
    if type(value) in (list, tuple, set, frozenset):
        for each in value:
            _plain(each)
    elif type(value) is dict:
        _plain([*value, *value.values()])
    elif type(value) is np.ndarray:
        assert value.dtype.kind in KINDS
        value.tobytes()  # all of it is memory of ours
    else:
        assert (
            value is None
            or type(value) in (bool, int, float, str, bytes, complex, slice, range)
            or isinstance(value, np.generic | np.dtype | Proxy)
            or value in (*SHARED.values(), Ellipsis)
            or issubclass(value, Exception)
        ), type(value)
