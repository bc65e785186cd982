# A GitHub im2col that flattens each window with the channel last (transposed images).
def im2col(X, kh, kw, stride=1, padding=0):
    img = np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding))).transpose(0, 2, 3, 1)
    n, h, w, c = img.shape
    oh, ow = (h - kh) // stride + 1, (w - kw) // stride + 1
    cols = [img[b, i * stride:i * stride + kh, j * stride:j * stride + kw].ravel()
            for b in range(n) for i in range(oh) for j in range(ow)]
    return np.stack(cols).T
