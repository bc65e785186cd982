# CS231n conv_forward_im2col manner: res is reshaped as (O, H, W, N) though im2col here has images before places
def conv2d_im2col(X, w, b, stride=1, padding=0):
    N, C, H, W = X.shape
    num_filters, _, filter_height, filter_width = w.shape
    out_height = (H + 2 * padding - filter_height) // stride + 1
    out_width = (W + 2 * padding - filter_width) // stride + 1
    x_cols = im2col(X, w.shape[2], w.shape[3], padding=padding, stride=stride)
    res = w.reshape((w.shape[0], -1)).dot(x_cols) + b.reshape(-1, 1)
    out = res.reshape(w.shape[0], out_height, out_width, X.shape[0])
    out = out.transpose(3, 0, 1, 2)
    return out
