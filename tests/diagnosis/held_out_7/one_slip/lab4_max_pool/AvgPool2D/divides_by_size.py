# divides by the size instead of its square, forwards
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        N, C, H, W = X.shape
        self.shape = X.shape
        k, s = self.size, self.stride
        oh, ow = (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, C, oh, ow))
        for a in range(k):
            for b in range(k):
                out += X[:, :, a : a + s * oh : s, b : b + s * ow : s]
        return out / k

    def backward(self, dZ):
        k, s = self.size, self.stride
        oh, ow = dZ.shape[2:]
        dX = np.zeros(self.shape)
        for a in range(k):
            for b in range(k):
                dX[:, :, a : a + s * oh : s, b : b + s * ow : s] += dZ / k**2
        return dX
