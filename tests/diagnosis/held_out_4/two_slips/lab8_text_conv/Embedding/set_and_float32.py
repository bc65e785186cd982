# wrong: a repeated word keeps its last gradient; the gradient has a row less: ids count from one
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids = ids
        self.table = table
        return np.take(table, ids, axis=0)

    def backward(self, dout):
        g = np.zeros((self.table.shape[0], self.table.shape[1]))
        for n in range(dout.shape[0]):
            for t in range(dout.shape[1]):
                g[self.ids[n, t] - 1] = dout[n, t]
        return g
