# two slips: of a word that occurs several times only the last gradient counts (+= with an index array), and row 0 never gets a gradient
class Embedding(Layer):
    def forward(self, ids, table):
        self.ids, self.shape = ids, table.shape
        return table[ids]

    def backward(self, dout):
        dtable = np.zeros(self.shape)
        dtable[self.ids] += dout
        dtable[0] = 0
        return dtable
