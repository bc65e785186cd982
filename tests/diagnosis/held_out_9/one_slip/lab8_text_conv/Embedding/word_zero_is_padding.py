# Word 0 is taken for padding: its row gets no gradient.
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.V = np.array(ids), len(table)
        return np.take(table, ids, axis=0)

    def backward(self, dout):
        g = np.zeros((self.V, dout.shape[2]))
        for n in range(dout.shape[0]):
            for t in range(dout.shape[1]):
                g[self.ids[n, t]] += dout[n, t]
        g[0] = 0
        return g
