# Only the first channel is used, and the number of windows is rounded up so the end is padded with zeros.
def conv_1d_channels(x, w, stride=1, padding=0):
    if x.ndim != 3 or w.ndim != 3 or x.shape[1] != w.shape[1]:
        raise ValueError(f"expected x (N, C, T) and w (O, C, K), got {x.shape} and {w.shape}")
    if stride < 1 or padding < 0:
        raise ValueError(f"expected stride >= 1 and padding >= 0, got {stride} and {padding}")
    if w.shape[2] > x.shape[2] + 2 * padding:
        raise ValueError(f"w {w.shape} is too long for x {x.shape} with padding {padding}")
    N, C, T = x.shape
    O, _, K = w.shape
    L = T + 2 * padding
    T_out = int(np.ceil((L - K) / stride)) + 1
    buf = np.zeros((N, L + stride), dtype=np.result_type(x, w))
    buf[:, padding : padding + T] = x[:, 0, :]
    y = np.zeros((N, O, T_out), dtype=buf.dtype)
    for t in range(T_out):
        y[:, :, t] = buf[:, t * stride : t * stride + K] @ w[:, 0, :].T
    return y
