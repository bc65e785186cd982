# As in a book: delta 1e-7 within the log, and batch_size missing in backward.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.t = labels
        x = logits - np.max(logits, axis=1, keepdims=True)
        self.y = np.exp(x) / np.sum(np.exp(x), axis=1, keepdims=True)
        batch_size = self.y.shape[0]
        self.loss = -np.sum(np.log(self.y[np.arange(batch_size), self.t] + 1e-7)) / batch_size
        return self.loss

    def backward(self, dloss=1.0):
        batch_size = self.t.shape[0]
        dx = self.y.astype(np.float64).copy()
        dx[np.arange(batch_size), self.t] -= 1
        dx = dx * dloss
        return dx
