# Computes only the windows that lie inside x (T - k + 1 of them), with the filter reversed.
def conv_1d_unrolled(x, w):
    k = len(w)
    f = w[::-1]
    return np.array([np.dot(x[t:t + k], f) for t in range(len(x) - k + 1)])
