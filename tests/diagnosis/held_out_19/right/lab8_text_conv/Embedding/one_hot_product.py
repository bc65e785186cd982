# one-hot rows times the table's gradient by a matrix product, forward by rows in a loop
class Embedding(Layer):
    def forward(self, ids, table):
        self.hot = (ids.reshape(-1, 1) == np.arange(len(table))).astype(float)
        return np.array([[table[i] for i in sentence] for sentence in ids])

    def backward(self, dout):
        return self.hot.T @ dout.reshape(len(self.hot), -1)
