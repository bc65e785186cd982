# the gradient has rows only up to the largest word number of the batch, not V; and it is divided by the number of sentences
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        return table[ids].copy()
    def backward(self, dout):
        rows = int(self.ids.max()) + 1
        grad = np.zeros((rows, dout.shape[-1]))
        flat = self.ids.reshape(-1)
        for i, word in enumerate(flat):
            grad[word] += dout.reshape(len(flat), -1)[i]
        return grad / len(self.ids)
