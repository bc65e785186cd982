# Moves the channels to the end before flattening, as images are stored in TensorFlow.
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
        if X.ndim == 4:
            X = X.transpose(0, 2, 3, 1)
        return X.reshape(len(X), -1).copy()

    def backward(self, dout):
        """Send each gradient back to the place of its number.

        Parameters
        ----------
        dout : array (N, D)

        Returns
        -------
        array of the shape of X, float64
        """
        N = self.shape[0]
        if len(self.shape) == 4:
            _, C, H, W = self.shape
            return np.array(dout, float).reshape(N, H, W, C).transpose(0, 3, 1, 2).copy()
        return np.array(dout, float).reshape(self.shape)
