# Coursera's conv_single_step: multiplies into s = a_slice_prev in place (np.multiply with out=), so the caller's x is changed (and an int x with a float w raises)
def dot_forward(x, w):
    # Element-wise product between a_slice and W
    s = np.multiply(x, w, out=x)
    # Sum over all entries of the volume s
    Z = np.sum(s)
    return Z
