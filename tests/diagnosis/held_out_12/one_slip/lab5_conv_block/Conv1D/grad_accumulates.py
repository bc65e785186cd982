# As optimisers expect from frameworks, dw is accumulated over calls and never set back.
class Conv1D(Layer):
    """Convolve a vector with a filter that is one number."""

    def forward(self, x, w):
        """Multiply every entry by the filter.

        Parameters
        ----------
        x : array (N,)
        w : number

        Returns
        -------
        array (N,)
        """
        if np.ndim(x) != 1 or np.ndim(w) != 0:
            raise ValueError(f"Expected (N,) and a number, got {np.shape(x)} and {np.shape(w)}.")
        self.x, self.w = x, w
        if not hasattr(self, "grad_w"):
            self.grad_w = 0.0
        return x * w

    def backward(self, da):
        """Send the upstream gradient back to both inputs.

        Parameters
        ----------
        da : array (N,)

        Returns
        -------
        dx : array (N,), float64
        dw : number
        """
        self.grad_w += float(np.dot(self.x, da))
        return np.asarray(da * self.w, dtype=float), self.grad_w
