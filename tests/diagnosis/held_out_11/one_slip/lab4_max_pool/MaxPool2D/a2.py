# The winner is placed without the offset of its column.
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
        N, C, H, W = X.shape
        self.X = X
        f, s = self.size, self.stride
        n_H = (H - f) // s + 1
        n_W = (W - f) // s + 1
        A = np.zeros((N, C, n_H, n_W))
        for i in range(N):
            for c in range(C):
                for h in range(n_H):
                    for v in range(n_W):
                        A[i, c, h, v] = X[i, c, h*s:h*s+f, v*s:v*s+f].max()
        return A

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
        f, s = self.size, self.stride
        dA_prev = np.zeros(self.X.shape)
        N, C, n_H, n_W = dZ.shape
        for i in range(N):
            for c in range(C):
                for h in range(n_H):
                    for v in range(n_W):
                        win = self.X[i, c, h*s:h*s+f, v*s:v*s+f]
                        k, m = np.unravel_index(win.argmax(), win.shape)
                        dA_prev[i, c, h*s + k, m] += dZ[i, c, h, v]
        return dA_prev
