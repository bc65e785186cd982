# wrong: zeros on the left only, twice as many
def pad_1d(x, padding):
    longer = np.zeros(x.shape[0] + padding + padding, dtype=x.dtype)
    longer[2 * padding:] = x
    return longer
