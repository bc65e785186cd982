# wrong: (k, T) instead of (T, k)
def unroll(x, k):
    T = len(x)
    xp = np.concatenate([x, np.zeros(k, dtype=x.dtype)])
    return np.stack([xp[j:j + T] for j in range(k)])
