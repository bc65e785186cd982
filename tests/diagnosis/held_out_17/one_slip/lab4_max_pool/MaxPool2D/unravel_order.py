# turns the flat argmax into (row, column) the wrong way round: row = index % size, column = index // size
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.f, self.s = size, (stride or size)

    def forward(self, X):
        f, s = self.f, self.s
        self.shape = X.shape
        w = np.lib.stride_tricks.sliding_window_view(X, (f, f), axis=(2, 3))[:, :, ::s, ::s]
        flat = w.reshape(w.shape[:4] + (f * f,))
        self.arg = flat.argmax(axis=-1)
        return flat.max(axis=-1)

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        n, c, i, j = np.indices(self.arg.shape)
        rows = i * self.s + self.arg % self.f
        cols = j * self.s + self.arg // self.f
        np.add.at(dX, (n, c, rows, cols), dZ)
        return dX
