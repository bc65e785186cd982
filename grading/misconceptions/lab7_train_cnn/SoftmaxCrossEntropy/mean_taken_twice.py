"""
Idea: The gradient is a mean, and the loss was one too.
Hint: Write the loss of a batch down: how often is it divided by N?
Family: scale
Fails: test_SoftmaxCrossEntropy_backward_batch, test_SoftmaxCrossEntropy_kinds,
test_SoftmaxCrossEntropy_layer
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = np.asarray(logits, dtype=float)
        z = z - z.max(axis=1, keepdims=True)
        self.p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        self.rows, self.labels = np.arange(len(labels)), labels
        return np.mean(np.log(np.exp(z).sum(axis=1)) - z[self.rows, labels])

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[self.rows, self.labels] -= 1
        return dloss * d / len(d) ** 2
