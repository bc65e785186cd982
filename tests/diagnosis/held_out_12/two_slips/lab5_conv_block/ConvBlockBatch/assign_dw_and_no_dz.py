# Dead pairs get a gradient as well, and x is treated as if its winner were one place further left.
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
        P = x.shape[1] - K + 1
        A = np.array([[[f @ v[p : p + K] for p in range(P)] for f in w] for v in x])
        self.at, self.top = A.argmax(2), A.max(2)
        return np.maximum(self.top, 0)

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
        dx, dw = np.zeros(self.x.shape), np.zeros(self.w.shape)
        for b, m in np.ndindex(*self.top.shape):
            p = self.at[b, m]
            q = max(p - 1, 0)
            dx[b, q : q + K] += dz[b, m] * self.w[m]
            dw[m] += dz[b, m] * self.x[b, p : p + K]
        return dx, dw
