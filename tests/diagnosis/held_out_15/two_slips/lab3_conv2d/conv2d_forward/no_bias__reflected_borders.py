# The bias is never added, and the images are padded with their own reflection in place of zeros.
def conv2d_forward(X, w, b, stride=1, padding=0):
    around = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    P = np.pad(X, around, mode="symmetric")
    KH, KW = w.shape[2:]
    V = np.lib.stride_tricks.sliding_window_view(P, (KH, KW), axis=(2, 3))
    return np.einsum("nchwuv,ocuv->nohw", V[:, :, ::stride, ::stride], w)
