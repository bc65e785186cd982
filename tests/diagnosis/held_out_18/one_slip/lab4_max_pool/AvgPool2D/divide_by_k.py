# the backward pass divides the upstream gradient by the size k instead of by k*k
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
    def forward(self, X):
        self.shape = X.shape
        v = np.lib.stride_tricks.sliding_window_view(X, (self.size, self.size), axis=(2, 3))
        return v[:, :, ::self.stride, ::self.stride].mean(axis=(4, 5), dtype=float)
    def backward(self, dZ):
        dX = np.zeros(self.shape)
        share = dZ / float(self.size)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                t, l = i * self.stride, j * self.stride
                dX[:, :, t:t + self.size, l:l + self.size] += share[:, :, i:i + 1, j:j + 1]
        return dX
