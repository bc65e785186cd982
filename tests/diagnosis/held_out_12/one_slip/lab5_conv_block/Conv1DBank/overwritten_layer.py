# One Conv1DVector for all filters: its memory is that of the last filter when going back.
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
        self.one = Conv1DVector()
        self.M = len(w)
        return np.array([self.one.forward(x, f) for f in w])

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
        grads = [self.one.backward(d) for d in da]
        return sum(g[0] for g in grads), np.array([g[1] for g in grads])
