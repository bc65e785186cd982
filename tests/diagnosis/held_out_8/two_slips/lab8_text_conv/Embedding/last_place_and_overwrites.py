# The last place of a sentence is left out, and a repeated word keeps its last gradient only.
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        self.table_shape = table.shape
        return np.stack([table[row] for row in ids])

    def backward(self, dout):
        d = np.zeros(self.table_shape)
        N, T = self.ids.shape
        for n in range(N):
            for t in range(T - 1):
                d[self.ids[n, t]] = dout[n, t]
        return d
