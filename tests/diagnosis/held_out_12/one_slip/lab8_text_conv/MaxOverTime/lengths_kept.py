# Keeps the lengths of an earlier forward when none are given.
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
        if lengths is not None:
            self.lengths = lengths
        elif not hasattr(self, "lengths") or len(self.lengths) != len(a):
            self.lengths = np.full(len(a), a.shape[2])
        self.shape = a.shape
        self.at = np.array([s[:, :n].argmax(axis=1) for s, n in zip(a, self.lengths)])
        return np.take_along_axis(a, self.at[:, :, None], axis=2)[:, :, 0]

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
