# log2: the loss is in bits.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits - logits.max(axis=1, keepdims=True)
        e = np.exp(z)
        self.p, self.y = e / e.sum(axis=1, keepdims=True), labels
        logp = z - np.log(e.sum(axis=1, keepdims=True))
        return -np.mean(logp[np.arange(len(labels)), labels]) / np.log(2)

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[np.arange(len(self.y)), self.y] -= 1
        return d * dloss / len(self.y)
