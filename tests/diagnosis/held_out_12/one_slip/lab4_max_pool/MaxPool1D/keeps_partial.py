# Keeps the window at the end that is not full, as ceil mode does.
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
        self.size_x = len(x)
        self.at = []
        for a in range(0, len(x), self.stride):
            self.at.append(a + int(np.argmax(x[a : a + self.size])))
        return x[self.at]

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
        dx = np.zeros(self.size_x)
        for p, g in zip(self.at, dz):
            dx[p] += g
        return dx
