"""Idea: One place to remember the probabilities is enough.
Hint: In the class, in a global variable or in a default argument there is one memory for all
    layers. Two losses: whose probabilities are they?
Family: state
Fails: test_SoftmaxCrossEntropy_layer
"""


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        cls = SoftmaxCrossEntropy
        cls.rows, cls.labels = np.arange(len(labels)), labels
        a = np.asarray(logits, dtype=np.float64)
        shifted = a - np.max(a, axis=1, keepdims=True)
        sums = np.sum(np.exp(shifted), axis=1)
        cls.p = np.exp(shifted) / sums[:, None]
        return np.mean(np.log(sums) - shifted[self.rows, labels])

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[self.rows, self.labels] -= 1
        return d * np.float64(dloss) / len(d)
