# Adds 1e-8 inside the logarithm for safety, which caps the loss of certain and wrong answers.
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
        Z = logits.astype(float) - logits.max(axis=1, keepdims=True)
        P = np.exp(Z)
        P /= P.sum(axis=1, keepdims=True)
        self.P, self.T = P, np.eye(P.shape[1])[labels.astype(int)]
        return -np.mean(np.log((P * self.T).sum(axis=1) + 1e-8))

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
        return (self.P - self.T) * float(dloss) / len(self.P)
