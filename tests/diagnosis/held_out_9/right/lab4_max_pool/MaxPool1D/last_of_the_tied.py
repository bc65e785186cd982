# right
# At ties the last of them.
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        v = np.lib.stride_tricks.sliding_window_view(x, self.size)[::self.stride]
        self.at = self.size - 1 - v[:, ::-1].argmax(1) + self.stride * np.arange(len(v))
        self.n = len(x)
        return x[self.at].copy()

    def backward(self, dz):
        return np.bincount(self.at, weights=dz, minlength=self.n).astype(float)
