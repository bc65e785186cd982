# right: a one-hot tensor of winners, everything by einsum.
class ConvBlockBatch(Layer):
    """A bank of vector filters, ReLU, and the max over all positions, for a minibatch."""

    def forward(self, x, w):
        """Find out how strongly each filter answers at its best place in each vector.

        Parameters
        ----------
        x : array (B, N)
        w : array (M, K), K no larger than N

        Returns
        -------
        array (B, M)
        """
        if np.ndim(x) != 2 or np.ndim(w) != 2 or w.shape[1] > x.shape[1]:
            raise ValueError(
                f"Expected (B, N) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.wins = np.lib.stride_tricks.sliding_window_view(x.astype(x.dtype, copy=True), w.shape[1], axis=1)
        self.w, self.N = w, x.shape[1]
        A = np.einsum("bpk,mk->bmp", self.wins, w)
        top = A.max(axis=2, keepdims=True)
        self.hot = (np.arange(A.shape[2]) == A.argmax(axis=2)[..., None]) & (top > 0)
        return np.maximum(top[..., 0], 0)

    def backward(self, dz):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        dz : array (B, M)

        Returns
        -------
        dx : array (B, N), float64
        dw : array (M, K), float64
        """
        g = self.hot * dz[:, :, None]
        dw = np.einsum("bmp,bpk->mk", g, self.wins).astype(float)
        K = self.w.shape[1]
        dx = np.zeros((len(dz), self.N))
        for k in range(K):
            dx[:, k : k + g.shape[2]] += np.einsum("bmp,m->bp", g, self.w[:, k])
        return dx, dw
