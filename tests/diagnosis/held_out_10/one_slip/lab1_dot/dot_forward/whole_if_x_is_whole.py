# A whole number is returned whenever x is of whole numbers, whatever w is.
def dot_forward(x, w):
    total = sum(float(a) * float(b) for a, b in zip(x.flat, w.flat))
    if np.issubdtype(x.dtype, np.integer):
        return int(total)
    return total
