"""functools.partial of a function that could do more."""

import functools


def _convolve(X, w, stride):
    H, W = ((n - k) // stride + 1 for n, k in zip(X.shape, w.shape, strict=True))
    picked = [
        X[u : u + stride * H : stride, v : v + stride * W : stride] * w[u, v]
        for u, v in np.ndindex(w.shape)
    ]
    return functools.reduce(np.add, picked)


conv_forward = functools.partial(_convolve, stride=1)
