# The labels are taken to count from 1.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits - logits.max(axis=1, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.p, self.y = np.exp(logp), np.asarray(labels) - 1
        return -logp[np.arange(len(z)), self.y].mean()

    def backward(self, dloss=1.0):
        target = np.zeros(self.p.shape)
        target[np.arange(len(self.y)), self.y] = 1
        return (self.p - target) * (dloss / len(self.y))
