# Keeps the winner and length on the class, so two layers share their state.
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
        MaxPool.idx = int(h.argmax())
        MaxPool.T = h.size
        return h[MaxPool.idx]

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
        out = np.zeros(MaxPool.T)
        out[MaxPool.idx] = dz
        return out
