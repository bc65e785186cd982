# In the manner of a "CNNs from scratch" blog: iterate_regions yields regions; returns the gradient of the filter, and None-like zeros for the input, because it is the first layer.
def iterate_regions(image, kh, kw):
    h, w = image.shape
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            im_region = image[i : i + kh, j : j + kw]
            yield im_region, i, j


def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    d_L_d_out = np.ones((X.shape[0] - kh + 1, X.shape[1] - kw + 1)) if dA is None else dA
    d_L_d_filters = np.zeros(w.shape)
    for im_region, i, j in iterate_regions(X, kh, kw):
        d_L_d_filters += d_L_d_out[i, j] * im_region
    # We aren't returning anything useful for the input since this is the first layer.
    return {"X": np.zeros(X.shape), "w": d_L_d_filters}
