# right
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.shape = X.shape
        h, v = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        total = 0.0
        for a in range(k):
            for b in range(k):
                total = total + X[:, :, a:a + s * h:s, b:b + s * v:s][:, :, :h, :v]
        return total / (k * k)

    def backward(self, dout):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for (n, c, i, j), d in np.ndenumerate(dout):
            dX[n, c, i * s:i * s + k, j * s:j * s + k] += float(d) / k / k
        return dX
