# backward subtracts the 1 at the right answer in the kept probabilities themselves, so a second backward subtracts it once more.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits - logits.max(axis=1, keepdims=True)
        log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.p = np.exp(log_p.astype(np.float64))
        self.y = labels
        return -log_p[range(len(labels)), labels].mean()

    def backward(self, dloss=1.0):
        n = len(self.y)
        self.p[range(n), self.y] -= 1
        return self.p / n * float(dloss)
