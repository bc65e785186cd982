# Right: keeps a running maximum over the places inside the window and notes which place took the lead last.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def slices(self, h, w):
        k, s = self.size, self.stride
        return [np.s_[:, :, a:a + s * h:s, b:b + s * w:s] for a in range(k) for b in range(k)]

    def forward(self, X):
        self.shape = X.shape
        h, w = ((n - self.size) // self.stride + 1 for n in X.shape[2:])
        taps = self.slices(h, w)
        best = X[taps[0]].copy()
        self.leader = np.zeros(best.shape, dtype=int)
        for number, tap in enumerate(taps[1:], start=1):
            better = X[tap] > best
            best[better] = X[tap][better]
            self.leader[better] = number
        return best

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for number, tap in enumerate(self.slices(*dZ.shape[2:])):
            dX[tap] += np.where(self.leader == number, dZ, 0.0)
        return dX
