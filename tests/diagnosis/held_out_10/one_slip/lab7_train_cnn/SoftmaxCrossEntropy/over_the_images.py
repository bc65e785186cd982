# The softmax is taken over the images, axis 0, not over the classes.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        shifted = logits - logits.max(axis=0)
        e = np.exp(shifted)
        self.p = e / e.sum(axis=0)
        self.labels = labels
        return -np.mean(np.log(self.p[np.arange(len(labels)), labels]))

    def backward(self, dloss=1.0):
        g = self.p.copy()
        g[np.arange(len(self.labels)), self.labels] -= 1
        return dloss * g / len(g)
