# victorzhou's MaxPool2: windows of 2x2 that tile the image whatever size and stride say; backward assigns the gradient to every place that equals the maximum
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def iterate_regions(self, image):
        h, w = image.shape
        for i in range(h // 2):
            for j in range(w // 2):
                yield image[(i * 2):(i * 2 + 2), (j * 2):(j * 2 + 2)], i, j

    def forward(self, X):
        self.last_input = X
        N, C, h, w = X.shape
        output = np.zeros((N, C, h // 2, w // 2))
        for n in range(N):
            for c in range(C):
                for im_region, i, j in self.iterate_regions(X[n, c]):
                    output[n, c, i, j] = np.amax(im_region)
        return output

    def backward(self, d_L_d_out):
        d_L_d_input = np.zeros(self.last_input.shape)
        for n in range(d_L_d_input.shape[0]):
            for c in range(d_L_d_input.shape[1]):
                for im_region, i, j in self.iterate_regions(self.last_input[n, c]):
                    amax = np.amax(im_region)
                    for i2 in range(2):
                        for j2 in range(2):
                            if im_region[i2, j2] == amax:
                                d_L_d_input[n, c, i * 2 + i2, j * 2 + j2] = d_L_d_out[n, c, i, j]
        return d_L_d_input
