# The matrix is float32, so large integers and the last digits of float64 get lost.
def unroll(x, k):
    T = len(x)
    U = np.zeros((T, k), dtype=np.float32)
    for j in range(min(k, T)):
        U[:T - j, j] = x[j:]
    return U
