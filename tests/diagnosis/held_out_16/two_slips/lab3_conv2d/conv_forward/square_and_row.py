# two slips: the loop over anchors leaves out the last row of the map (stays 0), and the window is KH columns wide instead of KW (ValueError where the filter is not square)
def conv_forward(X, w):
    H, W = X.shape
    KH, KW = w.shape
    A = np.zeros((H - KH + 1, W - KW + 1))
    for i in range(0, H - KH):
        for j in range(0, W - KW + 1):
            A[i, j] = dot_forward(X[i : i + KH, j : j + KH], w)
    return A
