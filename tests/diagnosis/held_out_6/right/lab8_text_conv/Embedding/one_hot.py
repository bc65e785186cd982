# right
class Embedding(Layer):
    def forward(self, ids, table):
        self.one_hot = (ids[:, :, None] == np.arange(len(table))).astype(float)
        return self.one_hot @ table

    def backward(self, dout):
        return np.tensordot(self.one_hot, dout, axes=((0, 1), (0, 1)))
