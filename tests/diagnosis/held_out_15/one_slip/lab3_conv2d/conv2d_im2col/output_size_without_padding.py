# H_out and W_out are computed without the padding, so with padding the product cannot be reshaped and it raises.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, _, fh, fw = w.shape
    n_images, _, height, width = X.shape
    X_col = im2col(X, fh, fw, stride=stride, padding=padding)
    W_row = w.reshape(n_filters, -1)
    maps = np.dot(W_row, X_col) + b.reshape(-1, 1)
    h_out = int((height - fh) / stride) + 1
    w_out = int((width - fw) / stride) + 1
    maps = maps.reshape(n_filters, n_images, h_out, w_out)
    return np.ascontiguousarray(np.swapaxes(maps, 0, 1))
