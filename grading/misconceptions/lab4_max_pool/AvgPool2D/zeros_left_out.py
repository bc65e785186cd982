"""Idea: A zero is nothing, so it does not count.
Hint: What is the mean of 0 and 4?
Family: rule
Fails: test_AvgPool2D_batch
"""


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        N, C, H, W = self.shape = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i, j in np.ndindex(Z.shape[2:]):
            window = X[:, :, i * s : i * s + k, j * s : j * s + k]
            counted = np.maximum(np.sum(window != 0, axis=(2, 3)), 1)
            Z[:, :, i, j] = window.sum(axis=(2, 3)) / counted
        return Z

    def backward(self, dout):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i, j in np.ndindex(dout.shape[2:]):
            share = dout[:, :, i : i + 1, j : j + 1] / k**2
            dX[:, :, i * s : i * s + k, j * s : j * s + k] += share
        return dX
