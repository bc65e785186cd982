# deeplearning.ai's dZ = A - Y without 1/m in backward
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        m = labels.shape[0]
        Z = logits - logits.max(axis=1).reshape(m, 1)
        log_A = Z - np.log(np.exp(Z).sum(axis=1)).reshape(m, 1)
        self.A = np.exp(log_A).astype(float)
        self.Y = np.array(labels)
        cost = -(1.0 / m) * np.sum(log_A[np.arange(m), labels])
        return np.squeeze(cost)

    def backward(self, dloss=1.0):
        dZ = self.A.copy()
        dZ[np.arange(len(self.Y)), self.Y] -= 1
        return dZ * dloss
