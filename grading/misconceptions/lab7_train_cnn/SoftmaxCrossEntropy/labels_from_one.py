"""Idea: Labels count from 1.
Hint: A 0 is a digit as well: labels go from 0 to K - 1.
Family: counting
Fails: test_SoftmaxCrossEntropy, test_SoftmaxCrossEntropy_backward,
test_SoftmaxCrossEntropy_backward_batch, test_SoftmaxCrossEntropy_backward_large,
test_SoftmaxCrossEntropy_batch, test_SoftmaxCrossEntropy_kinds, test_SoftmaxCrossEntropy_large,
test_SoftmaxCrossEntropy_layer, test_SoftmaxCrossEntropy_rows, test_SoftmaxCrossEntropy_upstream
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.rows, self.labels = np.arange(len(labels)), np.asarray(labels) - 1
        a = np.asarray(logits, dtype=np.float64)
        shifted = a - np.max(a, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        self.p = np.exp(shifted) / sums[:, None]
        self.labels = self.labels % a.shape[1]
        return np.mean(np.log(sums) - shifted[self.rows, self.labels])

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[self.rows, self.labels] -= 1
        return d * np.float64(dloss) / len(d)
