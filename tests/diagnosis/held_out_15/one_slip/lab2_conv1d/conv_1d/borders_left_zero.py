# Computes only the outputs whose window lies wholly inside x and leaves the k//2 outputs at either border at 0.
def conv_1d(x, w):
    T, k = x.shape[0], w.shape[0]
    r = k // 2
    out = np.zeros(T)
    for centre in range(r, T - r):
        out[centre] = np.dot(x[centre - r:centre + r + 1], w)
    return out
