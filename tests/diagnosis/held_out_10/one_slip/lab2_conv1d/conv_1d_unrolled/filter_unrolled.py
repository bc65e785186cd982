# It is the filter that is unrolled, and the product goes with x.
def conv_1d_unrolled(x, w):
    k, T = len(w), len(x)
    wide = np.concatenate([w, np.zeros(2 * T, dtype=w.dtype)])
    U = np.array([wide[t:t + T] for t in range(T)])
    return U @ x
