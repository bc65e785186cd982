"""
Idea: A layer needs one output array, so I keep it.
Hint: Call your function twice, and look at the first result after the second call.
Family: memory
Fails: test_conv2d_forward_untouched
"""

_KEPT = {}


def conv2d_forward(X, w, b, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape[2:], axis=(2, 3))
    windows = windows[:, :, ::stride, ::stride]
    A = np.einsum("ncijuv,ocuv->noij", windows, w) + b[:, None, None]
    kept = _KEPT.setdefault((A.shape, A.dtype), A)
    kept[...] = A
    return kept
