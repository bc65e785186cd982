# the image is cut into blocks by a reshape, which raises a ValueError where the size does not divide height and width (or the stride is another)
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        blocks = X.reshape(N, C, H // s, s, W // s, s)[:, :, :, :k, :, :k]
        self.flat = blocks.swapaxes(3, 4).reshape(N, C, H // s, W // s, k * k)
        self.shape = X.shape
        return self.flat.max(axis=-1)

    def backward(self, dout):
        N, C, h, w = dout.shape
        k, s = self.size, self.stride
        d = np.zeros((N, C, h, w, s, s))
        place = self.flat.argmax(axis=-1)
        for n, c, i, j in np.ndindex(dout.shape):
            d[n, c, i, j, place[n, c, i, j] // k, place[n, c, i, j] % k] = dout[n, c, i, j]
        return d.swapaxes(3, 4).reshape(self.shape)
