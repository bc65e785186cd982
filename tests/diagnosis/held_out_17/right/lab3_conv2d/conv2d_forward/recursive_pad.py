# pads by recursion (calls itself with the padded image and padding 0), then einsum on a strided view
def conv2d_forward(X, w, b, stride=1, padding=0):
    if padding > 0:
        N, C, H, W = X.shape
        P = np.zeros((N, C, H + 2 * padding, W + 2 * padding))
        P[:, :, padding:padding + H, padding:padding + W] = X
        return conv2d_forward(P, w, b, stride)
    view = np.lib.stride_tricks.sliding_window_view(X, w.shape[2:], axis=(2, 3))
    return np.einsum('nchwuv,ocuv->nohw', view[:, :, ::stride, ::stride], w) + b[None, :, None, None]
