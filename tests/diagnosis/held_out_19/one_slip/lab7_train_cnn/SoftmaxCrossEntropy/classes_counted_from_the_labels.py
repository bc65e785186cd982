# the one-hot matrix has max(labels) + 1 columns, not K
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        x = np.asarray(logits, dtype=np.float64)
        x = x - x.max(axis=1)[:, None]
        self.T = np.eye(np.max(labels) + 1)[labels]
        self.S = np.exp(x) / np.exp(x).sum(axis=1)[:, None]
        total = 0.0
        for row, label in zip(x, labels):
            total += np.log(np.sum(np.exp(row))) - row[label]
        return total / len(labels)

    def backward(self, dloss=1.0):
        return float(dloss) * (self.S - self.T) / self.S.shape[0]
