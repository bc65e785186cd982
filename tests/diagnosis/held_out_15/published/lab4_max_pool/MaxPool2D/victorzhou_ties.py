# Copies the gradient to every pixel of a region that equals its maximum, as the blog does with 'if this pixel was the max value', so at a tie each gets all.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def iterate_regions(self, X):
        h = (X.shape[2] - self.size) // self.stride + 1
        w = (X.shape[3] - self.size) // self.stride + 1
        for i in range(h):
            for j in range(w):
                t, l = i * self.stride, j * self.stride
                yield X[:, :, t:t + self.size, l:l + self.size], i, j

    def forward(self, X):
        self.last_input = X
        h = (X.shape[2] - self.size) // self.stride + 1
        w = (X.shape[3] - self.size) // self.stride + 1
        output = np.zeros(X.shape[:2] + (h, w))
        for im_region, i, j in self.iterate_regions(X):
            output[:, :, i, j] = np.amax(im_region, axis=(2, 3))
        return output

    def backward(self, dZ):
        d_L_d_input = np.zeros(self.last_input.shape)
        for im_region, i, j in self.iterate_regions(self.last_input):
            n, f, h, w = im_region.shape
            amax = np.amax(im_region, axis=(2, 3))
            for n2 in range(n):
                for f2 in range(f):
                    for i2 in range(h):
                        for j2 in range(w):
                            # If this pixel was the max value, copy the gradient to it.
                            if im_region[n2, f2, i2, j2] == amax[n2, f2]:
                                row, col = i * self.stride + i2, j * self.stride + j2
                                d_L_d_input[n2, f2, row, col] += dZ[n2, f2, i, j]
        return d_L_d_input
