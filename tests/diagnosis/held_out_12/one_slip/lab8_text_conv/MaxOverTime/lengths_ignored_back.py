# Forward looks at lengths, backward searches for the best place among all.
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
        self.a = a
        if lengths is None:
            return a.max(axis=2)
        return np.array([s[:, :n].max(axis=1) for s, n in zip(a, lengths)])

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
        da = np.zeros(self.a.shape)
        for n in range(len(da)):
            for o in range(da.shape[1]):
                da[n, o, np.argmax(self.a[n, o])] = dz[n, o]
        return da
