# victorzhou's MaxPool2: the stride is ignored (regions always tile, h // size of them), and every pixel of a region that equals the maximum gets the full gradient
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def iterate_regions(self, image):
        h, w = image.shape
        new_h = h // self.size
        new_w = w // self.size
        for i in range(new_h):
            for j in range(new_w):
                im_region = image[(i * self.size) : ((i + 1) * self.size), (j * self.size) : ((j + 1) * self.size)]
                yield im_region, i, j

    def forward(self, X):
        self.last_input = X
        n, c, h, w = X.shape
        output = np.zeros((n, c, h // self.size, w // self.size))
        for b in range(n):
            for f in range(c):
                for im_region, i, j in self.iterate_regions(X[b, f]):
                    output[b, f, i, j] = np.amax(im_region)
        return output

    def backward(self, dZ):
        d_L_d_input = np.zeros(self.last_input.shape)
        n, c, _, _ = self.last_input.shape
        for b in range(n):
            for f in range(c):
                for im_region, i, j in self.iterate_regions(self.last_input[b, f]):
                    h, w = im_region.shape
                    amax = np.amax(im_region)
                    for i2 in range(h):
                        for j2 in range(w):
                            # If this pixel was the max value, copy the gradient to it.
                            if im_region[i2, j2] == amax:
                                d_L_d_input[b, f, i * self.size + i2, j * self.size + j2] = dZ[b, f, i, j]
        return d_L_d_input
