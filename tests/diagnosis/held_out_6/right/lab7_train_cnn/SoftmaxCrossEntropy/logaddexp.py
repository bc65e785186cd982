# right
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        logits = np.asarray(logits, dtype=float)
        surprise = np.logaddexp.reduce(logits, axis=1)[:, None] - logits
        self.target = np.equal.outer(labels, np.arange(logits.shape[1]))
        self.p = np.exp(-surprise)
        return surprise[self.target].mean()

    def backward(self, dloss=1.0):
        return (self.p - self.target) * (dloss / len(self.p))
