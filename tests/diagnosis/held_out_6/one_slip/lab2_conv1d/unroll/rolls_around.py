# wrong: np.roll brings the beginning back in where zeros should be
def unroll(x, k):
    T = len(x)
    cols = []
    for j in range(k):
        c = np.roll(x, -j)
        cols.append(c)
    return np.stack(cols, axis=1)
