"""Nearly right bytes, by the hundred thousand, for all that reads what strangers send.

    python -m fuzz [--inputs 200000] [wire notebooks archives pages]      (in tests/)

Each target has a strategy (`inputs`: what is nearly right), a way to spoil a few bytes of what it
gives (`spoilt`), and a `check`: whatever comes, it ends by itself, raises nothing but what it says,
and gives nothing but what it says. Time and memory of each input are bounded from outside, by the
kernel; tests/engine/test_fuzz.py tries a few hundred.
"""

PIECES = [b"", b"", b'"', b"{", b"]", b"\\", b"\xff", b"\0", b"<", b"&", b"\n", b"$", b"`"]


def spoilt_bytes(data, random):
    """The same bytes with one to three places overwritten, cut out, doubled or put elsewhere."""
    for _ in range(random.randint(1, 3)):
        at, cut = random.randint(0, len(data)), random.choice([0, 1, 1, 2, 8, 40])
        piece = random.choice(
            [
                random.choice(PIECES),
                random.randbytes(random.randint(1, 4)),
                data[at : at + random.choice([1, 4, 30])] * random.randint(1, 3),
            ]
        )
        data = data[:at] + piece + data[at + cut :]
    return data
