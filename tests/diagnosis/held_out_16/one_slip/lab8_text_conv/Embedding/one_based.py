# word numbers are taken to start at 1 (MATLAB): the row before is read and gets the gradient, the last row for word 0
class Embedding(Layer):
    def forward(self, ids, table):
        self.rows = ids - 1
        self.sz = table.shape
        return table[self.rows, :]

    def backward(self, dout):
        dtable = np.zeros(self.sz)
        np.add.at(dtable, self.rows, dout)
        return dtable
