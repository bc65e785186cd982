# every tied place of a window gets the full gradient; the stride is ignored, windows are always size apart
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size

    def forward(self, X):
        k = self.size
        N, C, H, W = X.shape
        self.X = X
        h, w = H // k, W // k
        self.blocks = X[:, :, :h * k, :w * k].reshape(N, C, h, k, w, k)
        self.Z = self.blocks.max(axis=(3, 5))
        return self.Z.copy()

    def backward(self, dZ):
        k = self.size
        N, C, h, w = self.Z.shape
        mask = self.blocks == self.Z[:, :, :, None, :, None]
        dX = np.zeros(self.X.shape)
        dX[:, :, :h * k, :w * k] = (mask * dZ[:, :, :, None, :, None]).reshape(N, C, h * k, w * k)
        return dX
