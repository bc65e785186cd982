# right: a list of sentences, each cut to its length, with index lists.
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
        P = a.shape[2]
        cut = [P] * len(a) if lengths is None else [int(n) for n in lengths]
        self.shape = a.shape
        self.best = [[int(np.argmax(row[:n])) for row in s] for s, n in zip(a, cut)]
        return np.array([[row[i] for row, i in zip(s, best)] for s, best in zip(a, self.best)], dtype=a.dtype)

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
        for n, best in enumerate(self.best):
            for o, i in enumerate(best):
                da[n, o, i] += dz[n, o]
        return da
