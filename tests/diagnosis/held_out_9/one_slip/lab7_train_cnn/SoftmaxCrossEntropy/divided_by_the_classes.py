# The gradient is divided by the number of classes, not of images.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        shifted = np.asarray(logits, float) - np.max(logits, axis=1)[:, None]
        logz = np.log(np.exp(shifted).sum(1))[:, None]
        self.logp, self.labels = shifted - logz, labels
        return float(-self.logp[range(len(labels)), labels].mean())

    def backward(self, dloss=1.0):
        onehot = np.eye(self.logp.shape[1])[self.labels]
        return (np.exp(self.logp) - onehot) * dloss / self.logp.shape[1]
