# The bias is added with b[:, None], along the rows of the batch instead of the columns.
class Dense(Layer):
    """Every output is a weighted sum of all inputs, plus a bias."""

    def forward(self, X, W, b):
        """Weigh and add up.

        Parameters
        ----------
        X : array (N, D)
        W : array (D, K)
        b : array (K,)

        Returns
        -------
        array (N, K)
        """
        if np.ndim(X) != 2 or np.shape(W)[:1] != X.shape[1:] or np.shape(W)[1:] != np.shape(b):
            raise ValueError(
                f"Expected (N, D), (D, K), (K,), got {np.shape(X)}, {np.shape(W)}, {np.shape(b)}."
            )
        self.X, self.W = X, W
        return X @ W + b[:, None]

    def backward(self, dA):
        """Send the upstream gradient back to all three inputs.

        Parameters
        ----------
        dA : array (N, K)

        Returns
        -------
        dX : array (N, D), float64
        dW : array (D, K), float64
        db : array (K,), float64
        """
        dA = dA.astype(float)
        return dA @ self.W.T, self.X.T @ dA, dA.sum(axis=0)
