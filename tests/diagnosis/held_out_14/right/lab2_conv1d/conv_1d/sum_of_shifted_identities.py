# one banded matrix made of shifted identities, times x
def conv_1d(x, w):
    T, p = len(x), len(w) // 2
    M = sum(w[j] * np.eye(T, k=j - p, dtype=np.int64) for j in range(len(w)))
    return M @ x
