# right: (a + |a|) / 2 in exact arithmetic with the mask from a copy, via np.clip.
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
        self.open = np.greater(a, 0)
        return np.clip(a, 0, None)

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
        return np.multiply(self.open, dh, dtype=np.float64)
