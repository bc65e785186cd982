# the windows start at t, not t * stride; all outputs use the first filter
def conv_1d_channels(x, w, stride=1, padding=0):
    N, C, T = x.shape
    O, C, K = w.shape
    x_pad = np.zeros((N, C, T + 2 * padding))
    x_pad[:, :, padding : padding + T] = x
    T_out = (T - K + 2 * padding) // stride + 1
    res = np.zeros((N, O, T_out))
    for n in range(N):
        for o in range(O):
            for t in range(T_out):
                first = t
                res[n, o, t] = np.sum(x_pad[n, :, first : first + K] * w[0])
    return res
