# Word 0 is taken for padding and never gets a gradient, and the gradient has the dtype of the table.
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
        self.hot = (ids[:, :, None] == np.arange(len(table))).astype(int)
        self.dt = table.dtype
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
        d = np.einsum("ntv,ntd->vd", self.hot, dout)
        d[0] = 0
        return d.astype(self.dt)
