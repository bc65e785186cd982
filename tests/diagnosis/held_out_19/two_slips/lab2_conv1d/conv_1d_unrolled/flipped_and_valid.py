# the filter is reversed; and only the windows that fit are computed, so the result is too short
def conv_1d_unrolled(x, w):
    k = len(w)
    if k > len(x):
        x = np.concatenate([x, np.zeros(k - len(x))])
    rows = [x[t:t + k] for t in range(len(x) - k + 1)]
    return np.array(rows) @ w[::-1]
