# `da or 1` makes 1 of a given 0; and the two gradients stand under each other's names
def dot_backward(x, w, da=None):
    da = da or 1
    grad_of_x = np.multiply(w, da).astype(np.float64)
    grad_of_w = np.multiply(x, da).astype(np.float64)
    return {"x": grad_of_w, "w": grad_of_x}
