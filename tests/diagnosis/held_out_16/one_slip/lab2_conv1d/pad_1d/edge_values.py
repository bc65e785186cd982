# pads with the first and the last entry of x instead of zeros
def pad_1d(x, padding):
    left = [x[0]] * padding
    right = [x[-1]] * padding
    return np.array(left + list(x) + right, dtype=x.dtype)
