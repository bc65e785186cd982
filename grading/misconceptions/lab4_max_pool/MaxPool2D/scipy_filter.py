"""Idea: SciPy has a maximum filter for images.
Hint: Which packages does the lab put out of bounds? A window is a slice, and NumPy has max.
Family: shortcut
Fails: test_MaxPool2D
Sandbox: test_MaxPool2D_batch, test_MaxPool2D_wide, test_MaxPool2D_stride,
    test_MaxPool2D_leftover, test_MaxPool2D_backward, test_MaxPool2D_backward_wide,
    test_MaxPool2D_upstream, test_MaxPool2D_overlap, test_MaxPool2D_gaps, test_MaxPool2D_ties,
    test_MaxPool2D_together, test_MaxPool2D_kinds, test_MaxPool2D_layer
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, X):
        from scipy.ndimage import maximum_filter

        self.X, k, s = X, self.size, self.stride
        H, W = X.shape[2:]
        Z = maximum_filter(X, (1, 1, k, k), origin=(0, 0, -(k // 2), -(k // 2)))
        return Z[:, :, : H - k + 1 : s, : W - k + 1 : s].copy()

    def backward(self, dout):
        dX, k, s = np.zeros(self.X.shape), self.size, self.stride
        for n, c, i, j in np.ndindex(dout.shape):
            window = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            a, b = np.unravel_index(window.argmax(), window.shape)
            dX[n, c, i * s + a, j * s + b] += dout[n, c, i, j]
        return dX
