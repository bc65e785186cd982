# the rows are ordered kernel row, kernel column, channel instead of channel first
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    cols = []
    for n in range(len(P)):
        for i in range(0, P.shape[2] - kh + 1, stride):
            for j in range(0, P.shape[3] - kw + 1, stride):
                window = P[n, :, i:i + kh, j:j + kw]
                cols.append(np.moveaxis(window, 0, -1).ravel())
    return np.stack(cols, axis=1)
