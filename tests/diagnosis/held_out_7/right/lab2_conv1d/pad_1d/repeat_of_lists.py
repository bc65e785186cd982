# right
# built from Python lists
def pad_1d(x, padding):
    return np.array([0] * padding + list(x) + [0] * padding, dtype=x.dtype)
