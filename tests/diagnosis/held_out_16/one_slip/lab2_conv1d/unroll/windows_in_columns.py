# the matrix is transposed, (k, T): each window is a column
def unroll(x, k):
    padded = np.concatenate([x, np.zeros(k - 1, dtype=x.dtype)])
    return np.array([padded[j : j + len(x)] for j in range(k)])
