# right: list comprehension over Conv1DVector instances made in forward.
class Conv1DBank(Layer):
    """Convolve a vector with several vector filters, without padding."""

    def forward(self, x, w):
        """Slide every filter along `x`.

        Parameters
        ----------
        x : array (N,)
        w : array (M, K), K no larger than N

        Returns
        -------
        array (M, N - K + 1)
        """
        if np.ndim(x) != 1 or np.ndim(w) != 2 or w.shape[1] > len(x):
            raise ValueError(
                f"Expected (N,) and (M, K) with K <= N, got {np.shape(x)} and {np.shape(w)}."
            )
        self.cs = [Conv1DVector() for _ in range(w.shape[0])]
        return np.vstack([c.forward(x, w[m]) for m, c in enumerate(self.cs)])

    def backward(self, da):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        da : array (M, N - K + 1)

        Returns
        -------
        dx : array (N,), float64
        dw : array (M, K), float64
        """
        pairs = [c.backward(da[m]) for m, c in enumerate(self.cs)]
        return np.add.reduce([p[0] for p in pairs]), np.vstack([p[1] for p in pairs])
