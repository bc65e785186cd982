# Right: the unit step function np.heaviside with the value 0 at 0.
def best_patch(w):
    return np.heaviside(np.sign(w), 0)
