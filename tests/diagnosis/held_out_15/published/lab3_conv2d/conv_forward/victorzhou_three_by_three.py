# The regions are 3 x 3 and the map (h - 2, w - 2) whatever the filter, as in the blog's Conv3x3; filters of another shape raise.
def iterate_regions(image):
    h, w = image.shape
    for i in range(h - 2):
        for j in range(w - 2):
            im_region = image[i:(i + 3), j:(j + 3)]
            yield im_region, i, j


def conv_forward(X, w):
    h, width = X.shape
    output = np.zeros((h - 2, width - 2))
    for im_region, i, j in iterate_regions(X):
        output[i, j] = np.sum(im_region * w, axis=(0, 1))
    return output
