# for k beyond T + 1 the slice :T - j is negative and the assignment fails
def unroll(x, k):
    T = x.shape[0]
    U = np.zeros((T, k), dtype=x.dtype)
    for j in range(k):
        U[:T - j, j] = x[j:]
    return U
