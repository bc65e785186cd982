# wrong: forward is the sum, not the mean; backward is not written yet
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = stride or size

    def forward(self, X):
        k, s = self.size, self.stride
        w = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))
        return w[:, :, ::s, ::s].sum(axis=(4, 5))

    def backward(self, dout):
        raise NotImplementedError
