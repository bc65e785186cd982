"""Idea: Making an array in each call is slow, so I keep one for each size.
Hint: Call it twice. What has become of the first result?
Family: memory
Fails: test_pad_1d_untouched
"""

_buffers = {}


def pad_1d(x, padding):
    key = (len(x), padding, x.dtype)
    if key not in _buffers:
        _buffers[key] = np.zeros(len(x) + 2 * padding, dtype=x.dtype)
    out = _buffers[key]
    out[padding : padding + len(x)] = x
    return out
