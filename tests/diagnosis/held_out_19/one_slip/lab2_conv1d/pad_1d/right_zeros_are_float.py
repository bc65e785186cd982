# the zeros on the right are made without a dtype: concatenating turns an integer line into float64
def pad_1d(x, padding):
    left, right = np.zeros(padding, dtype=x.dtype), np.zeros(padding)
    return np.concatenate([left, x, right])
