# x is flattened by columns, w by rows.
def dot_forward(x, w):
    return np.dot(x.flatten(order="F"), w.flatten())
