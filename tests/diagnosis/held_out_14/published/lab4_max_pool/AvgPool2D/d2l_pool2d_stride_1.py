# d2l's pool2d: the window moves one step at a time whatever the stride is
class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        p_h = p_w = self.size
        self.shape = X.shape
        Y = np.zeros((X.shape[0], X.shape[1], X.shape[2] - p_h + 1, X.shape[3] - p_w + 1))
        for i in range(Y.shape[2]):
            for j in range(Y.shape[3]):
                Y[:, :, i, j] = X[:, :, i: i + p_h, j: j + p_w].mean(axis=(2, 3))
        return Y

    def backward(self, dY):
        p_h = p_w = self.size
        dX = np.zeros(self.shape)
        for i in range(min(dY.shape[2], self.shape[2] - p_h + 1)):
            for j in range(min(dY.shape[3], self.shape[3] - p_w + 1)):
                dX[:, :, i: i + p_h, j: j + p_w] += dY[:, :, i:i + 1, j:j + 1] / (p_h * p_w)
        return dX
