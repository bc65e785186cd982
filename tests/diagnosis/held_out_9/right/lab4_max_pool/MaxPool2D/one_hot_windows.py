# right
# One-hot of argmax scattered through index arrays.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        v = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))[:, :, ::s, ::s]
        flat = v.reshape(v.shape[:4] + (k * k,))
        self.shape, self.arg = X.shape, flat.argmax(-1)
        return flat.max(-1)

    def backward(self, dZ):
        n, c, i, j = np.indices(self.arg.shape)
        y, x = i * self.stride + self.arg // self.size, j * self.stride + self.arg % self.size
        out = np.zeros(self.shape)
        np.add.at(out, (n, c, y, x), dZ)
        return out
