"""Idea: The error is the mean square of p minus what is right.
Hint: L = -log p of the right answer.
Family: rule
Fails: test_SoftmaxCrossEntropy_batch, test_SoftmaxCrossEntropy_kinds,
    test_SoftmaxCrossEntropy_large, test_SoftmaxCrossEntropy_layer, test_SoftmaxCrossEntropy_rows
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        shifted = np.asarray(logits, dtype=np.float64)
        shifted = shifted - np.max(shifted, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        self.p = np.exp(shifted) / sums[:, None]
        self.right = np.eye(logits.shape[1])[labels]
        return np.mean((self.p - self.right) ** 2)

    def backward(self, dloss=1.0):
        return dloss * (self.p - self.right) / len(self.p)
