# right: a one-hot matrix and products both ways.
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
        self.E = np.equal.outer(ids.ravel(), np.arange(len(table)))
        return (self.E.astype(table.dtype) @ table).reshape(*ids.shape, -1)

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
        return self.E.T.astype(float) @ np.asarray(dout, float).reshape(len(self.E), -1)
