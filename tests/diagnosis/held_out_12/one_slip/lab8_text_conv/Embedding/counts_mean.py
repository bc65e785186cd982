# Divides each word's gradient by the number of its uses.
class Embedding(Layer):
    """A table with one vector for each word."""

    def forward(self, ids, table):
        """Look words up.

        Parameters
        ----------
        ids : int array (N, T)
            Word numbers from 0 to V - 1.
        table : array (V, D)

        Returns
        -------
        array (N, T, D)
        """
        if np.ndim(ids) != 2 or np.ndim(table) != 2:
            raise ValueError(f"Expected (N, T) and (V, D), got {np.shape(ids)}, {np.shape(table)}.")
        self.ids, self.shape = ids.copy(), table.shape
        return table[ids]

    def backward(self, dout):
        """Add up what arrives at each word.

        Parameters
        ----------
        dout : array (N, T, D)

        Returns
        -------
        array (V, D), float64
            Gradient of the table, and only this: word numbers have none.
        """
        d, n = np.zeros(self.shape), np.zeros(self.shape[0])
        for i, t in np.ndindex(self.ids.shape):
            d[self.ids[i, t]] += dout[i, t]
            n[self.ids[i, t]] += 1
        return d / np.maximum(n, 1)[:, None]
