# Returns (k, T) in place of (T, k), and the zeros stand in front of x, so each window ends at its own entry and does not begin there.
def unroll(x, k):
    front = np.concatenate([np.zeros(k - 1, dtype=x.dtype), x])
    return np.array([front[j:j + len(x)] for j in range(k)])
