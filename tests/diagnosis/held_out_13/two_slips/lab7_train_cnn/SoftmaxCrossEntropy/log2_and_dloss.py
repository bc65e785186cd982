# The logarithm is to base 2, as in information theory, and backward ignores its upstream gradient.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        if np.ndim(logits) != 2 or np.shape(labels) != logits.shape[:1]:
            raise ValueError(f"Expected (N, K), (N,), got {np.shape(logits)}, {np.shape(labels)}.")
        z = np.array(logits, dtype=float)
        z -= z.max(axis=1, keepdims=True)
        log_sum = np.log2(np.exp(z).sum(axis=1))
        self.p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
        self.labels = labels
        picked = z[np.arange(len(z)), labels] / np.log(2)
        return np.mean(log_sum - picked)

    def backward(self, dloss=1.0):
        g = self.p.copy()
        g[np.arange(len(g)), self.labels] -= 1
        return g / len(g)
