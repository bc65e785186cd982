# right
# a banded matrix times x
def conv_1d(x, w):
    T, half = len(x), len(w) // 2
    band = np.zeros((T, T), dtype=w.dtype)
    for j, weight in enumerate(w):
        band += weight * np.eye(T, k=j - half, dtype=w.dtype)
    return band @ x
