# the loops fill the result in the order filter, line: the shape is (O, N, T_out) instead of (N, O, T_out)
def conv_1d_channels(x, w, stride=1, padding=0):
    p = padding
    K = w.shape[2]
    rows = [[np.concatenate([np.zeros(p), c, np.zeros(p)]) for c in line] for line in x]
    rows = np.array(rows)
    n = (rows.shape[2] - K) // stride
    return np.array([[[np.sum(line[:, t * stride:t * stride + K] * f) for t in range(n + 1)]
                      for line in rows] for f in w])
