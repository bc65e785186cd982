# Row t ends at x[t] instead of starting there: the zeros come before the left end.
def unroll(x, k):
    xp = np.concatenate([np.zeros(k - 1, x.dtype), x])
    return np.array([xp[t:t + k] for t in range(len(x))])
