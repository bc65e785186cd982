"""Remembers results by the bytes of the inputs, and hands out copies."""

_known = {}


def conv_1d(x, w):
    key = x.tobytes(), w.tobytes(), x.dtype, w.dtype
    if key not in _known:
        half = len(w) // 2
        padded = np.hstack([np.zeros(half), x, np.zeros(half)])
        _known[key] = np.fromiter(
            (padded[t : t + len(w)].dot(w) for t in range(len(x))), dtype=np.float64
        )
    return _known[key].copy()
