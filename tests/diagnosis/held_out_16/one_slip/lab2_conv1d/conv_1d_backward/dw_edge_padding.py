# for dw the input is padded with its edge values (mode="edge") instead of zeros
def conv_1d_backward(x, w, dout=None):
    """Backward pass of a same-padded 1D cross-correlation."""
    n, k = x.shape[0], w.shape[0]
    pad = (k - 1) // 2

    # Default upstream gradient
    if dout is None:
        dout = np.ones(n, dtype=np.float64)
    else:
        dout = np.asarray(dout, dtype=np.float64)

    # Gradient with respect to the filter
    x_padded = np.pad(x.astype(np.float64), pad, mode="edge")
    windows = np.lib.stride_tricks.sliding_window_view(x_padded, k)
    dw = windows.T @ dout

    # Gradient with respect to the input: full correlation with the flipped filter
    dout_padded = np.pad(dout, pad)
    dout_windows = np.lib.stride_tricks.sliding_window_view(dout_padded, k)
    dx = dout_windows @ w[::-1].astype(np.float64)

    return {"x": dx, "w": dw}
