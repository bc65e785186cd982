# backward divides by the number of windows that cover a pixel as well, so where windows overlap the shares are averaged instead of added
class AvgPool2D(Layer):
    """2-D average pooling with a square window."""

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def _window(self, i, j):
        top, left = i * self.stride, j * self.stride
        return np.s_[:, :, top : top + self.size, left : left + self.size]

    def forward(self, X):
        self.input_shape = X.shape
        out_h, out_w = [(d - self.size) // self.stride + 1 for d in X.shape[2:]]
        rows = [[X[self._window(i, j)].mean(axis=(2, 3), dtype=np.float64) for j in range(out_w)] for i in range(out_h)]
        return np.array(rows).transpose(2, 3, 0, 1)

    def backward(self, dZ):
        dX = np.zeros(self.input_shape)
        counts = np.zeros(self.input_shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[self._window(i, j)] += dZ[:, :, i, j][:, :, None, None] / self.size**2
                counts[self._window(i, j)] += 1
        return dX / np.maximum(counts, 1)
