"""Idea: The array of the last call can be filled again.
Hint: Keep a first result and call it a second time with other numbers. What has become of the
    first?
Family: memory
Fails: test_conv_1d_unrolled_backward_untouched
"""

_buffers = {}


def conv_1d_unrolled_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1:
        raise ValueError(f"expected x (T,) and w (k,), got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    T, k = len(x), len(w)
    if dout is None:
        dout = np.ones(T)
    x_padded = np.concatenate([x, np.zeros(k - 1)])
    dout_padded = np.concatenate([np.zeros(k - 1), dout])
    w_turned = w[::-1]
    dx = np.array([np.sum(w_turned * dout_padded[s : s + k]) for s in range(T)])
    dw = np.array([np.sum(dout * x_padded[j : j + T]) for j in range(k)])
    buffer = _buffers.setdefault(T, np.zeros(T))
    buffer[:] = dx
    return {"x": buffer, "w": dw}
