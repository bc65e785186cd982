# dw uses the index K - 1 - j, so it comes out reversed.
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
        out = 0
        for j in range(K):
            out = out + w[j] * x[j : len(x) - K + 1 + j]
        return out

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
        K, n = len(self.w), len(da)
        dx, dw = np.zeros(len(self.x)), np.zeros(K)
        for j in range(K):
            dx[j : j + n] += self.w[j] * da
            dw[K - 1 - j] = np.sum(self.x[j : j + n] * da)
        return dx, dw
