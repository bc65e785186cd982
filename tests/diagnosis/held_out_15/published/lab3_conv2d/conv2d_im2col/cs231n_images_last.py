# Reads the product's columns as row, column, image (reshape to (O, H_out, W_out, N), then transpose), the order of cs231n's im2col, while here the image comes first.
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    num_filters, _, filter_height, filter_width = w.shape
    out_height = (H + 2 * padding - filter_height) // stride + 1
    out_width = (W + 2 * padding - filter_width) // stride + 1
    x_cols = im2col(X, filter_height, filter_width, stride, padding)
    res = w.reshape((w.shape[0], -1)).dot(x_cols) + b.reshape(-1, 1)
    out = res.reshape(num_filters, out_height, out_width, N)
    out = out.transpose(3, 0, 1, 2)
    return np.ascontiguousarray(out)
