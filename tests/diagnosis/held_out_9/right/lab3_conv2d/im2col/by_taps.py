# right
# One row block for each tap.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    Xp = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    out = np.empty((C, kh, kw, N, oh, ow), dtype=X.dtype)
    for p in range(kh):
        for q in range(kw):
            out[:, p, q] = Xp[:, :, p:p + stride * oh:stride, q:q + stride * ow:stride][:, :, :oh, :ow].swapaxes(0, 1)
    return out.reshape(C * kh * kw, N * oh * ow)
