# log(p + 1e-12) as in many posts: a very wrong answer's loss stops at 27.6
class SoftmaxCrossEntropy(Layer):
    def forward(self, logits, labels):
        exps = np.exp(logits - np.max(logits, axis=1, keepdims=True))
        self.softmax = (exps / np.sum(exps, axis=1, keepdims=True)).astype(np.float64)
        self.targets = np.zeros(logits.shape)
        self.targets[np.arange(logits.shape[0]), labels] = 1.0
        return -np.sum(self.targets * np.log(self.softmax + 1e-12)) / logits.shape[0]

    def backward(self, dloss=1.0):
        return dloss * (self.softmax - self.targets) / self.targets.shape[0]
