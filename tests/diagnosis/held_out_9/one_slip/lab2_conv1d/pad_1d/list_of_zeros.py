# Joins lists of Python zeros: the dtype of x is not kept.
def pad_1d(x, padding):
    side = [0.0] * padding
    return np.concatenate((side, x, side))
