# Flips the filter in forward, while dw is multiplied by the sum of da.
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
        return np.array([np.sum(x[i : i + K] * w[::-1]) for i in range(len(x) - K + 1)])

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
        K = len(self.w)
        dx, dw = np.zeros(len(self.x)), np.zeros(K)
        for i, g in enumerate(da):
            dx[i : i + K] += g * self.w[::-1]
            dw += self.x[i : i + K][::-1]
        return dx, dw * np.sum(da) / len(da)
