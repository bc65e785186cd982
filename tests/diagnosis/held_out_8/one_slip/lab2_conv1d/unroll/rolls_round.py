# np.roll: what leaves at the left comes in at the right.
def unroll(x, k):
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    columns = []
    for j in range(k):
        col = np.roll(x, -j)
        columns.append(col)
    return np.column_stack(columns)
