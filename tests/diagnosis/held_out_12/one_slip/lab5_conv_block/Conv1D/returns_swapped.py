# Returns (dw, dx), in the wrong order.
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
        self.saved = (x, w)
        return w * x

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
        x, w = self.saved
        return float(np.dot(x, da)), np.array(da * w, dtype=float)
