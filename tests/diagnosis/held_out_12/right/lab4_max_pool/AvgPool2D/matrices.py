# right: two averaging matrices, P @ X @ Q.T, and their transposes on the way back.
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
        def along(n):
            m = (n - self.size) // self.stride + 1
            d = np.arange(n) - self.stride * np.arange(m)[:, None]
            return ((d >= 0) & (d < self.size)) / self.size


        self.P, self.Q = along(X.shape[2]), along(X.shape[3])
        return self.P @ X @ self.Q.T

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
        return self.P.T @ dZ @ self.Q
