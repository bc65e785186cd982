# wrong: only whole windows: too few rows
def unroll(x, k):
    T = x.shape[0]
    place = np.arange(T - k + 1)[:, None] + np.arange(k)[None, :]
    longer = np.append(x, np.zeros(k, dtype=x.dtype))
    return longer[place]
