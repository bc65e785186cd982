# Victor Zhou's blog manner: iterates regions for one stride = size, the stride argument is not used
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride

    def iterate_regions(self, image):
        _, _, h, w = image.shape
        new_h = h // self.size
        new_w = w // self.size
        for i in range(new_h):
            for j in range(new_w):
                im_region = image[
                    :, :, (i * self.size):(i * self.size + self.size), (j * self.size):(j * self.size + self.size)
                ]
                yield im_region, i, j

    def forward(self, X):
        self.last_input = X
        n, c, h, w = X.shape
        output = np.zeros((n, c, h // self.size, w // self.size))
        for im_region, i, j in self.iterate_regions(X):
            output[:, :, i, j] = np.amax(im_region, axis=(2, 3))
        return output

    def backward(self, dZ):
        d_L_d_input = np.zeros(self.last_input.shape)
        for im_region, i, j in self.iterate_regions(self.last_input):
            n, c, h, w = im_region.shape
            best = im_region.reshape(n, c, -1).argmax(axis=2)
            for nn in range(n):
                for cc in range(c):
                    a, b = divmod(best[nn, cc], self.size)
                    d_L_d_input[nn, cc, i * self.size + a, j * self.size + b] += dZ[nn, cc, i, j]
        return d_L_d_input
