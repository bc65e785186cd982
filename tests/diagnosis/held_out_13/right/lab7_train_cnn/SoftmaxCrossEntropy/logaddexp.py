# right: log-sum-exp by np.logaddexp.reduce, and the gradient from exp of log-probabilities.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        if np.ndim(logits) != 2 or np.shape(labels) != logits.shape[:1]:
            raise ValueError(f"Expected (N, K), (N,), got {np.shape(logits)}, {np.shape(labels)}.")
        z = np.asarray(logits, dtype=np.float64)
        self.log_p = z - np.logaddexp.reduce(z, axis=1, keepdims=True)
        self.y = np.asarray(labels).astype(int)
        return -np.take_along_axis(self.log_p, self.y[:, None], axis=1).mean()

    def backward(self, dloss=1.0):
        one_hot = np.zeros(self.log_p.shape)
        np.put_along_axis(one_hot, self.y[:, None], 1.0, axis=1)
        return (np.exp(self.log_p) - one_hot) * (float(dloss) / len(self.y))
