# right
def conv2d_forward(X, w, b, stride=1, padding=0):
    wide = np.pad(X, [(0, 0), (0, 0), (padding, padding), (padding, padding)])
    seen = np.lib.stride_tricks.sliding_window_view(wide, w.shape[2:], axis=(2, 3))[:, :, ::stride, ::stride]
    return np.einsum('nchwij,ocij->nohw', seen, w, optimize=True) + b[None, :, None, None]
