# right
def conv_1d_unrolled(x, w):
    longer = np.concatenate([x, np.zeros(len(w), dtype=x.dtype)])
    return np.array([longer[t:t + len(w)] @ w for t in range(len(x))])
