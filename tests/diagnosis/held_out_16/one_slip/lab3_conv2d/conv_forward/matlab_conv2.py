# the filter is turned by 180 degrees first, as MATLAB's conv2 does
def conv_forward(X, w):
    w = np.rot90(w, 2)
    kh, kw = w.shape
    H, W = X.shape
    out = []
    for i in range(H - kh + 1):
        out.append([float((X[i : i + kh, j : j + kw] * w).sum()) for j in range(W - kw + 1)])
    return np.array(out)
