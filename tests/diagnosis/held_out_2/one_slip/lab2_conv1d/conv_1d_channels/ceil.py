# wrong: the output is one too long where the stride does not divide (ceil)
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, _, K = w.shape
    T_out = int(np.ceil((T - K + 2 * padding) / stride)) + 1
    xp = np.pad(x, ((0, 0), (0, 0), (padding, padding + stride)))
    y = np.zeros((N, O, T_out), dtype=np.result_type(x, w))
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                y[n, o, t] = np.sum(xp[n, :, t * stride:t * stride + K] * w[o])
    return y
