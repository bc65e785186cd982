# Multiplies padding by 0 before the max, so padding wins when all that counts is negative.
class MaxOverTime(Layer):
    """The best answer of each filter among the places that count."""

    def forward(self, a, lengths=None):
        """Find the best places.

        Parameters
        ----------
        a : array (N, O, P)
            Sentences, filters, places.
        lengths : int array (N,), optional
            How many places of each sentence count, from 1 to P. Without it all do.

        Returns
        -------
        array (N, O)
        """
        if np.ndim(a) != 3 or (lengths is not None and np.shape(lengths) != np.shape(a)[:1]):
            raise ValueError(
                f"Expected (N, O, P) and (N,), got {np.shape(a)}, {np.shape(lengths)}."
            )
        n = np.full(len(a), a.shape[2]) if lengths is None else lengths
        masked = a * (np.arange(a.shape[2]) < np.asarray(n)[:, None, None])
        self.shape, self.at = a.shape, masked.argmax(axis=2)
        return masked.max(axis=2)

    def backward(self, dz):
        """Send the upstream gradient back to the best places.

        Parameters
        ----------
        dz : array (N, O)

        Returns
        -------
        array (N, O, P), float64
            Gradient of a, and only this: lengths have none.
        """
        da = np.zeros(self.shape)
        np.put_along_axis(da, self.at[:, :, None], dz[:, :, None], axis=2)
        return da
