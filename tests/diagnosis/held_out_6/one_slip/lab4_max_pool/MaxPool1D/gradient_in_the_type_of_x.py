# wrong: the gradient has the dtype of x: with whole numbers it is cut off
class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x = x
        w = np.lib.stride_tricks.sliding_window_view(x, self.size)[:: self.stride]
        self.best = w.argmax(axis=1) + self.stride * np.arange(len(w))
        return x[self.best]

    def backward(self, dz):
        dx = np.zeros_like(self.x)
        for t in range(len(dz)):
            dx[self.best[t]] += dz[t]
        return dx
