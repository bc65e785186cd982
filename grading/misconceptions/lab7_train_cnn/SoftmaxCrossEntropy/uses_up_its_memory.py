"""Idea: backward takes 1 off the probabilities, where the right answers are.
Hint: It takes it off what forward has stored. And the second time?
Family: state
Fails: test_SoftmaxCrossEntropy_layer
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
        self.p[self.rows, self.labels] -= 1
        return self.p * np.float64(dloss) / len(self.p)
