# The loss is summed over the batch, and not the mean; the gradient has its 1/N.
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
        Z = logits - logits.max(axis=1, keepdims=True).astype(float)
        self.logp = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
        self.hot = np.eye(logits.shape[1])[labels.astype(int)]
        return -np.sum(self.hot * self.logp)

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
        return (np.exp(self.logp) - self.hot) * (dloss / len(self.hot))
