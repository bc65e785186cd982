# regions of 3x3 and an output smaller by 2 are hard-coded, as in victorzhou's Conv3x3: other filters raise or broadcast
def conv_forward(X, w):
    def iterate_regions(image):
        h, wd = image.shape
        for i in range(h - 2):
            for j in range(wd - 2):
                im_region = image[i:(i + 3), j:(j + 3)]
                yield im_region, i, j

    h, wd = X.shape
    output = np.zeros((max(h - 2, 0), max(wd - 2, 0)))
    for im_region, i, j in iterate_regions(X):
        output[i, j] = np.sum(im_region * w, axis=(0, 1))
    return output
