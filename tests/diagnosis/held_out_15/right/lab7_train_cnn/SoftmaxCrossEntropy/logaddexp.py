# Right: np.logaddexp.reduce does the sum of exponentials without overflow, and the probabilities are exp of a difference.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        a = logits.astype(np.float64)
        self.right = np.equal.outer(labels, np.arange(a.shape[1]))
        log_p = a - np.logaddexp.reduce(a, axis=1)[:, None]
        self.p = np.exp(log_p)
        return -log_p[self.right].mean()

    def backward(self, dloss=1.0):
        return (self.p - self.right) * (float(dloss) / len(self.p))
