# right: one Conv1D layer for each filter.
class Conv1DFilters(Layer):
    """Convolve a vector with several filters of one number each."""

    def forward(self, x, w):
        """Apply every filter to every entry.

        Parameters
        ----------
        x : array (N,)
        w : array (M,)

        Returns
        -------
        array (M, N)
        """
        if np.ndim(x) != 1 or np.ndim(w) != 1:
            raise ValueError(f"Expected (N,) and (M,), got {np.shape(x)} and {np.shape(w)}.")
        self.layers = [Conv1D() for _ in w]
        return np.array([layer.forward(x, weight) for layer, weight in zip(self.layers, w)])

    def backward(self, da):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        da : array (M, N)

        Returns
        -------
        dx : array (N,), float64
        dw : array (M,), float64
        """
        dxs, dws = zip(*(layer.backward(d) for layer, d in zip(self.layers, da)))
        return np.sum(dxs, axis=0, dtype=float), np.array(dws, dtype=float)
