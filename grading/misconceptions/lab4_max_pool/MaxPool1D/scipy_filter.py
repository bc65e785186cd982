"""Idea: SciPy has a sliding maximum.
Hint: Which packages does the lab put out of bounds? A window is a slice, and NumPy has max.
Family: shortcut
Fails: test_MaxPool1D
Sandbox: test_MaxPool1D_stride, test_MaxPool1D_leftover, test_MaxPool1D_backward,
    test_MaxPool1D_upstream, test_MaxPool1D_overlap, test_MaxPool1D_gaps, test_MaxPool1D_ties,
    test_MaxPool1D_together, test_MaxPool1D_kinds, test_MaxPool1D_layer
"""


class MaxPool1D(Layer):
    def __init__(self, size, stride=None):
        self.size, self.stride = size, size if stride is None else stride

    def forward(self, x):
        from scipy.ndimage import maximum_filter1d

        self.x = x
        largest = maximum_filter1d(x, self.size, origin=-((self.size) // 2))
        return largest[: len(x) - self.size + 1 : self.stride].copy()

    def backward(self, dout):
        dx = np.zeros(len(self.x))
        for t, d in enumerate(dout):
            start = t * self.stride
            dx[start + np.argmax(self.x[start : start + self.size])] += d
        return dx
