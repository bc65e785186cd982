# flattens both with ravel and lets np.vdot multiply and sum
def dot_forward(x, w):
    return np.vdot(x.ravel(), w.ravel())
