# wrong: dx is not divided by N
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        shifted_logits = logits - np.max(logits, axis=1, keepdims=True)
        Z = np.sum(np.exp(shifted_logits), axis=1, keepdims=True)
        log_probs = shifted_logits - np.log(Z)
        self.probs = np.exp(log_probs)
        self.y = labels
        N = logits.shape[0]
        return -np.sum(log_probs[np.arange(N), labels]) / N

    def backward(self, dloss=1.0):
        dx = self.probs.copy()
        dx[np.arange(len(self.y)), self.y] -= 1
        return dx * dloss
