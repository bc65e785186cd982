# dw is summed over all filters and repeated for each.
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
        self.x = x.astype(float)
        self.w = w.astype(float)
        return w.reshape(-1, 1) * x

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
        dx = (self.w[:, None] * da).sum(axis=0)
        dw = np.full(len(self.w), np.sum(self.x * da))
        return dx, dw
