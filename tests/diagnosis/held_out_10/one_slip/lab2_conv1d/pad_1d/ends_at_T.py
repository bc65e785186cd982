# The slice for x ends at T, not at T + padding.
def pad_1d(x, padding):
    T = x.shape[0]
    padded = np.zeros(T + 2 * padding, x.dtype)
    padded[padding:T] = x[: max(T - padding, 0)]
    return padded
