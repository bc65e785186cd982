# builds a Python list with [0] * padding on both sides and makes an array of the dtype of x
def pad_1d(x, padding):
    return np.array([0] * padding + list(x) + [0] * padding, dtype=x.dtype)
