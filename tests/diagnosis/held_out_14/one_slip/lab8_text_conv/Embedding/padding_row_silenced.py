# word number 0 is taken for padding that never learns: row 0 of dtable is always zero
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        self.shape = table.shape
        return np.array([[table[i] for i in sentence] for sentence in ids])

    def backward(self, dout):
        grad = np.zeros(self.shape)
        for n in range(dout.shape[0]):
            for t in range(dout.shape[1]):
                word = self.ids[n][t]
                if word:
                    grad[word] += dout[n, t]
        return grad
