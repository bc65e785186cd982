# Flattens the whole batch to one row, as a single image would be.
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
        self.shape = X.shape
        return X.flatten()

    def backward(self, dout):
        """Send each gradient back to the place of its number.

        Parameters
        ----------
        dout : array (N, D)

        Returns
        -------
        array of the shape of X, float64
        """
        return np.array(dout, dtype=float).reshape(self.shape)
