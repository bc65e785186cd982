# an amount of 0 counts as not given (amount or 1.0) and sharpens with amount 1
def sharpen_filter(amount=1.0):
    a = amount or 1.0
    identity = np.zeros((3, 3))
    identity[1, 1] = 1
    return (1 + a) * identity - a * np.ones((3, 3)) / 9
