# Copies the "same" padding of lab 2, so that there are T places.
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
        self.left = K // 2
        self.x = np.pad(x, ((0, 0), (0, 0), (self.left, K - 1 - self.left)))
        self.w, self.T = w, T
        return np.einsum("nctk,ock->not", np.lib.stride_tricks.sliding_window_view(self.x, K, axis=2), w) + b[:, None]

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
        K = self.w.shape[2]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for t in range(min(da.shape[2], self.T)):
            dx[:, :, t : t + K] += np.einsum("no,ock->nck", da[:, :, t], self.w)
            dw += np.einsum("no,nck->ock", da[:, :, t], self.x[:, :, t : t + K])
        return dx[:, :, self.left : self.left + self.T].copy(), dw, da.sum(axis=(0, 2), dtype=float)
