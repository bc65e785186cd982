# dx is only computed for the first N - K + 1 entries, the others stay zero.
class Conv1DVector(Layer):
    """Convolve a vector with one filter that is a vector, without padding."""

    def forward(self, x, w):
        """Slide the filter along `x`.

        Parameters
        ----------
        x : array (N,)
        w : array (K,), no longer than `x`

        Returns
        -------
        array (N - K + 1,)
        """
        if np.ndim(x) != 1 or np.ndim(w) != 1 or len(w) > len(x):
            raise ValueError(
                f"Expected (N,) and (K,) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.x, self.w = x, w
        K = len(w)
        return np.array([x[i : i + K] @ w for i in range(len(x) - K + 1)])

    def backward(self, da):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        da : array (N - K + 1,)

        Returns
        -------
        dx : array (N,), float64
        dw : array (K,), float64
        """
        n, K = len(da), len(self.w)
        dx = np.zeros(len(self.x))
        dw = np.array([self.x[j : j + n] @ da for j in range(K)], dtype=float)
        for i in range(n):
            for j in range(K):
                if i + j < n:
                    dx[i + j] += da[i] * self.w[j]
        return dx, dw
