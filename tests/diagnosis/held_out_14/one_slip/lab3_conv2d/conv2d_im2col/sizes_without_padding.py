# H_out and W_out are computed without the padding, so with padding the reshape raises
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    O, _, kh, kw = w.shape
    hout, wout = 1 + (H - kh) // stride, 1 + (W - kw) // stride
    prod = np.dot(w.reshape(O, C * kh * kw), im2col(X, kh, kw, stride=stride, padding=padding))
    prod = prod + np.reshape(b, (O, 1))
    return np.array(np.swapaxes(prod.reshape(O, N, hout, wout), 0, 1))
