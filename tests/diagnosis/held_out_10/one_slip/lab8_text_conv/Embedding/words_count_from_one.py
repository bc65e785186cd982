# Word numbers are taken to count from 1, so each word gets the row before its own.
class Embedding(Layer):
    def forward(self, ids, table):
        self.rows = np.asarray(ids) - 1
        self.V, self.D = table.shape
        return table[self.rows]

    def backward(self, dout):
        dtable = np.zeros((self.V, self.D))
        for row, g in zip(self.rows.ravel(), dout.reshape(-1, self.D)):
            dtable[row] += g
        return dtable
