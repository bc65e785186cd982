"""Idea: One place is enough to remember what forward has found.
Hint: A network has several such layers. Whose winners stand there when backward is called? The
    class, a global and a default argument are there once, for all of them.
Family: state
Fails: test_MaxPool2D_layer
"""

_memory = {}


class MaxPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X, memory=_memory):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        size, stride = self.size, self.stride
        windows = np.lib.stride_tricks.sliding_window_view(X, (size, size), axis=(2, 3))
        windows = windows[:, :, ::stride, ::stride]
        N, C, H_out, W_out = windows.shape[:4]
        places = windows.reshape(N, C, H_out, W_out, size * size).argmax(axis=4)
        row, column = np.divmod(places, size)  # inside the window
        n, c, i, j = np.ogrid[:N, :C, :H_out, :W_out]
        memory["shape"] = X.shape
        memory["winners"] = n, c, stride * i + row, stride * j + column
        return X[memory["winners"]]

    def backward(self, dout, memory=_memory):
        dX = np.zeros(memory["shape"])
        np.add.at(dX, memory["winners"], dout)
        return dX
