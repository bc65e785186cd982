# gathers with an extra zero at index T and np.minimum on the indices
def unroll(x, k):
    T = x.shape[0]
    extended = np.r_[x, np.zeros(1, dtype=x.dtype)]
    return extended[np.minimum(np.add.outer(np.arange(T), np.arange(k)), T)]
