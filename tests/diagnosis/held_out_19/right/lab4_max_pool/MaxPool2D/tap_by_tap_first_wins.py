# tap by tap, keeping the best value and its tap so far; scattered per tap
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def _tap(self, X, q):
        a, b = divmod(q, self.size)
        s = self.stride
        h = (X.shape[2] - self.size) // s + 1
        v = (X.shape[3] - self.size) // s + 1
        return X[:, :, a:a + s * h:s, b:b + s * v:s]

    def forward(self, X):
        best = self._tap(X, 0).copy()
        winner = np.zeros(best.shape, dtype=int)
        for q in range(1, self.size**2):
            tap = self._tap(X, q)
            better = tap > best
            best[better] = tap[better]
            winner[better] = q
        self.shape, self.winner = X.shape, winner
        return best

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for q in range(self.size**2):
            tap = self._tap(dX, q)
            tap += np.where(self.winner == q, dZ, 0)
        return dX
