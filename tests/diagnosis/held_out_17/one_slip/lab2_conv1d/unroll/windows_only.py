# returns only the T - k + 1 complete windows, without the rows that reach past the right end (zeros of shape (T, k) where there is none)
def unroll(x, k):
    rows = []
    for t in range(len(x)):
        if t + k <= len(x):
            rows.append(x[t:t + k])
    if not rows:
        return np.zeros((len(x), k))
    return np.array(rows)
