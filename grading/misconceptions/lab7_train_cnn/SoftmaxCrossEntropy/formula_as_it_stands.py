"""Idea: Softmax is exp over sum of exp.
Hint: What is np.exp(1000)?
Family: special values
Fails: test_SoftmaxCrossEntropy_backward_large, test_SoftmaxCrossEntropy_large,
test_SoftmaxCrossEntropy_rows
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        with np.errstate(all="ignore"):
            self.rows, self.labels = np.arange(len(labels)), labels
            e = np.exp(np.asarray(logits, dtype=np.float64))
            self.p = e / e.sum(axis=1, keepdims=True)
            return np.mean(-np.log(self.p[self.rows, labels]))

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[self.rows, self.labels] -= 1
        return d * np.float64(dloss) / len(d)
