# two slips: the same number, the sum of all biases, is added to every map, and the channels are not summed but only channel 0 is used
def conv2d_forward(X, w, b, stride=1, padding=0):
    pads = ((0, 0), (0, 0), (padding, padding), (padding, padding))
    P = np.pad(X, pads)[:, 0]
    f = w[:, 0]
    kh, kw = f.shape[1:]
    win = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(1, 2))[:, ::stride, ::stride]
    return np.einsum("nijuv,ouv->noij", win, f) + b.sum()
