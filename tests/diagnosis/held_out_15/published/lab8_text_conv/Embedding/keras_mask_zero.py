# Vectors of word number 0 are multiplied by zero in forward, as with mask_zero, in place of being read from the table (backward agrees: row 0 gets nothing).
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        self.vocab, self.dim = table.shape
        self.mask = (ids != 0).astype(float)
        return table[ids] * self.mask[:, :, None]

    def backward(self, dout):
        grad = np.zeros((self.vocab, self.dim))
        np.add.at(grad, self.ids, dout * self.mask[:, :, None])
        return grad
