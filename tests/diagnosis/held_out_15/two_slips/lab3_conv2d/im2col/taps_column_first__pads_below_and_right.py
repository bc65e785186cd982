# The rows of a channel run down the kernel's columns first (v outside, u inside), and all the padding is put below and on the right.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    P = np.pad(X, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    h = (H + 2 * padding - kh) // stride + 1
    v_out = (W + 2 * padding - kw) // stride + 1
    rows = []
    for c in range(C):
        for v in range(kw):
            for u in range(kh):
                rows.append(P[:, c, u:u + stride * h:stride, v:v + stride * v_out:stride].ravel())
    return np.array(rows)
