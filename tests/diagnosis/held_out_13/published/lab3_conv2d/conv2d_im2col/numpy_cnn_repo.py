# In the manner of a numpy-CNN repository; the bias row is added to the product before the reshape with the wrong orientation (tiled over columns).
def reshape_kernels(kernels):
    n_filters = kernels.shape[0]
    return kernels.reshape(n_filters, -1)


def out_dims(h, w, kh, kw, stride, padding):
    return (h - kh + 2 * padding) // stride + 1, (w - kw + 2 * padding) // stride + 1


def conv2d_im2col(X, w, b, stride=1, padding=0):
    n_imgs, _, h, width = X.shape
    n_filters, _, kh, kw = w.shape
    oh, ow = out_dims(h, width, kh, kw, stride, padding)
    col = im2col(X, kh, kw, stride, padding)
    result = reshape_kernels(w) @ col
    bias = np.resize(b, result.size).reshape(result.shape)
    result = result + bias
    return result.reshape(n_filters, n_imgs, oh, ow).transpose(1, 0, 2, 3)
