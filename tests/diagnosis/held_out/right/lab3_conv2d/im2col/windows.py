# right
def im2col(X, kh, kw, stride=1, padding=0):
    P = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    view = np.lib.stride_tricks.sliding_window_view(P, (kh, kw), axis=(2, 3))[:, :, ::stride, ::stride]
    return view.transpose(1, 4, 5, 0, 2, 3).reshape(X.shape[1] * kh * kw, -1)
