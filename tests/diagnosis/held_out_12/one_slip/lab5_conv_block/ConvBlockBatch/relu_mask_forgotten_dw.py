# dw also gets the windows of dead pairs, the mask is applied to dx only.
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
        self.x, self.w = x, w
        K = w.shape[1]
        win = np.lib.stride_tricks.sliding_window_view(x, K, axis=1)
        A = np.einsum("bpk,mk->bmp", win, w)
        self.at = A.argmax(axis=2)
        self.live = A.max(axis=2) > 0
        return np.maximum(A.max(axis=2), 0)

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
        B, M = dz.shape
        K = self.w.shape[1]
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for b in range(B):
            for m in range(M):
                p = self.at[b, m]
                dw[m] += dz[b, m] * self.x[b, p : p + K]
                if self.live[b, m]:
                    dx[b, p : p + K] += dz[b, m] * self.w[m]
        return dx, dw
