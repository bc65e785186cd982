# wrong: backward is not written yet
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride or size

    def forward(self, X):
        self.X = X
        v = np.lib.stride_tricks.sliding_window_view(X, (self.size, self.size), axis=(2, 3))
        return v[:, :, :: self.stride, :: self.stride].max(axis=(-1, -2))

    def backward(self, dout):
        raise NotImplementedError()
