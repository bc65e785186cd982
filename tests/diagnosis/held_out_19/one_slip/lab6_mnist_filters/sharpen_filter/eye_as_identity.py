# takes np.eye(3), ones on the diagonal, for the filter that changes nothing
def sharpen_filter(amount=1.0):
    identity = np.eye(3)
    blur = np.full((3, 3), 1 / 9)
    return (1 + amount) * identity - amount * blur
