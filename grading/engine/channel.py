"""Messages between the student's process and the examiner: msgpack, each behind its length.

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
MAX_PARTS = 1 << 20  # of a message: elements of all its lists and dicts together


class WireError(Exception):
    """A message breaks the rules, or a value cannot cross."""


class Closed(WireError):
    """The other side has gone."""


class TooLate(WireError):
    """No answer in time."""


class Channel:
    """Messages over a connected stream socket, each behind its length (4 bytes, little-endian).

    Whatever else is given is closed with it.
    """

    def __init__(self, sock, *others):
        self.sock, self.others = sock, others
        self.buffer = bytearray()  # what has arrived and is not read yet
        self.weight = 0  # bytes that what was received takes in memory, about

    def send(self, message, deadline=None):
        """Send a message, until `deadline` at most: the other side may have stopped reading."""
        # Half of a surrogate pair, which Python can have in a text, becomes a question mark.
        data = msgpack.packb(message, use_bin_type=True, unicode_errors="replace")
        if len(data) > MAX_MESSAGE:
            raise WireError(f"a value of {len(data) / 1e6:.0f} MB is too large to send")
        try:
            if deadline is not None:
                self.sock.settimeout(max(deadline - time.monotonic(), 0.001))
            self.sock.sendall(struct.pack("<I", len(data)) + data)
        except TimeoutError:
            raise TooLate("no answer in time") from None
        except OSError as error:
            raise Closed("the process has ended") from error

    def receive(self, deadline=None):
        """Wait for a message, until `deadline` (of `time.monotonic`) at most."""
        (size,) = struct.unpack("<I", self._read(4, deadline))
        if size > MAX_MESSAGE:
            raise WireError(f"a message of {size / 1e6:.0f} MB was announced")
        data = self._read(size, deadline)
        parts = 0

        def count(container):
            nonlocal parts
            parts += 1 + len(container)
            if parts > MAX_PARTS:  # a byte each over here, sixty in memory
                raise WireError("a message has too many parts")
            return container

        try:
            message = msgpack.unpackb(
                data,
                raw=False,
                strict_map_key=True,  # keys are texts, whose hashes nobody can foresee
                max_array_len=MAX_PARTS,
                max_map_len=MAX_PARTS,
                list_hook=count,
                object_hook=count,
            )
        except WireError:
            raise
        except Exception as error:
            raise WireError(f"a message cannot be read: {type(error).__name__}") from None
        self.weight += size + 64 * parts
        return message

    def _read(self, size, deadline):
        while len(self.buffer) < size:
            if deadline is not None:
                left = deadline - time.monotonic()
                if left <= 0 or not select.select([self.sock], [], [], left)[0]:
                    raise TooLate("no answer in time")
            try:
                part = self.sock.recv(1 << 16)
            except OSError as error:
                raise Closed("the process has ended") from error
            if not part:
                raise Closed("the process has ended")
            self.buffer += part
        data = bytes(self.buffer[:size])
        del self.buffer[:size]
        return data

    def close(self):
        for each in (self.sock, *self.others):
            each.close()


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
        message, sockets, _, _ = socket.recv_fds(control, 4096, 2)
        if not message:
            return
        with socket.socket(fileno=sockets[0]) as sock:
            yield json.loads(message), sock, sockets[1:]
