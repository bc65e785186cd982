"""Idea: The largest logit of the batch is taken off.
Hint: Of which row? With 1000 taken off, nothing is left of a row that lies at -1000.
Family: batch
Fails: test_SoftmaxCrossEntropy_rows
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        with np.errstate(all="ignore"):
            self.rows, self.labels = np.arange(len(labels)), labels
            a = np.asarray(logits, dtype=np.float64)
            shifted = a - np.max(a)
            sums = np.sum(np.exp(shifted), axis=1)
            self.p = np.exp(shifted) / sums[:, None]
            return np.mean(np.log(sums) - shifted[self.rows, labels])

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[self.rows, self.labels] -= 1
        return d * np.float64(dloss) / len(d)
