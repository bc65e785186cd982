# dtable[ids] += dout keeps one of a repeated word's gradients
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        self.size = table.shape
        return table[ids]

    def backward(self, dout):
        grad = np.zeros(self.size)
        grad[self.ids] += dout
        return grad
