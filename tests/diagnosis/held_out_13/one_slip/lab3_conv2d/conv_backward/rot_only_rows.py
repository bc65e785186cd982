# The filter of the full convolution is turned round by rows only, not by columns.
def conv_backward(X, w, dA=None):
    if X.ndim != 2 or w.ndim != 2 or w.shape[0] > X.shape[0] or w.shape[1] > X.shape[1]:
        raise ValueError(
            f"Expected an image and a filter that fits in it, got {X.shape} and {w.shape}."
        )
    kh, kw = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    w_turned = w[::-1].astype(np.float64)
    frame = np.pad(dA.astype(np.float64), ((kh - 1, kh - 1), (kw - 1, kw - 1)))
    return {
        "X": conv_forward(frame, w_turned),
        "w": conv_forward(X.astype(np.float64), dA.astype(np.float64)),
    }
