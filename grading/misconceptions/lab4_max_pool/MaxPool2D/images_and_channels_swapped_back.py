"""Idea: On the way back the channels come first.
Hint: Which shape had X? Its first axis counts the images.
Family: axes
Fails: test_MaxPool2D_upstream, test_MaxPool2D_together, test_MaxPool2D_kinds,
    test_MaxPool2D_layer
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
        size, stride = self.size, self.stride
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
        N, C, H, W = self.shape
        dX = np.zeros((C, N, H, W)).reshape(self.shape)
        n, c, i, j = self.winners
        np.add.at(dX, (n, c, i, j), dout.reshape(C, N, *dout.shape[2:]).swapaxes(0, 1))
        return dX
