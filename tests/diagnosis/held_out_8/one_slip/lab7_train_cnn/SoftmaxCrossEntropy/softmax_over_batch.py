# Softmax down the columns: over the images.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        ax = 0
        z = logits - logits.max(axis=ax, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=ax, keepdims=True))
        self.p, self.labels = np.exp(logp), labels
        return -np.mean([logp[n, k] for n, k in enumerate(labels)])

    def backward(self, dloss=1.0):
        d = self.p - np.eye(self.p.shape[1])[self.labels]
        return d * dloss / self.p.shape[0]
