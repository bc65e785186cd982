# backward spreads the gradient by np.repeat over size x size blocks and pads with zeros, as if the stride were always the size (overlaps and gaps are wrong or raise)
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
    def forward(self, X):
        self.shape = X.shape
        k, s = self.size, self.stride
        cols = [[X[:, :, i:i + k, j:j + k].mean((2, 3)) for j in range(0, X.shape[3] - k + 1, s)]
                for i in range(0, X.shape[2] - k + 1, s)]
        return np.array(cols).transpose(2, 3, 0, 1)
    def backward(self, dZ):
        k = self.size
        big = np.repeat(np.repeat(dZ, k, axis=2), k, axis=3) / (k * k)
        dX = np.zeros(self.shape)
        dX[:, :, :big.shape[2], :big.shape[3]] = big
        return dX
