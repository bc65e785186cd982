# np.outer(x, w) is (N, M): the axes are the wrong way round.
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
        self.x, self.w = x, w
        return np.outer(x, w)

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
        da = np.asarray(da, float)
        return self.w @ da, da @ self.x
