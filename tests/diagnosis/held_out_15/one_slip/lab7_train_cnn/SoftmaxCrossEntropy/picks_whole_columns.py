# log_p[:, labels] picks all columns of the labels for every row in place of one entry of each row, so the mean goes over N x N numbers.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        z = logits - np.max(logits, axis=1, keepdims=True)
        log_p = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
        self.log_p, self.labels = log_p, labels
        return -np.mean(log_p[:, labels])

    def backward(self, dloss=1.0):
        N, K = self.log_p.shape
        target = np.eye(K)[self.labels]
        return float(dloss) * (np.exp(self.log_p.astype(np.float64)) - target) / N
