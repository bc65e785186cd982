"""Idea: A stride longer than the window would skip pixels.
Hint: It does skip pixels, and it is allowed. Where do the windows start?
Family: stride
Fails: test_MaxPool2D_stride, test_MaxPool2D_gaps, test_MaxPool2D_together
"""


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        size, stride = self.size, min(self.size, self.stride)
        windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
        windows = windows[:, :, ::stride, ::stride]
        N, C, H_out, W_out = windows.shape[:4]
        places = windows.reshape(N, C, H_out, W_out, size * size).argmax(axis=4)
        row, column = np.divmod(places, size)  # inside the window
        n, c, i, j = np.ogrid[:N, :C, :H_out, :W_out]
        self.shape = X.shape
        self.winners = n, c, stride * i + row, stride * j + column
        return X[self.winners]

    def backward(self, dout):
        dX = np.zeros(self.shape)
        np.add.at(dX, self.winners, dout)
        return dX
