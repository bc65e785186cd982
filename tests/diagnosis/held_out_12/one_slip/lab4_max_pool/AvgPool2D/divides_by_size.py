# Divides by size and not by size squared, forward as well as backward.
class AvgPool2D(Layer):
    """The mean of each square window of each channel.

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
        """Compute the mean of each window.

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
        self.shape = X.shape
        k, s = self.size, self.stride
        h, v = (X.shape[2] - k) // s + 1, (X.shape[3] - k) // s + 1
        out = np.zeros(X.shape[:2] + (h, v))
        for i in range(h):
            for j in range(v):
                out[:, :, i, j] = X[:, :, i * s : i * s + k, j * s : j * s + k].sum(axis=(2, 3)) / k
        return out

    def backward(self, dZ):
        """Divide the upstream gradient evenly.

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
        dX = np.zeros(self.shape)
        for i in range(dZ.shape[2]):
            for j in range(dZ.shape[3]):
                dX[:, :, i * s : i * s + k, j * s : j * s + k] += dZ[:, :, i, j][:, :, None, None] / k
        return dX
