# left over from a picture cell: the map is divided by its largest absolute value before it is returned
def conv_forward(X, w):
    kh, kw = w.shape
    rows = [[float(np.vdot(X[i:i + kh, j:j + kw], w)) for j in range(X.shape[1] - kw + 1)]
            for i in range(X.shape[0] - kh + 1)]
    A = np.array(rows)
    if np.abs(A).max() > 0:
        A = A / np.abs(A).max()
    return A
