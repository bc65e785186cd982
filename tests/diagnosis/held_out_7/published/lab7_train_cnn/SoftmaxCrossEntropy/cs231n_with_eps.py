# in the manner of a blog: log(p + 1e-9) against log of 0
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        logits = logits.astype(np.float64)
        shifted = logits - np.max(logits, axis=1, keepdims=True)
        exps = np.exp(shifted)
        self.probs = exps / np.sum(exps, axis=1, keepdims=True)
        self.y = labels
        N = logits.shape[0]
        loss = -np.sum(np.log(self.probs[np.arange(N), labels] + 1e-9)) / N
        return loss

    def backward(self, dloss=1.0):
        N = self.probs.shape[0]
        dx = self.probs.copy()
        dx[np.arange(N), self.y] -= 1
        dx /= N
        return dx * dloss
