# fills up with the last entry of x instead of zeros past the right end
def unroll(x, k):
    T = len(x)
    idx = np.arange(T)[:, None] + np.arange(k)[None, :]
    idx[idx >= T] = T - 1
    return x[idx]
