# the anchors are visited column by column but the list is reshaped row by row: right shape, numbers in the wrong places
def conv_forward(X, w):
    kh, kw = w.shape
    rows = X.shape[0] - kh + 1
    cols = X.shape[1] - kw + 1
    flat = [np.vdot(X[i:i + kh, j:j + kw], w) for j in range(cols) for i in range(rows)]
    return np.array(flat).reshape(rows, cols)
