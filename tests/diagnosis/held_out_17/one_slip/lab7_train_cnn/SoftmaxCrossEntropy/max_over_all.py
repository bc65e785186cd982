# the largest logit of the whole batch is taken off instead of each row's own, so rows far below it underflow (log 0)
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.labels = labels
        shifted = logits.astype(np.float64) - np.max(logits)
        e = np.exp(shifted)
        total = e.sum(axis=1, keepdims=True)
        self.p = e / total
        picked = shifted[range(len(labels)), labels]
        return np.mean(np.log(total[:, 0]) - picked)

    def backward(self, dloss=1.0):
        g = self.p.copy()
        g[range(len(g)), self.labels] -= 1.0
        return g / len(g) * float(dloss)
