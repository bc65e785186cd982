# right: a big block Toeplitz matrix made from the filters.
class TextConv(Layer):
    """Filters over the positions of words, the numbers of a word as channels."""

    def forward(self, x, w, b):
        """Slide every filter along every sentence.

        Parameters
        ----------
        x : array (N, C, T)
            Sentences, channels, positions.
        w : array (O, C, K)
            Filters that span K <= T positions.
        b : array (O,)
            A bias for each filter.

        Returns
        -------
        array (N, O, T - K + 1)
        """
        if np.ndim(x) != 3 or np.ndim(w) != 3 or np.shape(x)[1] != np.shape(w)[1]:
            raise ValueError(f"Expected (N, C, T) and (O, C, K), got {np.shape(x)}, {np.shape(w)}.")
        if np.shape(w)[2] > np.shape(x)[2] or np.shape(b) != np.shape(w)[:1]:
            raise ValueError(
                f"Expected K <= T and b of shape (O,), got x {np.shape(x)}, w {np.shape(w)} and b "
                f"{np.shape(b)}."
            )
        N, C, T = x.shape
        O, _, K = w.shape
        P = T - K + 1
        big = np.zeros((O, P, C, T), dtype=w.dtype)
        for p in range(P):
            big[:, p, :, p : p + K] = w
        self.big, self.x, self.K = big, x, K
        return np.tensordot(x, big, ([1, 2], [2, 3])) + b[:, None]

    def backward(self, da):
        """Send the upstream gradient back to all three inputs.

        Parameters
        ----------
        da : array (N, O, T - K + 1)

        Returns
        -------
        dx : array (N, C, T), float64
        dw : array (O, C, K), float64
        db : array (O,), float64
        """
        dx = np.tensordot(da, self.big, ([1, 2], [0, 1])).astype(float)
        full = np.tensordot(da, self.x, (0, 0)).astype(float)
        dw = sum(full[:, p, :, p : p + self.K] for p in range(full.shape[1]))
        return dx, dw, np.ones(len(da)) @ da.sum(axis=2)
