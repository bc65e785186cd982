# word number 0 is taken for padding: its row of the gradient is set to zero
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids, table.shape
        return table[ids, :]

    def backward(self, dout):
        grad = np.zeros(self.shape)
        for sentence, rows in zip(self.ids, dout):
            for word, row in zip(sentence, rows):
                grad[word] += row
        grad[0] = 0
        return grad
