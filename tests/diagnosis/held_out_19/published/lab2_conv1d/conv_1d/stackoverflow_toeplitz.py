# Toeplitz matrix as on StackOverflow: w stands in the columns from the top, so the filter is turned round
def conv_1d(x, w):
    T, k = len(x), len(w)
    # build the banded (Toeplitz) matrix
    M = np.zeros((T + k - 1, T))
    for col in range(T):
        M[col:col + k, col] = w
    start = (k - 1) // 2
    return M[start:start + T] @ x
