# right: argmax and a boolean row of an identity matrix.
class MaxPool(Layer):
    """The largest entry of a vector."""

    def forward(self, h):
        """Find the largest entry.

        Parameters
        ----------
        h : array (N,)

        Returns
        -------
        number
        """
        self.row = np.arange(len(h)) == h.argmax()
        return h.max()

    def backward(self, dz):
        """Send the upstream gradient back to where the largest entry came from.

        Parameters
        ----------
        dz : number

        Returns
        -------
        array (N,), float64
        """
        return np.where(self.row, float(dz), 0.0)
