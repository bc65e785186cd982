"""What crosses the line between the two processes: values as they were, and no nonsense."""

import math
import socket
import threading
import time
import tracemalloc

import msgpack
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from thorough import examples

from grading.engine.channel import MAX_MESSAGE, Channel, Closed, TooLate, WireError
from grading.engine.codec import Values
from grading.engine.memory import address, reach

quick = settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@pytest.mark.parametrize("message", [[[]] * 300, {"a": [1] * 5_000}, ["x" * 5_000, 1.0]])
def test_what_a_message_takes_in_memory_is_never_taken_for_less(message):
    ours, theirs = socket.socketpair()
    few, many = Channel(ours), Channel(ours)
    many.weight = before = 1 << 30  # so much that parts are counted
    data = msgpack.packb(message)
    assert few._unpacked(data) == many._unpacked(data) == message
    assert few.weight >= many.weight - before > len(data)
    ours.close()
    theirs.close()


class Stand:
    """Stands for something of the other side."""

    def __init__(self, number, of):
        self.number, self.of = number, of

    def _reference_(self):
        return self.number


@pytest.fixture
def sides():
    return two_sides()


def two_sides():
    def name(value):
        return {"name": getattr(value, "__name__", "object")}

    return Values(True, Stand, name), Values(False, Stand, name)


def across(sender, receiver, value):
    """Send a value the whole way: packed, as bytes, and back."""
    data = msgpack.packb(sender.pack(value), use_bin_type=True)
    (received,) = receiver.unpack(msgpack.unpackb(data, raw=False, strict_map_key=False))
    return received


def same(a, b):
    """Whether two values are equal in type and content; nan equals nan, 0.0 is not -0.0."""
    if isinstance(a, np.generic) and isinstance(b, np.generic):
        return same(np.array(a), np.array(b))  # longlong is int64 by another name
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        if a.dtype.char in "gG" and a.dtype == b.dtype:  # a long double has bytes that mean nothing
            return np.array_equal(a, b)
        # Byte for byte, in the order of the elements: nan and -0.0 included.
        return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return list(a) == list(b) and all(same(a[k], b[k]) for k in a)
    if isinstance(a, float):
        return (math.isnan(a) and math.isnan(b)) or (a == b and str(a) == str(b))
    return repr(a) == repr(b) if isinstance(a, complex) else a == b


plain = (
    st.none()
    | st.booleans()
    | st.integers(-(10**300), 10**300)
    | st.floats()
    | st.complex_numbers()
    | st.text(st.characters(exclude_categories=["Cs"]))
    | st.binary()
)
kinds = (
    arrays.boolean_dtypes()
    | arrays.integer_dtypes(endianness="?")
    | arrays.unsigned_integer_dtypes(endianness="?")
    | arrays.floating_dtypes(endianness="?")
    | arrays.complex_number_dtypes(endianness="?")
    | arrays.unicode_string_dtypes()
    | arrays.byte_string_dtypes()
    | arrays.datetime64_dtypes()
)
some_arrays = kinds.flatmap(
    lambda kind: arrays.arrays(kind, arrays.array_shapes(min_dims=0, max_dims=4, min_side=0))
)
some_slices = st.builds(slice, *[st.none() | st.integers(-99, 99)] * 3)
hashable = st.integers() | st.text(st.characters(exclude_categories=["Cs"])) | st.booleans()
nested = st.recursive(
    plain | some_arrays | some_slices | st.frozensets(hashable) | st.sets(hashable),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(hashable, inner, max_size=4)
    ),
    max_leaves=12,
)


@quick
@given(nested)
def test_nested_values_arrive_as_they_were(value):
    assert same(across(*two_sides(), value), value)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (1, 1.0), (1, True), (0.0, -0.0), ([1], (1,)), (np.float32(1), np.float64(1)),
        (np.zeros(2), np.zeros((2, 1))), (np.zeros(2), np.zeros(2, int)), (1, np.int64(1)),
        (np.array(1), np.int64(1)), ({"a": 1, "b": 2}, {"b": 2, "a": 1}), (1j, complex(-0.0, 1)),
    ],
)  # fmt: skip
def test_the_comparison_of_these_tests_tells_types_apart(a, b):
    assert not same(a, b)


@quick
@given(some_arrays, st.data())
def test_arrays_of_every_layout_arrive_with_dtype_shape_and_content(array, data):
    laid_out = array.transpose(data.draw(st.permutations(range(array.ndim))))
    laid_out = laid_out[tuple(slice(None, None, data.draw(st.sampled_from([1, 2, -1, -2])))
                              for _ in range(array.ndim))]  # fmt: skip
    laid_out = np.asarray(laid_out)
    laid_out.flags.writeable = laid_out.flags.writeable and data.draw(st.booleans())
    got = across(*two_sides(), laid_out)
    assert same(got, laid_out)
    assert got.flags.writeable == laid_out.flags.writeable


@pytest.mark.parametrize("kind", np.typecodes["All"].replace("O", "").replace("V", ""))
def test_every_dtype_but_objects_crosses_as_array_and_as_scalar(sides, kind):
    array = np.zeros(3, dtype=kind)
    if kind in np.typecodes["AllInteger"] + np.typecodes["AllFloat"]:
        array[1] = 1
    assert same(across(*sides, array), array)
    assert same(across(*sides, array[1]), array[1])


@pytest.mark.parametrize(
    "value",
    [np.array([None]), np.zeros(2, dtype=[("a", int)]), np.zeros(2, dtype="V3")],
    ids=["objects", "fields", "raw"],
)
def test_an_array_of_anything_else_does_not_cross(sides, value):
    with pytest.raises(WireError, match="cannot cross"):
        across(*sides, value)


class Lying(np.ndarray):
    def __eq__(self, other):
        return True


class LyingFloat(float):
    def __eq__(self, other):
        return True

    __hash__ = float.__hash__


class LyingList(list):
    def __len__(self):
        return 99


def test_subclasses_and_masks_arrive_as_the_plain_values_that_they_hold(sides):
    assert type(across(*sides, np.zeros(2).view(Lying))) is np.ndarray
    assert type(across(*sides, np.ma.masked_array([1.0, 2.0], [True, False]))) is np.ndarray
    assert same(across(*sides, LyingFloat(2)), 2.0)
    assert same(across(*sides, LyingList([1])), [1])
    assert LyingFloat(2) == 3  # so that the lines above can fail


def test_types_and_ufuncs_are_the_receivers_own(sides):
    for thing in (int, float, list, np.float32, np.int64, np.add, np.maximum, len, abs):
        assert across(*sides, thing) is thing
    assert across(*sides, np.dtype(">f4")) == np.dtype(">f4")
    assert across(*sides, ...) is ...
    assert across(*sides, range(1, 9, 2)) == range(1, 9, 2)


def test_a_function_goes_as_a_reference_and_comes_home_as_itself(sides):
    here, there = sides

    def function():
        pass

    stand = across(here, there, function)
    assert isinstance(stand, Stand)
    assert stand.of == {"name": "function"}
    assert across(there, here, [stand, {"f": stand}]) == [function, {"f": function}]
    assert across(here, there, function).number == stand.number


# --- memory ------------------------------------------------------------------------------------


def test_what_is_written_into_an_argument_over_there_is_written_here_too(sides):
    here, there = sides
    x = np.arange(12.0).reshape(3, 4)
    x_there = across(here, there, x)
    x_there[1, 2] = 99
    across(there, here, None)  # any answer brings it home
    assert x[1, 2] == 99
    x[0, 0] = -5
    across(here, there, None)
    assert x_there[0, 0] == -5


def test_what_is_not_written_stays_as_it_is_and_is_not_sent_again(sides):
    here, there = sides
    x = np.arange(1000.0)
    across(here, there, x)
    before = x.copy()
    assert there.pack(None)[1] == []
    assert np.array_equal(x, before)


def test_a_view_of_an_argument_comes_back_as_a_view_of_it(sides):
    here, there = sides
    x = np.arange(24.0).reshape(4, 6)
    x_there = across(here, there, x)
    back = across(there, here, x_there[::2, ::-1].T)
    assert np.shares_memory(back, x)
    assert same(back, x[::2, ::-1].T)
    assert not np.shares_memory(across(there, here, x_there.copy()), x)


def test_two_arguments_that_share_memory_share_it_over_there(sides):
    x = np.arange(10.0)
    a, b = across(*sides, [x, x[2:5]])
    assert np.shares_memory(a, b)
    a[2] = 77
    assert b[0] == 77
    a, b = across(*sides, [x, x.copy()])
    assert not np.shares_memory(a, b)


def test_a_strided_view_with_no_array_of_its_own_behind_it_crosses(sides):
    windows = np.lib.stride_tricks.sliding_window_view(np.arange(10.0), 4)
    assert same(across(*sides, windows), np.array(windows))
    broadcast = np.broadcast_to(np.arange(3), (1000, 3))
    assert same(across(*sides, broadcast), np.array(broadcast))


def test_a_cached_buffer_that_is_returned_twice_is_the_same_memory(sides):
    here, there = sides
    cache = np.zeros(4)
    first = across(there, here, cache)
    cache[0] = 1
    second = across(there, here, cache)
    assert np.shares_memory(first, second)
    assert first[0] == 1
    assert not np.shares_memory(first, across(there, here, np.zeros(4)))


def test_a_list_or_dict_that_crosses_twice_is_known_again(sides):
    here, there = sides
    state = {"v": [1.0], "n": 1}
    first = across(there, here, state)
    state["n"] = 2
    state["v"].append(2.0)
    second = across(there, here, state)
    assert second is first
    assert first == {"v": [1.0, 2.0], "n": 2}
    assert across(there, here, dict(state)) is not first


def test_an_array_inside_a_list_or_dict_stays_the_same_array_when_that_crosses_back(sides):
    here, there = sides
    x, y = np.zeros(2), np.ones(2)
    both = {"x": x, "list": [x, y]}
    both_there = across(here, there, both)
    both_there["x"][0] = 5
    both_there["list"].append(both_there["list"].pop(0))
    assert across(there, here, both_there) is both
    assert both["x"] is x
    assert both["list"][0] is y
    assert both["list"][1] is x
    both_there["x"] = np.zeros(2)
    across(there, here, both_there)
    assert both["x"] is not x


def test_an_argument_that_was_kept_over_there_comes_back_after_it_was_forgotten_here(sides):
    here, there = sides
    x = np.arange(4.0)
    kept = across(here, there, x)
    del x
    across(here, there, np.zeros(3))
    assert same(across(there, here, kept[1:]), np.array([1.0, 2.0, 3.0]))
    kept[1] = 9
    assert same(across(there, here, [kept]), [np.array([0.0, 9.0, 2.0, 3.0])])


def test_memory_that_nobody_holds_any_more_is_forgotten(sides):
    here, there = sides
    for _ in range(500):
        across(here, there, np.zeros(100))
    here.pack(None)
    assert len(here.blocks) < 200


# --- nonsense ----------------------------------------------------------------------------------

ZEROS = {"": "array", "d": "<f8", "s": [2], "w": True, "b": 2, "o": 0, "t": [8]}
BLOCK = [2, bytes(16)]


def test_the_array_that_the_next_tests_spoil_can_be_read(sides):
    assert same(sides[0].unpack([[ZEROS], [BLOCK]])[0], np.zeros(2))


@pytest.mark.parametrize(
    "spoilt",
    [
        {"o": 8}, {"o": -8}, {"t": [16]}, {"t": [-8]}, {"t": [2**62]}, {"t": ["8"]}, {"t": []},
        {"t": [8.0]}, {"o": None}, {"s": [3]}, {"s": [-2]}, {"s": ["2"]}, {"s": [2.0]},
        {"s": [2**40], "t": [0]}, {"s": [2**20, 2**20], "t": [0, 0]},
        {"s": [1] * 33, "t": [0] * 33},
        {"d": "O"}, {"d": "<f8,<f8"}, {"d": "V8"}, {"d": "nonsense"}, {"d": "<U99999999"},
        {"d": ["<f8"]}, {"b": 77}, {"b": None}, {"b": [1]}, {"s": None}, {"d": None},
        {"s": [0, 2**62, 2**62]}, {"": "surprise"}, {"": None}, {"": ["list"]},
    ],
    ids=str,
)  # fmt: skip
def test_an_array_that_reaches_where_it_should_not_is_refused(sides, spoilt):
    with pytest.raises(WireError):
        sides[0].unpack([[ZEROS | spoilt], [BLOCK]])


@pytest.mark.parametrize(
    "message",
    [
        None, 7, [], [1], [1, 2], [1, []], [{}, []], ["text", []], [None, []],
        [[1], 2], [[1], [2], 3], [[1], [[2]]], [[1], [[2, "text"]]], [[1], [["2", b""]]],
        [[{}], []], [[{"": "yours", "v": 99}], []], [[{"": "yours", "v": []}], []], [[[1]], []],
        [[{"": "dict", "v": [[{"": "list", "v": []}, 1]]}], []], [[{"": "set", "v": 5}], []],
        [[{"": "int", "v": "f" * 200_000}], []], [[{"": "int", "v": "x"}], []],
        [[{"": "scalar", "d": "<f8", "v": b"1"}], []],
        [[{"": "scalar", "d": "O", "v": b"12345678"}], []],
        [[{"": "shared", "v": "os.system"}], []], [[{"": "shared", "v": "eval"}], []],
        [[{"": "complex", "v": ["x", 1, 2]}], []], [[{"": "slice", "v": [1, 2, 3, 4]}], []],
        [[{"": "dtype", "v": "O"}], []], [[{"": "bytes", "v": 1}], []],
    ],
    ids=lambda message: str(message)[:40],
)  # fmt: skip
def test_a_message_that_breaks_the_rules_is_refused_and_nothing_else_happens(sides, message):
    with pytest.raises(WireError):
        sides[0].unpack(message)
    assert across(sides[1], sides[0], [1, 2]) == [1, 2]


MERSENNE = 2**61 - 1


@pytest.mark.parametrize(
    "packed",
    [
        {"": "set", "v": [{"": "int", "v": hex(n * MERSENNE)} for n in range(5_000)]},
        {"": "frozenset", "v": list(range(5_000))},
        {"": "dict", "v": [[float(n), 0] for n in range(5_000)]},
        {"": "set", "v": [{"": "tuple", "v": [n] * 100} for n in range(100)]},
        {"": "dict", "v": [[{"": "int", "v": c * 90_000}, 0] for c in "ef"]},
        {"": "list", "v": [{"": "set", "v": list(range(100))} for _ in range(50)]},
        {"": "set", "v": [{"": "scalar", "d": "<i8", "v": bytes(8)}] * 5_000},
        {"": "set", "v": [{"": "mine", "v": 2, "of": {}}] * 5_000},
    ],
    ids=lambda packed: packed[""],
)  # fmt: skip
def test_more_keys_than_a_test_needs_are_refused_before_they_are_hashed(sides, packed):
    with pytest.raises(WireError, match="sets and keys"):
        sides[0].unpack([[packed], []])


def test_sets_and_dicts_of_a_tests_size_cross_and_those_of_texts_of_any(sides):
    words = {f"word{n}": n for n in range(20_000)}
    assert across(*sides, [words, set(range(500)), {(1, 2): 3}]) == [
        words, set(range(500)), {(1, 2): 3}
    ]  # fmt: skip


def test_a_message_whose_keys_are_no_texts_is_refused(channel):
    ours, theirs = channel
    data = msgpack.packb({1: 2})
    theirs.sendall(len(data).to_bytes(4, "little") + data)
    with pytest.raises(WireError):
        ours.receive(time.monotonic() + 600)


def test_depth_is_limited_in_both_directions(sides):
    deep, packed = [], 1
    for _ in range(100):
        deep, packed = [deep], {"": "list", "v": [packed]}
    with pytest.raises(WireError, match="nested"):
        sides[0].pack(deep)
    with pytest.raises(WireError, match="nested"):
        sides[0].unpack([[packed], []])
    assert across(*sides, [[[[1]]]]) == [[[[1]]]]


def test_a_list_that_holds_itself_does_not_cross(sides):
    loop = []
    loop.append(loop)
    with pytest.raises(WireError):
        across(*sides, loop)


def test_a_block_may_not_change_its_size_nor_be_forged_as_ours(sides):
    here, _ = sides
    x = np.zeros(4)
    (number, _), *_ = here.pack(x)[1]
    with pytest.raises(WireError):
        here.unpack([[None], [[number, bytes(8)]]])
    with pytest.raises(WireError):  # an odd number, which only this side gives out
        here.unpack([[None], [[99, bytes(8)]]])


# --- the channel -------------------------------------------------------------------------------


@pytest.fixture
def channel():
    ours, theirs = socket.socketpair()
    yield Channel(ours), theirs
    ours.close()
    theirs.close()


def later(act, seconds=0.05):
    timer = threading.Timer(seconds, act)
    timer.start()
    return timer


def test_a_message_arrives_whole_however_it_is_cut(channel):
    ours, theirs = channel
    data = msgpack.packb({"a": list(range(1000))})
    data = len(data).to_bytes(4, "little") + data
    for i in range(0, len(data), 700):
        theirs.sendall(data[i : i + 700])
    assert ours.receive(time.monotonic() + 600) == {"a": list(range(1000))}


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", Closed), (b"\x01", Closed), (b"\x05\0\0\0ab", Closed),
        ((MAX_MESSAGE + 1).to_bytes(4, "little"), WireError), (b"\xff\xff\xff\xff", WireError),
        (b"\x01\0\0\0\xc1", WireError), (b"\x02\0\0\0\x01\x02", WireError),
        (b"\x05\0\0\0\xdd\xff\xff\xff\xff", WireError), (b"\x02\0\0\0\xa1\xff", WireError),
        (b"\x06\0\0\0\xc9\0\0\0\x01\x05", WireError),
    ],
)  # fmt: skip
def test_what_is_cut_off_or_no_message_is_refused(channel, data, error):
    ours, theirs = channel
    theirs.sendall(data)
    theirs.close()
    with pytest.raises(error):
        ours.receive(time.monotonic() + 600)


def test_silence_ends_at_the_deadline_and_an_answer_before_it_counts(channel):
    ours, theirs = channel
    deadline = time.monotonic() + 0.1
    with pytest.raises(TooLate):
        ours.receive(deadline)
    assert time.monotonic() >= deadline
    answer = later(lambda: theirs.sendall(b"\x01\0\0\0\x07"))
    assert ours.receive(time.monotonic() + 600) == 7
    answer.join()


def test_drops_that_never_end_a_message_end_at_the_deadline(channel):
    ours, theirs = channel
    theirs.sendall(b"\x50\0\0\0")
    drops = [later(lambda: theirs.send(b"x"), 0.03 * i) for i in range(8)]
    with pytest.raises(TooLate):
        ours.receive(time.monotonic() + 0.15)
    for drop in drops:  # before the line is closed
        drop.join()


def test_a_message_that_is_too_large_is_not_sent(channel):
    ours, _ = channel
    with pytest.raises(WireError, match="too large"):
        ours.send(bytes(MAX_MESSAGE + 1))


def test_half_of_a_surrogate_pair_arrives_as_a_question_mark(channel):
    ours, theirs = channel
    ours.send("a\ud83db")
    assert Channel(theirs).receive(time.monotonic() + 600) == "a?b"


def test_nothing_is_kept_of_the_text_that_a_dtype_comes_with(sides):
    tracemalloc.start()
    try:
        for number in range(20):
            text = "U" + "0" * 30 + "1" + "x" * 1_000_000 + str(number)
            (got,) = sides[0].unpack([[{"": "scalar", "d": text, "v": b"a\0\0\0"}], []])
            assert got == "a"
        assert tracemalloc.get_traced_memory()[0] < 4_000_000  # of twenty
    finally:
        tracemalloc.stop()


def test_where_memory_begins_and_ends_is_known_as_numpy_knows_it():
    whole = np.arange(24.0).reshape(2, 3, 4)
    frozen = whole.copy()
    frozen.flags.writeable = False
    times = np.zeros(3, "datetime64[s]")
    views = [whole[:, ::-1], whole[1:, 1], whole.T, whole[..., 0], whole[0, 0, 0:1], frozen, times]
    views += [np.broadcast_to(whole[0], (5, 3, 4)), np.asfortranarray(whole), np.array("text")]
    for array in (whole, *views):
        begins = array.__array_interface__["data"][0]
        assert address(array) == begins
        assert reach(array, begins) == np.lib.array_utils.byte_bounds(array)
