# Makes a float matrix of any dtype, and starts each row one entry too late.
def unroll(x, k):
    if x.ndim != 1 or k < 1:
        raise ValueError(f"expected x (T,) and k >= 1, got {x.shape} and {k}")
    n = len(x)
    M = np.zeros((n, k))
    for row in range(n):
        for col in range(k):
            at = row + col + 1
            if at < n:
                M[row, col] = x[at]
    return M
