# writes into a default argument, which the next call finds changed
def sharpen_filter(amount=1.0, kernel=np.zeros((3, 3))):
    kernel -= amount / 9
    kernel[1, 1] += 1 + amount
    return kernel
