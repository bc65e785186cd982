# code of conv_1d carried over: pads the image with KH // 2 and KW // 2 zeros, so the result has (about) the image's size instead of the valid one
def conv_forward(X, w):
    KH, KW = w.shape
    p, q = KH // 2, KW // 2
    P = np.pad(X, ((p, p), (q, q)))
    windows = np.lib.stride_tricks.sliding_window_view(P, w.shape)
    return np.einsum('ijuv,uv->ij', windows, w)
