# Masks with zero instead of minus infinity.
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
        self.shape = a.shape
        if lengths is not None:
            a = np.where(np.arange(a.shape[2]) < np.asarray(lengths)[:, None, None], a, 0.0)
        self.arg = a.argmax(axis=2)
        return a.max(axis=2)

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
        np.put_along_axis(da, self.arg[:, :, None], dz[:, :, None], axis=2)
        return da
