# The loss is the sum over the batch.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        shifted = logits - np.max(logits, axis=1).reshape(-1, 1) * 1.0
        logp = shifted - np.log(np.sum(np.exp(shifted), axis=1)).reshape(-1, 1)
        self.logp, self.labels = logp, labels
        loss = 0.0
        for row, right in zip(logp, labels):
            loss -= row[right]
        return loss

    def backward(self, dloss=1.0):
        d = np.exp(self.logp).astype(float)
        for n, right in enumerate(self.labels):
            d[n, right] -= 1.0
        return dloss * d / len(self.labels)
