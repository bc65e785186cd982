# for an im2col with the image as last axis: reshapes to (O, H_out, W_out, N) and transposes (3, 0, 1, 2), which mixes up images and places with the lab's im2col
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    num_filters, _, filter_height, filter_width = w.shape
    out_height = (H + 2 * padding - filter_height) // stride + 1
    out_width = (W + 2 * padding - filter_width) // stride + 1
    x_cols = im2col(X, filter_height, filter_width, stride, padding)
    res = w.reshape((w.shape[0], -1)).dot(x_cols) + b.reshape(-1, 1)
    out = res.reshape(w.shape[0], out_height, out_width, N)
    return out.transpose(3, 0, 1, 2)
