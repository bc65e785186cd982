# backward makes the gradient with ids.max() + 1 rows, so rows of the table for words beyond the largest number read are missing.
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        self.D = table.shape[1]
        return table[ids]

    def backward(self, dout):
        V = int(self.ids.max()) + 1
        dtable = np.zeros((V, self.D))
        for n in range(self.ids.shape[0]):
            for t in range(self.ids.shape[1]):
                dtable[self.ids[n, t]] += dout[n, t]
        return dtable
