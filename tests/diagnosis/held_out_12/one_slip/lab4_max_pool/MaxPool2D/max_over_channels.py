# Takes the maximum over the channels, too, and repeats it.
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
        N, C, H, W = X.shape
        k, s = self.size, self.stride
        h, v = (H - k) // s + 1, (W - k) // s + 1
        out = np.zeros((N, C, h, v), X.dtype)
        for i in range(h):
            for j in range(v):
                out[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].max(axis=(1, 2, 3))[:, None]
        return out

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
        k, s = self.size, self.stride
        for n, c, i, j in np.ndindex(dZ.shape):
            win = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            u, v = np.unravel_index(win.argmax(), win.shape)
            dX[n, c, i * s + u, j * s + v] += dZ[n, c, i, j]
        return dX
