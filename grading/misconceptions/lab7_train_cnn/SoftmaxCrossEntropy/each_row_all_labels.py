"""Idea: Each row is asked for the labels of all rows.
Hint: logits[:, labels] is a whole table. Which entry of it belongs to row i?
Family: axes
Fails: test_SoftmaxCrossEntropy_batch, test_SoftmaxCrossEntropy_kinds,
test_SoftmaxCrossEntropy_layer, test_SoftmaxCrossEntropy_rows
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.rows, self.labels = np.arange(len(labels)), labels
        a = np.asarray(logits, dtype=np.float64)
        shifted = a - np.max(a, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        self.p = np.exp(shifted) / sums[:, None]
        return np.mean(np.log(sums)[:, None] - shifted[:, labels])

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[self.rows, self.labels] -= 1
        return d * np.float64(dloss) / len(d)
