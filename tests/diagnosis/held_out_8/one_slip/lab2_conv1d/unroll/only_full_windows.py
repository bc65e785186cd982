# Only the rows whose window fits are filled in.
def unroll(x, k):
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    T = len(x)
    M = np.zeros((T, k), dtype=x.dtype)
    for t in range(T - k + 1):
        piece = x[t:t + k]
        M[t, :len(piece)] = piece
    return M
