# The padding is used for the size of the result only, it is never handed on to im2col.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    if X.ndim != 4 or w.ndim != 4 or X.shape[1] != w.shape[1] or b.shape != w.shape[:1]:
        raise ValueError(
            f"Expected (N, C, H, W), (O, C, KH, KW), (O,), got {X.shape}, {w.shape}, {b.shape}."
        )
    n, c, h, wd = X.shape
    o, _, kh, kw = w.shape
    patches = im2col(X, kh, kw, stride)
    rows = (h + 2 * padding - kh) // stride + 1
    cols = (wd + 2 * padding - kw) // stride + 1
    out = np.dot(w.reshape(o, c * kh * kw), patches)
    out = out.reshape(o, n, rows, cols).swapaxes(0, 1)
    return out + b[None, :, None, None]
