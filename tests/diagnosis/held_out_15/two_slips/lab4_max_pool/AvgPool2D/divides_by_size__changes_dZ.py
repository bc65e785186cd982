# backward divides by size in place of size squared; and it does so in place, in the caller's dZ (which fails for integers).
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.shape = X.shape
        k, s = self.size, self.stride
        h, w = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        total = sum(X[:, :, a:a + s * h:s, b:b + s * w:s] for a in range(k) for b in range(k))
        return total / k**2

    def backward(self, dZ):
        k, s = self.size, self.stride
        h, w = dZ.shape[2:]
        dZ /= k
        dX = np.zeros(self.shape)
        for a in range(k):
            for b in range(k):
                dX[:, :, a:a + s * h:s, b:b + s * w:s] += dZ
        return dX
