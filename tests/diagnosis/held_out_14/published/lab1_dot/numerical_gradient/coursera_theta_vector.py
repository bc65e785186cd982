# the loop runs over the first axis only, as for a parameter vector: in a matrix a whole row is moved at once and all its entries get the sum of their slopes; shape () raises
def numerical_gradient(f, x, h=1e-5):
    num_parameters = x.shape[0]
    gradapprox = np.zeros(x.shape)
    for i in range(num_parameters):
        thetaplus = np.array(x, dtype=float)
        thetaplus[i] = thetaplus[i] + h
        J_plus = f(thetaplus)
        thetaminus = np.array(x, dtype=float)
        thetaminus[i] = thetaminus[i] - h
        J_minus = f(thetaminus)
        gradapprox[i] = (J_plus - J_minus) / (2 * h)
    return gradapprox
