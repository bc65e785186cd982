# backward subtracts 1 from the kept probabilities: the second backward subtracts it again.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        m = logits.max(axis=1, keepdims=True)
        e = np.exp(logits - m)
        s = e.sum(axis=1, keepdims=True)
        self.probs, self.t = e / s, labels
        return np.mean((m + np.log(s))[:, 0] - logits[np.arange(len(labels)), labels])

    def backward(self, dloss=1.0):
        n = len(self.t)
        self.probs[np.arange(n), self.t] -= 1
        return self.probs * dloss / n
