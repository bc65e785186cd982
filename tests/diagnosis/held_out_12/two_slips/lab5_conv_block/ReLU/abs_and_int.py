# Takes the absolute value forward, and backward multiplies by the sign of the input (not 0 below zero).
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
        return np.abs(a)

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
        return dh * np.sign(self.a).astype(float)
