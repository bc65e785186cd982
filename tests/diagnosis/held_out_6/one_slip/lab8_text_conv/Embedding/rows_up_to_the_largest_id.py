# wrong: the gradient has rows only up to the largest word number that occurs
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        self.V, self.D = table.shape
        return table[ids]

    def backward(self, dout):
        rows = self.ids.max() + 1
        grad = np.zeros((rows, self.D))
        for n in range(self.ids.shape[0]):
            for t in range(self.ids.shape[1]):
                grad[self.ids[n, t]] += dout[n, t]
        return grad
