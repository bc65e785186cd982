"""Idea: Making an array in each call is slow, so I keep one for each shape.
Hint: Call it twice. What has become of the first result?
Family: memory
Fails: test_conv_1d_channels_untouched
"""

_results = {}


def conv_1d_channels(x, w, stride=1, padding=0):
    N, _, T = x.shape
    F, _, K = w.shape
    T_out = (T - K + 2 * padding) // stride + 1
    x_padded = np.pad(x, ((0, 0), (0, 0), (padding, padding)))
    shape, dtype = (N, F, T_out), np.result_type(x, w)
    out = _results.setdefault((shape, dtype), np.zeros(shape, dtype=dtype))
    for n in range(N):
        for f in range(F):
            for t in range(T_out):
                start = t * stride
                out[n, f, t] = np.sum(x_padded[n, :, start : start + K] * w[f])
    return out
