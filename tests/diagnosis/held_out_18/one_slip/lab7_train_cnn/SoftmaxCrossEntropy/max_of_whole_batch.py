# the largest logit of the whole batch is taken off every row, so a row far below it underflows to log(0)
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        shifted = np.array(logits, dtype=float) - float(np.max(logits))
        e = np.exp(shifted)
        s = e.sum(axis=1, keepdims=True)
        rows = np.arange(len(labels))
        self.y = np.zeros(e.shape)
        self.y[rows, labels] = 1
        self.p = e / s
        return float(np.mean(np.log(s[:, 0]) - shifted[rows, labels]))
    def backward(self, dloss=1.0):
        return float(dloss) * (self.p - self.y) / len(self.y)
