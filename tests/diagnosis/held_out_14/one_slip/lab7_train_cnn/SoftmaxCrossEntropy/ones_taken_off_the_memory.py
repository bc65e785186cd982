# backward subtracts 1 from the remembered probabilities themselves, so a second backward subtracts it once more
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = np.asarray(logits, dtype=np.float64)
        z = z - np.max(z, axis=1, keepdims=True)
        e = np.exp(z)
        total = e.sum(axis=1, keepdims=True)
        self.probs, self.labels = e / total, np.asarray(labels)
        nll = np.log(total)[:, 0] - z[np.arange(len(z)), labels]
        return float(nll.sum() / len(z))

    def backward(self, dloss=1.0):
        N = len(self.probs)
        self.probs[np.arange(N), self.labels] -= 1
        return self.probs / N * float(dloss)
