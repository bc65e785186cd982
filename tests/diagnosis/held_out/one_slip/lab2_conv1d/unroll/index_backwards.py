# wrong: rows run backward: x[t], x[t-1], ...
def unroll(x, k):
    T = x.shape[0]
    place = np.arange(T)[:, None] + np.arange(k - 1, -1, -1)[None, :]
    longer = np.append(x, np.zeros(k, dtype=x.dtype))
    return longer[place]
