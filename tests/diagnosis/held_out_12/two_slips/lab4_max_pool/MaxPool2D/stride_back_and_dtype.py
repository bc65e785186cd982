# The backward pass steps by size instead of stride, and dX has the dtype of X.
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
        self.X = X
        k, s = self.size, self.stride
        return np.lib.stride_tricks.sliding_window_view(X, (k, k), (2, 3))[:, :, ::s, ::s].max((-1, -2))

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
        k = self.size
        dX = np.zeros_like(self.X)
        for n, c, i, j in np.ndindex(dZ.shape):
            win = self.X[n, c, i * k : i * k + k, j * k : j * k + k]
            if win.size:
                u, v = np.unravel_index(win.argmax(), win.shape)
                dX[n, c, i * k + u, j * k + v] += dZ[n, c, i, j]
        return dX
