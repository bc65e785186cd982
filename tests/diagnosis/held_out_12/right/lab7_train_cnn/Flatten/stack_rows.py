# right: np.stack of ravelled images.
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
        self.like = X.shape
        return np.stack([np.array(image).ravel() for image in X])

    def backward(self, dout):
        """Send each gradient back to the place of its number.

        Parameters
        ----------
        dout : array (N, D)

        Returns
        -------
        array of the shape of X, float64
        """
        return np.stack([np.array(row, dtype=float).reshape(self.like[1:]) for row in dout])
