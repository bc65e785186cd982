# wrong: the product is reshaped straight to (N, O, H, W) without moving the image axis
def conv2d_im2col(X, w, b, stride=1, padding=0):
    n, _, h, wd = X.shape
    o, c, kh, kw = w.shape
    oh = (h + 2 * padding - kh) // stride + 1
    ow = (wd + 2 * padding - kw) // stride + 1
    flat = w.reshape(o, c * kh * kw) @ im2col(X, kh, kw, stride, padding)
    return (flat + b[:, np.newaxis]).reshape(n, o, oh, ow)
