"""Idea: Size and stride are the same for all pools.
Hint: Make a layer of size 2 and then one of size 3. Which size has the first one now?
Family: state
Fails: test_AvgPool2D_layer
"""


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        AvgPool2D.size, AvgPool2D.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        N, C, H, W = self.shape = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i, j in np.ndindex(Z.shape[2:]):
            Z[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].mean(axis=(2, 3))
        return Z

    def backward(self, dout):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i, j in np.ndindex(dout.shape[2:]):
            share = dout[:, :, i : i + 1, j : j + 1] / k**2
            dX[:, :, i * s : i * s + k, j * s : j * s + k] += share
        return dX
