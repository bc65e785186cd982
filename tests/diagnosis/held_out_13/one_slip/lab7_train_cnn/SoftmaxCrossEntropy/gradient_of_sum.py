# The gradient is that of the sum of the losses, not divided by the number of rows.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        if np.ndim(logits) != 2 or np.shape(labels) != logits.shape[:1]:
            raise ValueError(f"Expected (N, K), (N,), got {np.shape(logits)}, {np.shape(labels)}.")
        top = logits.max(axis=1, keepdims=True)
        s = (logits - top).astype(np.float64)
        self.log_p = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
        self.labels = labels
        losses = -self.log_p[np.arange(len(s)), labels]
        return losses.mean()

    def backward(self, dloss=1.0):
        grad = np.exp(self.log_p)
        for n, label in enumerate(self.labels):
            grad[n, label] -= 1.0
        return grad * float(dloss)
