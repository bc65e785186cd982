"""Idea: The loss looks at the right answer only, so the others have gradient 0.
Hint: All logits are in the sum under the fraction bar.
Family: rule
Fails: test_SoftmaxCrossEntropy_backward, test_SoftmaxCrossEntropy_backward_batch,
test_SoftmaxCrossEntropy_backward_large, test_SoftmaxCrossEntropy_kinds,
test_SoftmaxCrossEntropy_layer, test_SoftmaxCrossEntropy_upstream
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.rows, self.labels = np.arange(len(labels)), labels
        a = np.asarray(logits, dtype=np.float64)
        shifted = a - np.max(a, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        self.p = np.exp(shifted) / sums[:, None]
        return np.mean(np.log(sums) - shifted[self.rows, labels])

    def backward(self, dloss=1.0):
        d = self.p.copy()
        mask = np.zeros_like(d)
        mask[self.rows, self.labels] = d[self.rows, self.labels] - 1
        return mask * np.float64(dloss) / len(d)
