# The padding is made of ones; and the stride counts for the rows only.
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)), constant_values=1)
    rows = range(0, P.shape[2] - kh + 1, stride)
    columns = range(0, P.shape[3] - kw + 1)
    return np.array([P[n, :, i:i + kh, j:j + kw].ravel()
                     for n in range(len(P)) for i in rows for j in columns]).T
