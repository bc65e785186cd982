"""Idea: One place is enough to remember what forward has found.
Hint: A network has several such layers. Whose shape stands there when backward is called? The
    class, a global and a default argument are there once, for all of them.
Family: state
Fails: test_AvgPool2D_layer
"""

_memory = {}


class AvgPool2D(Layer):
    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X, memory=_memory):
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        memory["shape"] = X.shape
        window = (self.size, self.size)
        windows = np.lib.stride_tricks.sliding_window_view(X, window, axis=(2, 3))
        return windows[:, :, :: self.stride, :: self.stride].mean(axis=(4, 5))

    def backward(self, dout, memory=_memory):
        dX = np.zeros(memory["shape"])
        share = dout.astype(np.float64) / self.size**2
        reach = np.multiply(self.stride, dout.shape[2:])
        for a in range(self.size):
            for b in range(self.size):
                dX[:, :, a : a + reach[0] : self.stride, b : b + reach[1] : self.stride] += share
        return dX
