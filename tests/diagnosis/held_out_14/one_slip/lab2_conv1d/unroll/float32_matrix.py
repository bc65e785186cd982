# the matrix is float32, so decimals of float64 numbers and large integers are rounded
def unroll(x, k):
    T = len(x)
    U = np.zeros((T, k), np.float32)
    for t in range(T):
        part = x[t:t + k]
        U[t, :len(part)] = part
    return U
