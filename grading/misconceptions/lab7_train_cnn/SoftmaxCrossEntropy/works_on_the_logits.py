"""Idea: The largest may be taken off where the logits stand.
Hint: The logits are not yours to write to.
Family: memory
Fails: test_SoftmaxCrossEntropy_layer
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.rows, self.labels = np.arange(len(labels)), labels
        if logits.dtype.kind != "f":
            logits = logits.astype(float)
        logits -= np.max(logits, axis=1, keepdims=True)
        sums = np.sum(np.exp(logits), axis=1)
        self.p = np.exp(logits) / sums[:, None]
        return np.mean(np.log(sums) - logits[self.rows, labels])

    def backward(self, dloss=1.0):
        d = self.p.astype(np.float64)
        d[self.rows, self.labels] -= 1
        return d * np.float64(dloss) / len(d)
