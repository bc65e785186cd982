# dx uses x where w belongs, and dw multiplies the two sums.
class Conv1D(Layer):
    """Convolve a vector with a filter that is one number."""

    def forward(self, x, w):
        """Multiply every entry by the filter.

        Parameters
        ----------
        x : array (N,)
        w : number

        Returns
        -------
        array (N,)
        """
        if np.ndim(x) != 1 or np.ndim(w) != 0:
            raise ValueError(f"Expected (N,) and a number, got {np.shape(x)} and {np.shape(w)}.")
        self.x, self.w = x, w
        return x * w

    def backward(self, da):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        da : array (N,)

        Returns
        -------
        dx : array (N,), float64
        dw : number
        """
        return np.asarray(da * self.x, dtype=float), float(np.sum(self.x) * np.sum(da))
