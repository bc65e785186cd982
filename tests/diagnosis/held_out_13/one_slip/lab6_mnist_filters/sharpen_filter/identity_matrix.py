# Takes np.eye for the identity filter, ones on the diagonal instead of one in the middle.
def sharpen_filter(amount=1.0):
    identity = np.eye(3)
    return (1 + amount) * identity - amount * box_filter(3)
