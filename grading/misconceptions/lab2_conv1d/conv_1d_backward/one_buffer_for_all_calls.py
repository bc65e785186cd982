"""Idea: The array of the last call can be filled again.
Hint: Keep a first result and call it a second time with other numbers. What has become of the
    first?
Family: memory
Fails: test_conv_1d_backward_untouched
"""

_buffers = {}


def conv_1d_backward(x, w, dout=None):
    if x.ndim != 1 or w.ndim != 1 or len(w) % 2 == 0:
        raise ValueError(f"expected x (T,) and w (k,) with odd k, got {x.shape} and {w.shape}")
    if dout is not None and dout.shape != x.shape:
        raise ValueError(f"expected dout of the shape of x, {x.shape}, got {dout.shape}")
    if dout is None:
        dout = np.ones(len(x))
    k, padding = len(w), len(w) // 2
    x_padded = np.pad(x, padding)
    dx_padded = np.zeros(len(x_padded))
    dw = _buffers.setdefault(k, np.zeros(k))
    dw[:] = 0
    for t in range(len(x)):
        # Output t saw this window: what it earned goes back to where it came from.
        dx_padded[t : t + k] += dout[t] * w
        dw += dout[t] * x_padded[t : t + k]
    return {"x": dx_padded[padding : padding + len(x)], "w": dw}
