"""Idea: Stretch the upstream gradient by the size, and divide by size squared.
Hint: That is right where windows tile the image. What if the stride is not the size?
Family: stride
Fails: test_AvgPool2D_overlap, test_AvgPool2D_gaps, test_AvgPool2D_together
"""


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        k, s = self.size, self.stride
        N, C, H, W = self.shape = X.shape
        Z = np.zeros((N, C, (H - k) // s + 1, (W - k) // s + 1))
        for i, j in np.ndindex(Z.shape[2:]):
            Z[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].mean(axis=(2, 3))
        return Z

    def backward(self, dout):
        dX, k = np.zeros(self.shape), self.size
        wide = np.kron(dout, np.ones((k, k)) / k**2)[:, :, : self.shape[2], : self.shape[3]]
        dX[:, :, : wide.shape[2], : wide.shape[3]] = wide
        return dX
