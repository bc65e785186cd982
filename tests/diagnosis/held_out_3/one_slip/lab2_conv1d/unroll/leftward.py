# wrong: looks back, not forward: zeros on the left
def unroll(x, k):
    T = len(x)
    rows = np.zeros((T, k), dtype=x.dtype)
    for t in range(T):
        for j in range(k):
            if t - j >= 0:
                rows[t, j] = x[t - j]
    return rows
