# wrong: repeats the last entry past the end instead of zeros; windows are columns, shape (k, T)
def unroll(x, k):
    T = len(x)
    rows = []
    for t in range(T):
        row = []
        for j in range(k):
            if t + j < T:
                row.append(x[t + j])
            else:
                row.append(x[T - 1])
        rows.append(row)
    return np.array(rows).T
