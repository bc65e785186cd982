# one row of the matrix after the other, each a strided piece of the padded channel
def im2col(X, kh, kw, stride=1, padding=0):
    if X.ndim != 4 or kh > X.shape[2] + 2 * padding or kw > X.shape[3] + 2 * padding:
        raise ValueError(f"Expected (N, C, H, W) and windows that fit, got {X.shape}, {kh}×{kw}, {padding=}.")
    P = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    last_row, last_col = P.shape[2] - kh, P.shape[3] - kw
    return np.stack(
        [
            P[:, c, u:u + last_row + 1:stride, v:v + last_col + 1:stride].ravel()
            for c in range(P.shape[1])
            for u in range(kh)
            for v in range(kw)
        ]
    )
