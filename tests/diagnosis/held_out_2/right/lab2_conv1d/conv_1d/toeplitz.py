# right
def conv_1d(x, w):
    T, K = x.size, w.size
    rows, cols = np.indices((T, T))
    tap = cols - rows + K // 2
    inside = (tap >= 0) & (tap < K)
    return np.where(inside, w[np.clip(tap, 0, K - 1)], 0) @ x
