# forward is the sum of each window, not the mean (backward divides rightly); and the number of output columns is computed from H
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
    def forward(self, X):
        self.shape = N, C, H, W = X.shape
        k, s = self.size, self.stride
        ho = (H - k) // s + 1
        wo = (H - k) // s + 1
        Z = np.zeros((N, C, ho, wo))
        for i in range(ho):
            for j in range(wo):
                Z[:, :, i, j] = np.sum(X[:, :, i * s:i * s + k, j * s:j * s + k], axis=(2, 3))
        return Z
    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s:i * s + k, j * s:j * s + k] += dZ[:, :, i, j][:, :, None, None] / k**2
        return dX
