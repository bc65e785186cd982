# backward takes no notice of dloss.
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        N, K = logits.shape
        one_hot = np.eye(K)[labels]
        z = logits - logits.max(axis=1, keepdims=True)
        lse = np.log(np.exp(z).sum(axis=1, keepdims=True))
        self.gradient = (np.exp(z - lse) - one_hot) / N
        return -np.sum(one_hot * (z - lse)) / N

    def backward(self, dloss=1.0):
        return self.gradient * 1.0
