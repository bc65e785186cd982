# The best place is found for each filter over the whole batch summed up, not for each vector.
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
        A = np.lib.stride_tricks.sliding_window_view(x, K, axis=1) @ w.T
        R = np.maximum(A, 0)
        self.at = R.sum(axis=0).argmax(axis=0)
        self.val = np.stack([R[:, p, m] for m, p in enumerate(self.at)], axis=1)
        return self.val.copy()

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
        K = self.w.shape[1]
        g = dz * (self.val > 0)
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for m, p in enumerate(self.at):
            dw[m] = g[:, m] @ self.x[:, p : p + K]
            dx[:, p : p + K] += np.outer(g[:, m], self.w[m])
        return dx, dw
