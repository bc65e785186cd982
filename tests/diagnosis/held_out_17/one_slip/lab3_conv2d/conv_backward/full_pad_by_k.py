# dX as a full convolution pads dA with KH - 1 rows and KH - 1 columns (the height for both), so it fails or is misplaced where the filter is not square
def conv_backward(X, w, dA=None):
    KH, KW = w.shape
    hh, ww = X.shape[0] - KH + 1, X.shape[1] - KW + 1
    if dA is None:
        dA = np.ones((hh, ww))
    big = np.pad(dA, KH - 1).astype(float)
    turned = np.rot90(w, 2)
    dX = np.zeros(X.shape)
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            dX[i, j] = np.sum(big[i:i + KH, j:j + KW] * turned)
    dw = np.zeros(w.shape)
    for i in range(hh):
        for j in range(ww):
            dw = dw + dA[i, j] * X[i:i + KH, j:j + KW]
    return {'X': dX, 'w': dw}
