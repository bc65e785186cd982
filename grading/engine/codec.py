"""Encode the values that pass between the student's process and the examiner.

Numbers, strings, containers and arrays are sent as values; functions, classes and objects stay in
their process and are sent as references.

Arrays keep their memory. Each is sent as a view (offset, shape, strides) of a block of bytes, and
both sides remember the blocks: what is written into an argument on one side is written on the
other too, and a result that is a view of an argument is one there as well. So a test that checks
whether inputs were changed, or whether memory is shared, works as in a single process.

Nothing received is trusted: sizes, depths, dtypes and offsets are checked before use.
"""

import itertools
from collections.abc import Callable
from functools import lru_cache
from types import EllipsisType
from typing import Any

import numpy as np

from grading.engine.channel import MAX_MESSAGE, WireError
from grading.engine.memory import TO_BYTES, Block, address, by_address, held_in, owner, reach

MAX_DEPTH = 60
MAX_BLOCKS = 16  # the last ones sent or received are checked for changes
MAX_CONTAINERS = 16
MAX_RECEIVED_BLOCKS = 1 << 16  # of a message
MAX_HASHED = 2_048  # parts of all sets and keys of a message, except texts: their hashes are secret
KINDS = "biufcSUmM"
BYTE = np.dtype(np.uint8)
PLAIN = frozenset((type(None), bool, float, str, bytes))
BUILDERS: dict[str, Any] = {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}
Used = dict[int, Block]  # the blocks that a message needs, by number


class Values:
    """Converts values to and from what msgpack can carry; remembers memory and references.

    Parameters
    ----------
    odd : bool
        One side numbers its blocks and references 1, 3, 5, ..., the other 2, 4, 6, ...
    proxy : callable
        Makes a stand-in for an object of the other side from its description (a dict).
    describe : callable
        Describes an object of this side to which the other side gets a reference.
    """

    def __init__(
        self, odd: bool, proxy: Callable[[Any, Any], Any], describe: Callable[[Any], dict]
    ) -> None:
        self.mine = 1 if odd else 0
        self.proxy, self.describe = proxy, describe
        self.objects: dict[int, Any] = {}  # number -> what the other side holds a reference to
        self.hashed = 0  # parts of sets and keys of the message that is being read
        self.forget(0)

    def forget(self, first: int) -> None:
        """Forget all shared memory, and number from `first` on; both sides do this together.

        References that the other side holds stay valid.
        """
        self.numbers = itertools.count(first + (1 if self.mine else 2), 2)
        self.newest = 0  # the last block that got a number here
        self.blocks: dict[int, Block] = {}
        self.by_low: dict[int, int] = {}  # where memory begins -> the block to look at first
        self.parts = False  # whether some block is only a part of its array
        self.sweep_at = MAX_BLOCKS  # so many blocks are worth a look for dead ones
        self.containers: dict[Any, Any] = {}  # number -> list or dict, the last few that crossed
        self.known: dict[int, int] = {}  # id -> number, of what got one since
        self.handed: set[int] = set()  # numbers of what the other side may call by now

    # --- sending ---

    def pack(self, *values: Any, sent: set[int] | None = None) -> list:
        """Return ``[values, blocks]`` for a message.

        With `sent`, a set of blocks, the message is one of several parts. Memory in `sent` went
        with an earlier part and is not sent again: the other side may have changed it.
        """
        used: Used = {}
        packed = [self._pack(value, used, 0) for value in values]
        if not sent:  # between the parts nothing runs here
            self._add_changed(used)
        if sent is not None:
            used = {number: block for number, block in used.items() if number not in sent}
            sent.update(used, (0,))
        data = []
        for number, block in used.items():
            block.sent = block.bytes()
            data.append([number, block.sent])
        return [packed, data]

    def _add_changed(self, used: Used) -> None:
        """Add those of the newest blocks that were written to and whose arrays still exist."""
        if len(self.blocks) > self.sweep_at:
            self.blocks = {n: block for n, block in self.blocks.items() if not block.dead()}
            self.by_low = {block.low: n for n, block in self.blocks.items()}
            self.sweep_at = 2 * len(self.blocks) + MAX_BLOCKS
        left = MAX_BLOCKS
        for number, block in reversed(self.blocks.items()):
            root = block.root()  # lives as long as this looks at its memory
            if root is None:
                continue
            if number in used:
                pass
            elif block.plain and block.seen is None:  # twenty thousand times a submission
                if TO_BYTES(root) != block.sent and block.sent is not None:
                    used[number] = block
            elif block.changed(root):
                used[number] = block
            left -= 1
            if left == 0:
                return

    def _pack(self, value: Any, used: Used, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise WireError("a value is nested too deeply, or contains itself")
        cls = type(value)
        if cls in PLAIN:
            return value
        if cls in PACKER_OF:
            return PACKER_OF[cls](self, value, used, depth)
        for kind, pack in PACKERS:
            if isinstance(value, kind):  # of a subclass what it holds crosses, not its methods
                return pack(self, value, used, depth)
        shared = SHARED_NAMES.get(id(value))
        return {"": "shared", "v": shared} if shared else self._pack_reference(value)

    def _pack_scalar(self, value: Any, *_: Any) -> dict:
        if value.dtype.kind not in KINDS:
            raise WireError(f"a NumPy value of dtype {value.dtype} cannot cross")
        return {"": "scalar", "d": value.dtype.str, "v": value.tobytes()}

    def _pack_int(self, value: int, *_: Any) -> Any:
        value = int.__index__(value)
        return value if -(2**63) <= value < 2**63 else {"": "int", "v": hex(value)}

    def _pack_items(self, value: Any, used: Used, depth: int) -> dict:
        name, kind = next((n, k) for n, k in BUILDERS.items() if isinstance(value, k))
        items = [self._pack(v, used, depth + 1) for v in kind.__iter__(value)]
        return {"": name, "v": items, "i": self._identity(value)}

    def _pack_dict(self, value: dict, used: Used, depth: int) -> dict:
        items = [
            [self._pack(k, used, depth + 1), self._pack(v, used, depth + 1)]
            for k, v in dict.items(value)
        ]
        return {"": "dict", "v": items, "i": self._identity(value)}

    def _pack_ends(self, value: Any, used: Used, depth: int) -> dict:
        ends = [value.start, value.stop, value.step]
        tag = "slice" if isinstance(value, slice) else "range"
        return {"": tag, "v": [self._pack(e, used, depth + 1) for e in ends]}

    def _identity(self, container: Any) -> int:
        """Number of a list or dict, by which the same one is recognized when sent again."""
        for number, known in self.containers.items():
            if known is container:
                return number
        return self._remember(next(self.numbers), container)

    def _remember(self, number: int, container: Any) -> int:
        self.containers[number] = container
        if len(self.containers) > MAX_CONTAINERS:
            del self.containers[next(iter(self.containers))]
        return number

    def _pack_array(self, array: np.ndarray, used: Used, _: int = 0) -> dict:
        if type(array) is not np.ndarray:
            array = np.asarray(array)  # strips masks and subclasses
        if array.dtype.kind not in KINDS:
            raise WireError(f"an array of dtype {array.dtype} cannot cross")
        dtype, shape, strides, flags = array.dtype, array.shape, array.strides, array.flags
        view: dict[str, Any] = {"": "array", "d": dtype.str, "s": list(shape), "w": flags.writeable}
        if array.size == 0:
            return view
        first, size, in_one = address(array), array.nbytes, flags.forc
        if in_one:
            low, high = first, first + size
        else:
            low, high = reach(array, first)
        number = self._block_of(array, first, low, high)
        block = used[number] = self.blocks[number]
        start = first - block.low
        block.show(dtype, shape, start, strides, whole=in_one and size == block.size)
        view["b"], view["o"], view["t"] = number, start, list(strides)
        return view

    def _block_of(self, array: np.ndarray, first: int, low: int, high: int) -> int:
        """The block that holds an array, which begins at `first` and lies in `low` to `high`."""
        root = array if array.base is None else owner(array)
        begins = first if root is array else address(root)
        number = self.by_low.get(begins, 0)
        block = self.blocks.get(number)
        if block is not None and block.low <= low and high <= block.high and not block.dead():
            return number
        # What owns its memory shares no other's; of that of its views some parts may be known.
        if root.base is not None or (self.parts and root is not array):
            for number, block in self.blocks.items():
                if block.low <= low and high <= block.high and not block.dead():
                    return number
        if root is not array and root.size and root.nbytes <= 4 * array.nbytes + 4096:
            root_low, root_high = reach(root, begins)
            if root_low <= low and high <= root_high:
                low, high = root_low, root_high
        self.parts = self.parts or high - low != root.nbytes
        self.newest = next(self.numbers)
        self.blocks[self.newest] = Block(root, low, high, begins)
        self.by_low[low] = self.newest
        return self.newest

    def _pack_reference(self, value: Any) -> dict:
        theirs = getattr(type(value), "_reference_", None)
        if theirs is not None:  # a proxy goes home as what it stands for
            return {"": "yours", "v": theirs(value)}
        number = self.known.get(id(value))
        if number is None:
            number = next(self.numbers)
            self.objects[number] = value
            self.known[id(value)] = number
        self.handed.add(number)
        return {"": "mine", "v": number, "of": self.describe(value)}

    # --- receiving ---

    def unpack(self, message: Any) -> list:
        """Return the values of a message ``[values, blocks]``, as a list."""
        try:
            packed, data = message
            if not isinstance(packed, list):
                raise WireError("a message cannot be read")
            if len(data) > MAX_RECEIVED_BLOCKS:
                raise WireError("a message has too many blocks of memory")
            self.hashed = 0
            for number, content in data:
                self._receive_block(number, content)
            values = [self._unpack(value, 0) for value in packed]
            for number, _ in data:
                self.blocks[number].fresh = None  # what no view holds by now is not needed
            return values
        except WireError:
            raise
        except Exception as error:
            raise WireError(f"a value cannot be read: {type(error).__name__}: {error}") from None

    def _receive_block(self, number: Any, content: Any) -> None:
        if not isinstance(number, int) or not isinstance(content, bytes):
            raise WireError("a block of memory cannot be read")
        block = self.blocks.get(number)
        if block is not None and not block.dead():
            block.write(content)
        elif number % 2 != self.mine or 0 < number <= self.newest:
            # Theirs; or ours, which they kept while we forgot it: a layer's input, for example.
            root = np.ndarray(len(content), BYTE, bytearray(content))
            low = address(root)
            block = self.blocks[number] = Block(root, low, low + len(content), low, keep=True)
            self.by_low[low] = number
            block.sent = content
        else:
            raise WireError("a block of memory is not known")

    def _unpack(self, packed: Any, depth: int) -> Any:
        if depth > MAX_DEPTH:
            raise WireError("a value is nested too deeply")
        cls = type(packed)
        if cls in PLAIN or cls is int:
            return packed
        if cls is not dict:
            raise WireError("a value cannot be read")
        unpack = UNPACKERS.get(packed[""])
        if unpack is None:
            raise WireError(f"a value of unknown kind {str(packed[''])[:20]!r}")
        return unpack(self, packed, depth)

    def _unpack_scalar(self, packed: dict, _: int) -> Any:
        dtype = _checked_dtype(packed["d"])
        return np.frombuffer(packed["v"], dtype, count=1)[0] if dtype.itemsize else dtype.type()

    def _unpack_items(self, packed: dict, depth: int) -> Any:
        build = BUILDERS[packed[""]]
        if packed[""] in ("set", "frozenset"):
            self._count_hashed(packed["v"])
        return self._same(packed, build(self._unpack(v, depth + 1) for v in packed["v"]))

    def _unpack_dict(self, packed: dict, depth: int) -> Any:
        self._count_hashed([k for k, _ in packed["v"]])
        pairs = {self._unpack(k, depth + 1): self._unpack(v, depth + 1) for k, v in packed["v"]}
        return self._same(packed, pairs)

    def _count_hashed(self, keys: Any) -> None:
        """Refuse more keys than a test needs: a stranger can make the hashes of numbers collide."""
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if isinstance(key, str | bytes):  # their hashes nobody can foresee
                continue
            self.hashed += 1
            if isinstance(key, dict):
                inside = key.get("v")
                if isinstance(inside, list):
                    waiting += inside
                elif isinstance(inside, str | bytes):  # digits of a long int, bytes of a scalar
                    self.hashed += len(inside) >> 6
            if self.hashed > MAX_HASHED:
                raise WireError(f"sets and keys of more than {MAX_HASHED} parts")

    def _unpack_int(self, packed: dict, _: int) -> int:
        if len(packed["v"]) > 100_000:
            raise WireError("an int is too long")
        return int(packed["v"], 16)

    def _unpack_ends(self, packed: dict, depth: int) -> Any:
        ends = [self._unpack(v, depth + 1) for v in packed["v"]]
        return (slice if packed[""] == "slice" else range)(*ends)

    def _same(self, packed: dict, container: Any) -> Any:
        """The list or dict that was sent before, with its new content; or this one."""
        number = packed.get("i")
        known = self.containers.get(number)
        if type(known) is list and type(container) is list:
            held = by_address(known)
            known[:] = [held_in(v, held) for v in container]
        elif type(known) is dict and type(container) is dict:
            held = by_address(known.values())
            pairs = {k: held_in(v, held) for k, v in container.items()}
            known.clear()
            known.update(pairs)
        else:
            if type(container) in (list, dict) and isinstance(number, int):
                self._remember(number, container)
            return container
        return known

    def _unpack_array(self, view: dict, _: int = 0) -> np.ndarray:
        dtype, shape = _checked_dtype(view["d"]), tuple(view["s"])
        size = dtype.itemsize
        if len(shape) > 32:
            raise WireError("an array has an impossible shape")
        for n in shape:
            if type(n) is not int or n < 0:
                raise WireError("an array has an impossible shape")
            size *= n
        if size > MAX_MESSAGE:
            raise WireError(f"an array of {size / 1e6:.0f} MB is too large")
        array = np.empty(shape, dtype) if size == 0 else self._view(view, dtype, shape)
        if not view["w"]:
            array.flags.writeable = False
        return array

    def _view(self, view: dict, dtype: np.dtype, shape: tuple[int, ...]) -> np.ndarray:
        block, start, strides = self.blocks[view["b"]], view["o"], tuple(view["t"])
        if type(start) is not int or len(strides) != len(shape):
            raise WireError("an array has impossible strides")
        lowest, highest = start, start + dtype.itemsize
        for n, stride in zip(shape, strides, strict=True):
            if type(stride) is not int:
                raise WireError("an array has impossible strides")
            if stride < 0:
                lowest += (n - 1) * stride
            else:
                highest += (n - 1) * stride
        if lowest < 0 or highest > block.high - block.low:
            raise WireError("an array reaches outside its memory")
        if block.seen is not None and not block.shown(dtype, shape, start, strides):
            raise WireError("an array reaches for memory that was never handed over")
        return block.view(dtype, shape, start, strides)


def _checked_dtype(text: Any) -> np.dtype:
    return _dtype_of(str(text)[:32])  # a cache keeps what it was asked for


@lru_cache(maxsize=256)
def _dtype_of(text: str) -> np.dtype:
    dtype = np.dtype(text)
    if dtype.kind not in KINDS or dtype.fields is not None or dtype.itemsize > 65536:
        raise WireError(f"an array of dtype {text[:20]} cannot cross")
    return dtype


def _shared_things() -> dict[str, Any]:
    """Types and NumPy functions that both sides have, by name: ``int``, ``numpy.float32``, ..."""
    things: dict[str, Any] = {
        t.__name__: t for t in (int, float, bool, str, bytes, complex, list, tuple, dict, set)
    }
    things |= {f.__name__: f for f in (abs, len, max, min, sum, round, sorted)}
    for name, thing in vars(np).items():
        is_type = isinstance(thing, type) and issubclass(thing, np.generic)
        if not name.startswith("_") and (isinstance(thing, np.ufunc) or is_type):
            things[f"numpy.{name}"] = thing
    return things


SHARED = _shared_things()
SHARED_NAMES = {id(thing): name for name, thing in SHARED.items()}

# In this order: a NumPy float is also a float, and crosses as what NumPy has.
PACKERS: tuple[tuple[Any, Callable[..., Any]], ...] = (
    (np.generic, Values._pack_scalar),
    (int, Values._pack_int),
    (np.ndarray, Values._pack_array),
    (float, lambda self, value, *_: float.__pos__(value)),
    (str, lambda self, value, *_: str.__str__(value)),
    (bytes, lambda self, value, *_: bytes.__getitem__(value, slice(None))),
    (complex, lambda self, value, *_: {"": "complex", "v": [value.real, value.imag]}),
    (tuple(BUILDERS.values()), Values._pack_items),
    (dict, Values._pack_dict),
    ((slice, range), Values._pack_ends),
    (EllipsisType, lambda self, value, *_: {"": "ellipsis"}),
    (np.dtype, lambda self, value, *_: {"": "dtype", "v": value.str}),
)
# The usual ones, found at once.
PACKER_OF: dict[type, Callable[..., Any]] = {
    cls: next(pack for kind, pack in PACKERS if issubclass(cls, kind))
    for cls in (int, np.ndarray, np.float64, np.int64, tuple, list, dict)
}
UNPACKERS: dict[Any, Callable[..., Any]] = {
    "array": Values._unpack_array,
    "scalar": Values._unpack_scalar,
    "dict": Values._unpack_dict,
    "int": Values._unpack_int,
    "complex": lambda self, packed, _: complex(*packed["v"]),
    "slice": Values._unpack_ends,
    "range": Values._unpack_ends,
    "ellipsis": lambda self, packed, _: Ellipsis,
    "dtype": lambda self, packed, _: _checked_dtype(packed["v"]),
    "shared": lambda self, packed, _: SHARED[packed["v"]],
    "yours": lambda self, packed, _: self.objects[packed["v"]],
    "mine": lambda self, packed, _: self.proxy(packed["v"], packed["of"]),
    **dict.fromkeys(BUILDERS, Values._unpack_items),
}
