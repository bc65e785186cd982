# wrong: the loss is the sum, not the mean; the gradient has the wrong sign
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits - logits.max(axis=1, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.p, self.y = np.exp(logp), labels
        return -logp[np.arange(len(labels)), labels].sum()

    def backward(self, dloss=1.0):
        d = -self.p
        d[np.arange(len(self.y)), self.y] += 1
        return d * dloss / len(self.y)
