# The probabilities are normalised over the whole batch, not row by row.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        if np.ndim(logits) != 2 or np.shape(labels) != logits.shape[:1]:
            raise ValueError(f"Expected (N, K), (N,), got {np.shape(logits)}, {np.shape(labels)}.")
        z = logits - np.max(logits)
        e = np.exp(z)
        self.p = e / e.sum()
        self.y = labels
        rows = np.arange(len(labels))
        return -np.mean(np.log(self.p[rows, labels]))

    def backward(self, dloss=1.0):
        d = self.p.copy()
        d[np.arange(len(self.y)), self.y] -= 1
        return d * dloss / len(self.y)
