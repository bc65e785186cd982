# Uses size as the step and so ignores a given stride in the loop.
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
        self.x = x
        T_out = (len(x) - self.size) // self.stride + 1
        self.arg = [t * self.size + int(np.argmax(x[t * self.size : (t + 1) * self.size])) if t * self.size < len(x) else len(x) - 1 for t in range(T_out)]
        return np.array([x[a] for a in self.arg])

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
        dx = np.zeros(len(self.x))
        for a, g in zip(self.arg, dz):
            dx[a] += g
        return dx
