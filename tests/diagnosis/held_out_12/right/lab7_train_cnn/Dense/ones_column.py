# right: a column of ones beside X, so that b is a last row of weights.
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
        self.X1 = np.column_stack([X, np.ones(len(X), dtype=X.dtype)])
        self.W = W.astype(float)
        return self.X1 @ np.vstack([W, b])

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
        g = np.array(dA, dtype=float)
        both = self.X1.T.astype(float) @ g
        return g @ self.W.T, both[:-1].copy(), both[-1].copy()
