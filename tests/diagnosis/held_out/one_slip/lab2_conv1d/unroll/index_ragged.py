# wrong: no zeros at the end: the windows are ragged
def unroll(x, k):
    T = x.shape[0]
    place = np.arange(T)[:, None] + np.arange(k)[None, :]
    longer = np.append(x, np.zeros(k, dtype=x.dtype))
    return np.array([x[t:t + k] for t in range(T)])
