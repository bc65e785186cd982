# Only the first image is written; and padding is counted in the size but not put around the image.
def im2col(X, kh, kw, stride=1, padding=0):
    N, C, H, W = X.shape
    oh, ow = (H - kh) // stride + 1, (W - kw) // stride + 1
    cols = []
    for i in range(oh):
        for j in range(ow):
            cols.append(X[0, :, i * stride:i * stride + kh, j * stride:j * stride + kw].ravel())
    return np.array(cols).T
