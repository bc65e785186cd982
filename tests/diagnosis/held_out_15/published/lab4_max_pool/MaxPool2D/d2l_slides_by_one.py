# Slides the pooling window by one place in both directions, as d2l's pool2d does, whatever the stride.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def pool2d(self, X, pool_size):
        p_h, p_w = pool_size
        Y = np.zeros((X.shape[0] - p_h + 1, X.shape[1] - p_w + 1))
        for i in range(Y.shape[0]):
            for j in range(Y.shape[1]):
                Y[i, j] = X[i:i + p_h, j:j + p_w].max()
        return Y

    def forward(self, X):
        self.X = X
        pools = [[self.pool2d(x, (self.size, self.size)) for x in image] for image in X]
        return np.array(pools)

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        k = self.size
        for n, c, i, j in np.ndindex(dZ.shape):
            p = self.X[n, c, i:i + k, j:j + k].argmax()
            dX[n, c, i + p // k, j + p % k] += dZ[n, c, i, j]
        return dX
