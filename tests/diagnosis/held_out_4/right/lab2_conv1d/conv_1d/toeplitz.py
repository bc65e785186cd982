# right
def conv_1d(x, w):
    n, k = len(x), len(w)
    taps = np.zeros((n, n), dtype=np.result_type(x, w))
    for j in range(k):
        taps += w[j] * np.eye(n, k=j - k // 2, dtype=taps.dtype)
    return taps @ x
