"""Idea: A mean over windows is a correlation with a box filter, and SciPy has that.
Hint: It is one, and SciPy is out of bounds. Which NumPy function takes means?
Family: shortcut
Fails: test_AvgPool2D
Sandbox: test_AvgPool2D_batch, test_AvgPool2D_wide, test_AvgPool2D_stride,
    test_AvgPool2D_leftover, test_AvgPool2D_backward, test_AvgPool2D_backward_wide,
    test_AvgPool2D_upstream, test_AvgPool2D_overlap, test_AvgPool2D_gaps, test_AvgPool2D_together,
    test_AvgPool2D_kinds, test_AvgPool2D_layer
"""


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        from scipy.signal import correlate

        k, s = self.size, self.stride
        self.shape = X.shape
        box = np.full((1, 1, k, k), 1 / k**2)
        Z = correlate(X.astype(float), box, mode="valid", method="direct")
        return Z[:, :, ::s, ::s].copy()

    def backward(self, dout):
        k, s = self.size, self.stride
        dX = np.zeros(self.shape)
        for i, j in np.ndindex(dout.shape[2:]):
            share = dout[:, :, i : i + 1, j : j + 1] / k**2
            dX[:, :, i * s : i * s + k, j * s : j * s + k] += share
        return dX
