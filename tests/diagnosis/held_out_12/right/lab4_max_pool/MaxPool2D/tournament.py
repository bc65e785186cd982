# right: running maximum by taps with shared ties by a counting mask.
class MaxPool2D(Layer):
    """The largest entry of each square window of each channel.

    Parameters
    ----------
    size : int
        Rows and columns of a window.
    stride : int, optional
        From a window to the next, in both directions; `size` if not given.
    """

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, X):
        """Find the largest entry of each window.

        Parameters
        ----------
        X : array (N, C, H, W)
            H and W are at least `size`.

        Returns
        -------
        array (N, C, H_out, W_out), where H_out = (H - size) // stride + 1, and W_out alike
        """
        if X.ndim != 4 or min(X.shape[2:]) < self.size:
            raise ValueError(f"X must be (N, C, H, W), H, W >= {self.size}; got shape {X.shape}")
        k, s = self.size, self.stride
        self.X = np.array(X)
        h, v = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        self.taps = [(..., slice(u, u + s * (h - 1) + 1, s), slice(t, t + s * (v - 1) + 1, s)) for u in range(k) for t in range(k)]
        self.top = np.maximum.reduce([self.X[tap] for tap in self.taps])
        return self.top.copy()

    def backward(self, dZ):
        """Send the upstream gradient back to the winners.

        Parameters
        ----------
        dZ : array (N, C, H_out, W_out)
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (N, C, H, W), float64
            Gradient with respect to X.
        """
        dX = np.zeros(self.X.shape)
        count = sum((self.X[tap] == self.top).astype(float) for tap in self.taps)
        for tap in self.taps:
            dX[tap] += (self.X[tap] == self.top) * dZ / count
        return dX
