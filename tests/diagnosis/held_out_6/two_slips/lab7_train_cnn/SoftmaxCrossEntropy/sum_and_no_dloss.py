# wrong: the loss is the sum over the batch instead of the mean; backward does not use dloss
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        N, K = logits.shape
        self.probs = np.zeros((N, K))
        self.labels = labels
        loss = 0.0
        for n in range(N):
            row = logits[n].astype(float)
            row = row - row.max()
            log_z = np.log(np.sum(np.exp(row)))
            self.probs[n] = np.exp(row - log_z)
            loss += log_z - row[labels[n]]
        return loss

    def backward(self, dloss=1.0):
        N, K = self.probs.shape
        onehot = np.zeros((N, K))
        for n in range(N):
            onehot[n, self.labels[n]] = 1
        return (self.probs - onehot) / N
