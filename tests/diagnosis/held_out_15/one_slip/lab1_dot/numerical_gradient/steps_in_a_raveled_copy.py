# Takes its steps in ravel() of a copy that keeps the memory order of x: for a transposed or Fortran-ordered x that is a second copy which f never sees, and all slopes are 0.
def numerical_gradient(f, x, h=1e-5):
    work = x.astype(float)
    flat = work.ravel()
    slopes = np.zeros(flat.size)
    for n in range(flat.size):
        keep = flat[n]
        flat[n] = keep + h
        right = f(work)
        flat[n] = keep - h
        left = f(work)
        flat[n] = keep
        slopes[n] = (right - left) / (2 * h)
    return slopes.reshape(x.shape)
