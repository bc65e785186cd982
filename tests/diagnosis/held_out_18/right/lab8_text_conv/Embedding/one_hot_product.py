# looks up and sends back by products with a one-hot matrix
class Embedding(Layer):
    def forward(self, ids, table):
        V = table.shape[0]
        self.shape = ids.shape
        self.hot = (np.asarray(ids).reshape(-1, 1) == np.arange(V)).astype(np.float64)
        out = self.hot @ np.asarray(table, dtype=np.float64)
        return out.reshape(ids.shape + (table.shape[1],))
    def backward(self, dout):
        return self.hot.T @ np.asarray(dout, dtype=np.float64).reshape(len(self.hot), -1)
