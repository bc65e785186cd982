# puts all 2 * padding zeros in front of x instead of padding zeros on each side
def pad_1d(x, padding):
    padded = np.zeros(x.shape[0] + padding * 2, dtype=x.dtype)
    for i in range(x.shape[0]):
        padded[-1 - i] = x[-1 - i]
    return padded
