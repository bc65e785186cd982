# wrong: t - y: the sign is turned round
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        o = np.asarray(logits, dtype=float)
        o = o - o.max(1, keepdims=True)
        log_p = o - np.log(np.exp(o).sum(1, keepdims=True))
        self.y = np.exp(log_p)
        self.t = np.eye(logits.shape[1])[labels]
        return -np.sum(self.t * log_p) / len(labels)

    def backward(self, dloss=1.0):
        return dloss * (self.t - self.y) / len(self.t)
