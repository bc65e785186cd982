# Every tied entry gets the whole upstream gradient.
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
        self.mask = h == h.max()
        return h.max()

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
        return self.mask * float(dz)
