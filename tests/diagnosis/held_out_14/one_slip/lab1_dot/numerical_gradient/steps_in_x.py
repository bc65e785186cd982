# the steps are taken in x itself and not in a float64 copy (the old value is put back), so at integers the step is cut off and at float32 it is rounded
def numerical_gradient(f, x, h=1e-5):
    slopes = np.zeros(np.shape(x), dtype=np.float64)
    for place in np.ndindex(x.shape):
        value = x[place].copy()
        x[place] = value + h
        right = f(x)
        x[place] = value - h
        left = f(x)
        x[place] = value
        slopes[place] = (right - left) / (2 * h)
    return slopes
