# right: a band matrix of the filter as a dense layer.
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
        N, K = len(x), len(w)
        self.K, self.x = K, x
        self.band = np.array([np.concatenate([np.zeros(i, w.dtype), w, np.zeros(N - K - i, w.dtype)]) for i in range(N - K + 1)])
        return self.band @ x

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
        outer = np.outer(da, self.x)
        dw = np.array([np.trace(outer, offset=j) for j in range(self.K)], dtype=float)
        return (da @ self.band).astype(float), dw
