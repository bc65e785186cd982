# ties share the gradient equally, by a boolean matrix of windows and np.add.at
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.T = len(x)
        starts = np.arange(0, len(x) - self.size + 1, self.stride)
        self.idx = starts[:, None] + np.arange(self.size)
        windows = x[self.idx]
        self.hit = windows == windows.max(axis=1, keepdims=True)
        return windows.max(axis=1)

    def backward(self, dz):
        share = self.hit / self.hit.sum(axis=1, keepdims=True) * np.asarray(dz, dtype=float)[:, None]
        dx = np.zeros(self.T)
        np.add.at(dx, self.idx, share)
        return dx
