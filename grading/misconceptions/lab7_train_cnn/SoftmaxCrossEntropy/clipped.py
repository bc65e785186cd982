"""Idea: No probability is below 1e-15.
Hint: What is the loss of the logits (1000, 0) for label 1, and what do you get?
Family: special values
Fails: test_SoftmaxCrossEntropy_large, test_SoftmaxCrossEntropy_rows
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.rows, self.labels = np.arange(len(labels)), labels
        a = np.asarray(logits, dtype=np.float64)
        shifted = a - np.max(a, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        self.p = np.exp(shifted) / sums[:, None]
        return np.mean(-np.log(np.clip(self.p[self.rows, labels], 1e-15, 1.0)))

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[self.rows, self.labels] -= 1
        return d * np.float64(dloss) / len(d)
