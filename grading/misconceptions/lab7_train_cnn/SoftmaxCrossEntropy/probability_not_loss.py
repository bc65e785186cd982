"""Idea: The loss is what is missing from probability 1.
Hint: That is a loss too, but not this one: where is the logarithm?
Family: rule
Fails: test_SoftmaxCrossEntropy_batch, test_SoftmaxCrossEntropy_kinds,
    test_SoftmaxCrossEntropy_large, test_SoftmaxCrossEntropy_layer, test_SoftmaxCrossEntropy_rows
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.rows, self.labels = np.arange(len(labels)), labels
        a = np.asarray(logits, dtype=np.float64)
        shifted = a - np.max(a, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        self.p = np.exp(shifted) / sums[:, None]
        return np.mean(1 - self.p[self.rows, labels])

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[self.rows, self.labels] -= 1
        return d * np.float64(dloss) / len(d)
