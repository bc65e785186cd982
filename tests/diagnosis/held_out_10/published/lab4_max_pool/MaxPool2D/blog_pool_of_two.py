# As in a well-known blog post the pool is always 2 by 2, whatever size and stride say.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size

    def iterate_regions(self, image):
        _, _, h, w = image.shape
        for i in range(h // 2):
            for j in range(w // 2):
                yield image[:, :, i * 2:i * 2 + 2, j * 2:j * 2 + 2], i, j

    def forward(self, input):
        self.last_input = input
        n, f, h, w = input.shape
        output = np.zeros((n, f, h // 2, w // 2), dtype=input.dtype)
        for im_region, i, j in self.iterate_regions(input):
            output[:, :, i, j] = np.amax(im_region, axis=(2, 3))
        return output

    def backward(self, d_L_d_out):
        d_L_d_input = np.zeros(self.last_input.shape)
        for im_region, i, j in self.iterate_regions(self.last_input):
            n, f, h, w = im_region.shape
            for a in range(n):
                for c in range(f):
                    i2, j2 = np.unravel_index(im_region[a, c].argmax(), (h, w))
                    d_L_d_input[a, c, i * 2 + i2, j * 2 + j2] = d_L_d_out[a, c, i, j]
        return d_L_d_input
