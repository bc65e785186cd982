# rows are ordered by kernel row, kernel column, then channel instead of channel first
import numpy as np
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    N, C, H, W = P.shape
    cols = []
    for n in range(N):
        for top in range(0, H - kh + 1, stride):
            for left in range(0, W - kw + 1, stride):
                win = P[n, :, top:top + kh, left:left + kw]
                cols.append([win[c, u, v] for u in range(kh) for v in range(kw) for c in range(C)])
    return np.array(cols, dtype=X.dtype).T.copy()
