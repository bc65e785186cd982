# right
# np.maximum over shifted views, first winner found by a rest
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def _views(self, A):
        H, W = A.shape[2] - self.size + 1, A.shape[3] - self.size + 1
        for u in range(self.size):
            for v in range(self.size):
                yield A[:, :, u:u + H:self.stride, v:v + W:self.stride]

    def forward(self, X):
        self.X = X + 0
        best = None
        for view in self._views(self.X):
            best = view.copy() if best is None else np.maximum(best, view)
        self.best = best
        return best.copy()

    def backward(self, dout):
        dX = np.zeros(self.X.shape)
        rest = np.array(dout, dtype=float)
        for x, d in zip(self._views(self.X), self._views(dX)):
            hit = x == self.best
            d += np.where(hit, rest, 0)
            rest[hit] = 0
        return dX
