# on the way back the shares are 1/k of the upstream gradient instead of 1/k²
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        self.shape = X.shape
        v = np.lib.stride_tricks.sliding_window_view(X, (k, k), axis=(2, 3))
        return v[:, :, ::s, ::s].mean(axis=(-2, -1), dtype=np.float64)

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        Ho, Wo = dZ.shape[2:]
        share = dZ / k
        for a in range(k):
            for b in range(k):
                dX[:, :, a : a + s * Ho : s, b : b + s * Wo : s] += share
        return dX
