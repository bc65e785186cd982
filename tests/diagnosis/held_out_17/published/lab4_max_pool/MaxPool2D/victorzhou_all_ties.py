# victorzhou's MaxPool2 backprop: every entry equal to the window's maximum gets the full gradient
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def iterate_regions(self, image):
        h, w = image.shape[2:]
        k, s = self.size, self.stride
        for i in range((h - k) // s + 1):
            for j in range((w - k) // s + 1):
                yield image[:, :, i * s:i * s + k, j * s:j * s + k], i, j

    def forward(self, X):
        self.last_input = X
        N, C, h, w = X.shape
        k, s = self.size, self.stride
        output = np.zeros((N, C, (h - k) // s + 1, (w - k) // s + 1))
        for im_region, i, j in self.iterate_regions(X):
            output[:, :, i, j] = np.amax(im_region, axis=(2, 3))
        return output

    def backward(self, dZ):
        d_L_d_input = np.zeros(self.last_input.shape)
        for im_region, i, j in self.iterate_regions(self.last_input):
            amax = np.amax(im_region, axis=(2, 3))
            N, C, h, w = im_region.shape
            for n in range(N):
                for f in range(C):
                    for a in range(h):
                        for b in range(w):
                            if im_region[n, f, a, b] == amax[n, f]:
                                d_L_d_input[n, f, i * self.stride + a, j * self.stride + b] += dZ[n, f, i, j]
        return d_L_d_input
