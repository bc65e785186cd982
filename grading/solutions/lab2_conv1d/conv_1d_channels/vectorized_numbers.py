"""np.fromfunction over the whole result, one number at a time."""


def conv_1d_channels(x, w, stride=1, padding=0, **unused):
    P = np.zeros((*x.shape[:2], x.shape[2] + 2 * padding))
    P[..., padding : padding + x.shape[2]] = x
    K = w.shape[2]

    def number(n, o, t):
        return np.vdot(P[n, :, t * stride : t * stride + K], w[o])

    size = len(range(0, P.shape[2] - K + 1, stride))
    shape = len(x), len(w), size
    return np.fromfunction(np.vectorize(number, otypes=[float]), shape, dtype=int)
