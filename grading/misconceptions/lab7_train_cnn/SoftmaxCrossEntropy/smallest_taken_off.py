"""Idea: The smallest logit is taken off, so that none is negative.
Hint: Large exponents overflow. Which one must become 0?
Family: special values
Fails: test_SoftmaxCrossEntropy_backward_large, test_SoftmaxCrossEntropy_large,
test_SoftmaxCrossEntropy_rows
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        rows = np.arange(len(labels))
        shifted = np.asarray(logits, dtype=np.float64)
        shifted = shifted - np.min(shifted, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        self.p = np.exp(shifted) / sums[:, None]
        self.right = np.eye(logits.shape[1])[labels]
        return np.mean(np.log(sums) - shifted[rows, labels])

    def backward(self, dloss=1.0):
        return dloss * (self.p - self.right) / len(self.p)
