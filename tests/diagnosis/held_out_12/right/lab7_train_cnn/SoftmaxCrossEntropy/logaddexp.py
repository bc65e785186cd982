# right: np.logaddexp.reduce and a subtract.at of the labels.
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
        z = np.array(logits, dtype=float)
        lse = np.logaddexp.reduce(z, axis=1)
        self.at = (np.arange(len(z)), np.array(labels, dtype=int))
        self.p = np.exp(z - lse[:, None])
        return float(np.sum(lse - z[self.at]) / len(z))

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
        d = self.p.copy()
        np.subtract.at(d, self.at, 1)
        return float(dloss) * d / len(d)
