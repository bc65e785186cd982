# wrong: only whole windows: rows at the end are missing
def unroll(x, k):
    rows = []
    for start in range(len(x) - k + 1):
        rows.append(x[start:start + k])
    return np.array(rows)
