# all outputs with stride 1 by tensordot over taps, then every stride-th is kept
def conv_1d_channels(x, w, stride=1, padding=0):
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    P = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    K = w.shape[2]
    L = P.shape[2] - K + 1
    everywhere = sum(np.matmul(w[:, :, j], P[:, :, j:j + L]) for j in range(K))
    return everywhere[:, :, ::stride].copy()
