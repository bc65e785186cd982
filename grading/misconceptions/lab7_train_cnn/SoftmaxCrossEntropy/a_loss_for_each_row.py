"""Idea: Each image has its loss.
Hint: And the batch has one: their mean.
Family: form
Fails: test_SoftmaxCrossEntropy_batch, test_SoftmaxCrossEntropy_kinds,
    test_SoftmaxCrossEntropy_large, test_SoftmaxCrossEntropy_layer, test_SoftmaxCrossEntropy_rows
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        rows = np.arange(len(labels))
        shifted = np.asarray(logits, dtype=np.float64)
        shifted = shifted - np.max(shifted, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        self.p = np.exp(shifted) / sums[:, None]
        self.right = np.eye(logits.shape[1])[labels]
        return np.log(sums) - shifted[rows, labels]

    def backward(self, dloss=1.0):
        return dloss * (self.p - self.right) / len(self.p)
