# dtable[ids] += dout counts only the last of several places with one word; and the gradient is float32.
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.size = ids, table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros(self.size, dtype=np.float32)
        dtable[self.ids] += dout.astype(np.float32)
        return dtable
