# victorzhou's CNN: backprop gives the filter's gradient only, the gradient of the image is not computed (None)
def iterate_regions(image, kh, kw):
    h, w = image.shape
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            yield image[i:i + kh, j:j + kw], i, j


def conv_backward(X, w, dA=None):
    kh, kw = w.shape
    if dA is None:
        dA = np.ones((X.shape[0] - kh + 1, X.shape[1] - kw + 1))
    d_L_d_filters = np.zeros(w.shape)
    for im_region, i, j in iterate_regions(X, kh, kw):
        d_L_d_filters += dA[i, j] * im_region
    return {'X': None, 'w': d_L_d_filters}
