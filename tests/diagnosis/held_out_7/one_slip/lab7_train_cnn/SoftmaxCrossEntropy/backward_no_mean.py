# backward forgets to divide by the number of images
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = (logits - np.max(logits, axis=1).reshape(-1, 1)).astype(float)
        self.logp = z - np.log(np.sum(np.exp(z), axis=1)).reshape(-1, 1)
        self.labels = labels
        loss = 0.0
        for n in range(len(labels)):
            loss -= self.logp[n, labels[n]]
        return loss / len(labels)

    def backward(self, dloss=1.0):
        grad = np.exp(self.logp)
        for n in range(len(self.labels)):
            grad[n, self.labels[n]] -= 1
        return dloss * grad
