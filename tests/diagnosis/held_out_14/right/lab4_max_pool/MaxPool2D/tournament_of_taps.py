# taps fight one after the other: a running maximum and the number of the tap that holds it, strictly larger takes over
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def taps(self, A, Ho, Wo):
        s = self.stride
        return [A[:, :, a:a + s * Ho:s, b:b + s * Wo:s] for a in range(self.size) for b in range(self.size)]

    def forward(self, X):
        self.shape = X.shape
        Ho, Wo = ((n - self.size) // self.stride + 1 for n in X.shape[2:])
        first, *others = self.taps(X, Ho, Wo)
        Z, self.holder = first.copy(), np.zeros(first.shape, dtype=int)
        for number, tap in enumerate(others, 1):
            better = tap > Z
            Z[better] = tap[better]
            self.holder[better] = number
        return Z

    def backward(self, dZ):
        dX = np.zeros(self.shape)
        for number, tap in enumerate(self.taps(dX, *dZ.shape[2:])):
            tap += np.where(self.holder == number, dZ, 0.0)
        return dX
