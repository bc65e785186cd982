# the loss is a sum, not a mean; backward ignores dloss
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        self.N = logits.shape[0]
        m = logits.max(axis=1, keepdims=True)
        logsum = m + np.log(np.exp(logits - m).sum(axis=1, keepdims=True))
        self.logprob = logits - logsum
        self.labels = labels
        return -np.sum(self.logprob[np.arange(self.N), labels])

    def backward(self, dloss=1.0):
        p = np.exp(self.logprob)
        one_hot = np.zeros(p.shape)
        one_hot[np.arange(self.N), self.labels] = 1
        return (p - one_hot) / self.N
