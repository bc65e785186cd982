# word number 0 is taken for padding and gets no gradient
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        self.V, self.D = table.shape
        return table[ids]

    def backward(self, dout):
        grad = np.zeros((self.V, self.D))
        for n in range(self.ids.shape[0]):
            for t in range(self.ids.shape[1]):
                word = self.ids[n, t]
                if word:
                    grad[word] += dout[n, t]
        return grad
