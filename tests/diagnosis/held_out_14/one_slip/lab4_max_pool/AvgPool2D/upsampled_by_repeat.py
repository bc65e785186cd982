# backward repeats every entry of dZ size times in both directions, which has the shape of X only where the windows tile it exactly
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        return np.array([[[[np.mean(m[i:i + k, j:j + k]) for j in range(0, m.shape[1] - k + 1, s)]
                           for i in range(0, m.shape[0] - k + 1, s)] for m in x] for x in X])

    def backward(self, dZ):
        k = self.size
        return np.repeat(np.repeat(dZ.astype(np.float64), k, axis=2), k, axis=3) / (k * k)
