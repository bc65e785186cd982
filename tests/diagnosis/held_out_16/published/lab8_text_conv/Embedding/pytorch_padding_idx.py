# nn.Embedding(padding_idx=0): the row of the padding, word number 0, gets no gradient
class Embedding(Layer):
    padding_idx = 0

    def forward(self, ids, table):
        self.ids, self.num_embeddings = np.array(ids), table.shape[0]
        return np.array(table[self.ids])

    def backward(self, dout):
        grad_weight = np.zeros((self.num_embeddings, dout.shape[-1]))
        indices = self.ids.reshape(-1)
        grad = dout.reshape(-1, dout.shape[-1])
        for i, index in enumerate(indices):
            if index == self.padding_idx:
                continue
            grad_weight[index] += grad[i]
        return grad_weight
