# Takes the largest absolute value, and the gradient goes to every tied place in full.
class MaxPool(Layer):
    """The largest entry of a vector."""

    def forward(self, h):
        """Find the largest entry.

        Parameters
        ----------
        h : array (T,), T at least 1

        Returns
        -------
        a number
        """
        if h.ndim != 1 or len(h) == 0:
            raise ValueError(f"h must be a vector with at least one entry, got shape {h.shape}")
        self.h = h
        self.m = np.max(np.abs(h))
        return self.m

    def backward(self, dz):
        """Send the upstream gradient back to the winner.

        Parameters
        ----------
        dz : number
            Gradient of the loss with respect to the output.

        Returns
        -------
        array (T,), float64
            Gradient with respect to h.
        """
        return (np.abs(self.h) == self.m) * float(dz)
