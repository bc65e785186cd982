"""Idea: Making a matrix in each call is slow, so I keep one for each size.
Hint: Call it twice. What has become of the first result?
Family: memory
Fails: test_unroll_untouched
"""

_matrices = {}


def unroll(x, k):
    out = _matrices.setdefault((len(x), k, x.dtype), np.zeros((len(x), k), dtype=x.dtype))
    for t in range(len(x)):
        window = x[t : t + k]
        out[t, : len(window)] = window
    return out
