# Returns (N, D, T), channels first, as the next layer wants it.
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
        self.ids, self.shape = ids, table.shape
        return table[ids].transpose(0, 2, 1).copy()

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
        d = np.zeros(self.shape)
        g = dout if dout.shape[1:] == (self.ids.shape[1], self.shape[1]) else dout.transpose(0, 2, 1)
        np.add.at(d, self.ids, g)
        return d
