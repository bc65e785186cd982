# the padded line has the dtype of w, so with an integer filter the decimals of x are cut off
def conv_1d(x, w):
    k = len(w)
    line = np.zeros(len(x) + k - 1, dtype=w.dtype)
    line[k // 2:k // 2 + len(x)] = x
    return np.array([np.sum(line[t:t + k] * w) for t in range(len(x))])
