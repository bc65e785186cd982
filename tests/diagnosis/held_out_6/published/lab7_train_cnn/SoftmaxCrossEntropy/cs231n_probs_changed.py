# wrong: backward changes the stored probabilities, so a second backward differs
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        x, y = logits.astype(float), labels
        shifted_logits = x - np.max(x, axis=1, keepdims=True)
        Z = np.sum(np.exp(shifted_logits), axis=1, keepdims=True)
        log_probs = shifted_logits - np.log(Z)
        N = x.shape[0]
        loss = -np.sum(log_probs[np.arange(N), y]) / N
        self.cache = (np.exp(log_probs), y)
        return loss

    def backward(self, dloss=1.0):
        probs, y = self.cache
        N = probs.shape[0]
        dx = probs
        dx[np.arange(N), y] -= 1
        dx /= N
        dx *= dloss
        return dx
