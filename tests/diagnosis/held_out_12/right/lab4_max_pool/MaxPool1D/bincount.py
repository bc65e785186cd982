# right: np.bincount with weights for the backward pass.
class MaxPool1D(Layer):
    """The largest entry of each window of a vector.

    Parameters
    ----------
    size : int
        Length of a window.
    stride : int, optional
        From the start of a window to the start of the next; `size` if not given.
    """

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride
        if self.size < 1 or self.stride < 1:
            raise ValueError(f"size and stride must be at least 1, got {size} and {stride}")

    def forward(self, x):
        """Find the largest entry of each window.

        Parameters
        ----------
        x : array (T,)
            At least one window long.

        Returns
        -------
        array (T_out,), where T_out = (T - size) // stride + 1
        """
        if x.ndim != 1 or len(x) < self.size:
            raise ValueError(f"x must be a vector of at least {self.size}, got shape {x.shape}")
        a = np.arange((len(x) - self.size) // self.stride + 1) * self.stride
        W = x[a[:, None] + np.arange(self.size)]
        self.j, self.T = a + W.argmax(1), len(x)
        return np.take_along_axis(W, W.argmax(1)[:, None], 1)[:, 0].copy()

    def backward(self, dz):
        """Send the upstream gradient back to the winners.

        Parameters
        ----------
        dz : array (T_out,)
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (T,), float64
            Gradient with respect to x.
        """
        return np.bincount(self.j, weights=np.asarray(dz, float), minlength=self.T)
