# the largest logit of the whole batch is taken off instead of each row's own: a row that lies far below it gets only zeros as exponentials (log of 0, nan)
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        shifted = logits - np.max(logits)
        e = np.exp(shifted)
        total = e.sum(axis=1, keepdims=True)
        self.p, self.labels = e / total, labels
        log_p = shifted - np.log(total)
        return -np.mean(log_p[np.arange(len(labels)), labels])

    def backward(self, dloss=1.0):
        one_hot = np.eye(self.p.shape[1])[self.labels]
        return (self.p - one_hot).astype(np.float64) * dloss / len(self.p)
