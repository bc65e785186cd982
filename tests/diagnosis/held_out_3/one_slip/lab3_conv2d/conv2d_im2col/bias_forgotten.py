# wrong: the bias is not added
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, kh, kw = w.shape
    oh, ow = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    flat = w.reshape(O, C * kh * kw) @ im2col(X, kh, kw, stride, padding)
    return np.swapaxes(flat.reshape(O, N, oh, ow), 0, 1)
