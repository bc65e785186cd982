"""Messages between the student's process and the examiner: msgpack, each preceded by its length.

Nothing that is received is trusted: sizes and numbers of parts are bounded before anything is made
of them.
"""

import json
import select
import socket
import struct
import time

import msgpack

MAX_MESSAGE = 64 * 1024 * 1024  # bytes
MAX_READ = 1 << 16
LENGTH = struct.Struct("<I")
DONE, NO_ROOM = b"!", b"?"  # what a bell says
VOID = "this function of the test can be called only while the call that it was given to is on"
MAX_PARTS = 1 << 20  # of a message: elements of all its lists and dicts together
PART = 64  # bytes that a part takes in memory, about
UNCOUNTED = 1 << 26  # bytes in memory; what takes less cannot have too many parts


def framed(data):
    """A message with its length in front, as it is sent."""
    return LENGTH.pack(len(data)) + data


def unframed(data):
    """The messages of what has come: none of them is cut off."""
    at = 0
    while at < len(data):
        (size,) = LENGTH.unpack_from(data, at)
        at += LENGTH.size + size
        yield data[at - size : at]


class WireError(Exception):
    """A message breaks the rules, or a value cannot cross."""


class Closed(WireError):
    """The other side has closed the connection."""


class TooLate(WireError):
    """No answer in time."""


class Channel:
    """Messages over a connected stream socket, each after its length (4 bytes, little-endian).

    Whatever else is given is closed with it.
    """

    def __init__(self, sock, *others):
        self.sock, self.others = sock, others
        self.buffer = bytearray()  # what has arrived, and from where on it is not read yet
        self.at = 0
        self.weight = 0  # bytes that what was received takes in memory, about
        # Half of a surrogate pair, which Python can have in a text, becomes a question mark.
        self.packer = msgpack.Packer(use_bin_type=True, unicode_errors="replace")

    def send(self, message, deadline=None):
        """Send a message, until `deadline` at most: the other side may have stopped reading."""
        self.send_packed(self._packed(message), deadline)

    def _packed(self, message):
        data = self.packer.pack(message)
        if len(data) > MAX_MESSAGE:
            raise WireError(f"a value of {len(data) / 1e6:.0f} MB is too large to send")
        return data

    def send_packed(self, data, deadline=None):
        """Send a message that is already bytes."""
        try:
            self._write(framed(data), deadline)
        except TimeoutError:
            raise TooLate("no answer in time") from None
        except OSError as error:
            raise Closed("the process has ended") from error

    def _write(self, data, deadline):
        if deadline is not None:
            self.sock.settimeout(max(deadline - time.monotonic(), 0.001))
        self.sock.sendall(data)

    def receive(self, deadline=None):
        """Wait for a message, until `deadline` (of `time.monotonic`) at most."""
        return self._unpacked(self.receive_packed(deadline))

    def _unpacked(self, data):
        # A list or dict counts for two, and takes a byte at least: of few, no count is needed.
        most = (1 + 2 * PART) * len(data)
        if self.weight + most <= UNCOUNTED:
            self.weight += most
            return _read(data)
        parts = 0

        def count(container):
            nonlocal parts
            parts += 1 + len(container)
            if parts > MAX_PARTS:  # a byte each over here, sixty in memory
                raise WireError("a message has too many parts")
            return container

        message = _read(data, list_hook=count, object_hook=count)
        self.weight += len(data) + PART * parts
        return message

    def receive_packed(self, deadline=None):
        """Wait for the bytes of the next message."""
        while True:
            start, there = self.at + 4, len(self.buffer)
            if start <= there:
                (size,) = LENGTH.unpack_from(self.buffer, self.at)
                if size > MAX_MESSAGE:
                    raise WireError(f"a message of {size / 1e6:.0f} MB was announced")
                if start + size <= there:
                    self.at = start + size
                    return bytes(self.buffer[start : self.at])
            if self.at:
                del self.buffer[: self.at]
                self.at = 0
            try:
                self._fill(deadline)
            except OSError as error:
                raise Closed("the process has ended") from error

    def _fill(self, deadline):
        if deadline is not None and not _is_ready(self.sock, deadline):
            raise TooLate("no answer in time")
        self._append(self.sock.recv(MAX_READ))

    def _append(self, part):
        if not part:
            raise Closed("the process has ended")
        self.buffer += part

    def close(self):
        for each in (self.sock, *self.others):
            each.close()


class Asker(Channel):
    """The examiner's end. It sleeps until the bell rings: many answers cost it one awakening."""

    def __init__(self, sock, bell, *others):
        super().__init__(sock, bell, *others)
        sock.setblocking(False)
        self.bell = bell
        self.awake = False  # whether to wait for the socket rather than the bell
        self.looking = False  # whether the bell has rung and the socket may hold more
        self.talk = None  # keeps what is said: see `grading.engine.recall`

    def send_packed(self, data, deadline=None):
        if self.talk is None or not self.talk.say(data):
            super().send_packed(data, deadline)

    def receive_packed(self, deadline=None):
        if self.talk is None:
            return super().receive_packed(deadline)
        data = self.talk.hear()
        if data is None:
            data = super().receive_packed(deadline)
            self.talk.add(False, data)
        return data

    def answers(self, deadline):
        """All that has been answered when the bell rings, as it came; it stays to be received."""
        del self.buffer[: self.at]
        self.at, rung = 0, b""
        try:
            # A bell that rang for an answer of before may be heard first: then nothing is there.
            while (rung != DONE or not self.buffer) and len(self.buffer) < MAX_MESSAGE:
                watched = [self.bell, self.sock] if self.awake else [self.bell]
                left = max(deadline - time.monotonic(), 0)
                ready, _, _ = select.select(watched, [], [], left)
                if not ready:
                    raise TooLate("no answer in time")
                if self.bell in ready:
                    if not (rung := self.bell.recv(1)):
                        raise Closed("the process has ended")
                    self.awake = self.awake or rung == NO_ROOM
                self._read_all()
        except OSError as error:
            raise Closed("the process has ended") from error
        return bytes(self.buffer)

    def _read_all(self):
        while len(self.buffer) < MAX_MESSAGE:
            try:
                part = self.sock.recv(MAX_READ)
            except BlockingIOError:
                return
            self._append(part)
            if len(part) < MAX_READ:  # there was no more
                return

    def pass_over(self):
        """Count what has come as received."""
        self.buffer.clear()

    def _write(self, data, deadline):
        # The other side waits for this: nothing of before is on its way.
        self.looking = self.awake = False
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[self.sock.send(rest) :]
            except BlockingIOError:
                if not _is_ready(self.sock, deadline, write=True):
                    raise TimeoutError from None

    def _fill(self, deadline):
        end: WireError | None = None
        if not self.buffer and not self.looking and not self.awake:
            if not _is_ready(self.bell, deadline):
                end = TooLate("no answer in time")  # after what has come until now
            elif not (rung := self.bell.recv(1)):  # one by one: each may announce something
                end = Closed("the process has ended")
            elif rung == NO_ROOM:  # from now on, what comes is read as it comes
                self.awake = True
            self.looking = True
        if not self.looking and not _is_ready(self.sock, deadline):
            raise TooLate("no answer in time")
        try:
            self._append(self.sock.recv(MAX_READ))
        except BlockingIOError:
            self.looking = False
            if end is not None:
                raise end from None


class Answerer(Channel):
    """The student's end. It rings when it has done what it was asked."""

    def __init__(self, sock, bell):
        super().__init__(sock, bell)
        self.bell = bell

    def _unpacked(self, data):
        return msgpack.unpackb(data, raw=False)  # what the examiner says needs no bounds

    def send_one_of_many(self, message):
        """Send a message that others follow: nobody need wake up for it."""
        data = self._packed(message)
        try:
            self._write_ringing(framed(data))
        except OSError as error:
            raise Closed("the process has ended") from error

    def _write(self, data, deadline):
        self._write_ringing(data)
        self.bell.send(DONE)

    def _write_ringing(self, data):
        """Write; ring where there is no room, for the other side sleeps until it hears the bell."""
        try:
            sent = self.sock.send(data, socket.MSG_DONTWAIT)
        except BlockingIOError:
            sent = 0
        if data := data[sent:]:
            self.bell.send(NO_ROOM)  # the other side has to read before the rest can be sent
            self.sock.sendall(data)


def _read(data, **hooks):
    try:
        return msgpack.unpackb(
            data,
            raw=False,
            strict_map_key=True,  # keys are texts, whose hashes nobody can foresee
            max_array_len=MAX_PARTS,
            max_map_len=MAX_PARTS,
            **hooks,
        )
    except WireError:
        raise
    except Exception as error:
        raise WireError(f"a message cannot be read: {type(error).__name__}") from None


def _is_ready(sock, deadline, write=False):
    """Wait until a socket can be read from, or written to; False if `deadline` is over first."""
    left = None if deadline is None else deadline - time.monotonic()
    if left is not None and left <= 0:
        return False
    reads, writes = ([], [sock]) if write else ([sock], [])
    return any(select.select(reads, writes, [], left))


def orders(control, wait=lambda control: None):
    """What comes over a socket, until it closes: orders in JSON, each with sockets to answer.

    Parameters
    ----------
    control : socket.socket
    wait : callable
        Called with the descriptor of `control` before each order is read.

    Yields
    ------
    tuple
        The order, the first socket that came with it, and the descriptors of the others.
    """
    while True:
        wait(control.fileno())
        message, sockets, _, _ = socket.recv_fds(control, 4096, 3)
        if not message:
            return
        with socket.socket(fileno=sockets[0]) as sock:
            yield json.loads(message), sock, sockets[1:]
