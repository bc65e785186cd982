"""Mistakes by rule in formulas: a right solution whose parts can each be chosen wrongly.

Where an exercise has one output, two slips meet in the same numbers, and neither shows by itself.
So each formula is written once with its slips as switches, and is made with one of them or with two
that do not exclude each other. The sentences are those of `lib.rule_words.formulas`.
"""

from itertools import combinations, product

import numpy as np

from grading.quality.families import Wrong


def choices(name):
    """All mistakes of a formula, those with one slip first; none for other names."""
    if name not in FORMULAS:
        return
    make, results = FORMULAS[name]
    styles = STYLES.get(name, ())
    for groups in results:
        singles = [(slip,) for group in groups for slip in group]
        pairs = [pair for a, b in combinations(groups, 2) for pair in product(a, b)]
        for slips, *style in product((*singles, *pairs), *[(None, each) for each in styles]):
            yield Wrong(f"choice|{'+'.join(slips)}", make({*slips, *style}))


def _numerical_gradient(has):
    def numerical_gradient(f, x, h=1e-5):
        first_h = h = 1e-5 if "step ignored" in has else h
        seen = np.array(x) if "whole steps" in has else np.array(x, dtype=np.float64)
        slopes = np.zeros_like(x) if "buffer like x" in has else np.zeros(np.shape(x))
        moved = seen.ravel().reshape(seen.shape) if "flat copy" in has else seen
        for index in np.ndindex(slopes.shape):
            here = moved[index]
            if "steps relative" in has:
                h = first_h * max(1.0, abs(here))
            side = 0 if "backward difference" in has else h
            moved[index] = here + side
            above = f(seen)
            side = 0 if "forward difference" in has else h
            moved[index] = here - side
            below = f(seen)
            if "not put back" not in has:
                moved[index] = here
            rise = below - above if "sides swapped" in has else above - below
            one_sided = has & {"forward difference", "backward difference"}
            run = h if one_sided or "one step" in has else 2 * h
            run = 2 * h if one_sided and "two steps" in has else run
            run = 2 * first_h if "steps relative" in has else run
            run = 1 if "not divided" in has else run
            slope = rise * run if "multiplied" in has else rise / run
            slopes[index] = above - below / run if "last term divided" in has else slope
        return slopes

    return numerical_gradient


def _output_size(has):
    def output_size(n, k, padding=0, stride=1):
        sides = 0 if "no padding" in has else 1 if "padding once" in has else 2
        if (stride < 1 and "stride unchecked" not in has) or (
            padding < 0 and "padding unchecked" not in has
        ):
            raise ValueError
        room = n - k + sides * padding
        if room < 0 and "length unchecked" not in has:
            raise ValueError
        if room % stride and "rest unchecked" not in has:
            raise ValueError
        if "one inside" in has:
            return (room + 1) / stride if "float size" in has else (room + 1) // stride
        divisor = stride + 1 if "one in divisor" in has else stride
        found = room / divisor if "float size" in has else room // divisor
        return found if has & {"no plus one", "one in divisor"} else found + 1

    return output_size


def _to_image(has):
    def to_image(A):
        A = A if "little added" in has else A.astype(np.float64)
        low, high = A.min(), A.max()
        if low == high and "constant divided" not in has:
            white = "constant white" in has
            return np.full(A.shape, 255 if white else 0, dtype=np.uint8)
        shifted = A if "not shifted" in has else A - low
        divisor = high - low + (1e-8 if "little added" in has else 0)
        if "by the largest" in has:
            divisor = high
        if "by the largest size" in has:
            divisor = np.abs(A).max()
        grey = shifted / divisor * (256 if "up to 256" in has else 255)
        grey = 255 - grey if "white is low" in has else grey
        if "floats stay" in has:
            return grey
        grey = np.trunc(grey) if "cut off" in has else np.round(grey)
        if "clipped" in has:
            return np.clip(grey, 0, 255).astype(np.uint8)
        return np.nan_to_num(grey).astype(np.int64).astype(np.uint8)

    return to_image


def _box_filter(has):
    def box_filter(k):
        side = 3 if "always 3 x 3" in has else k
        divisor = k if "by the side" in has else k * k
        divisor = 9 if "by nine" in has else 1 if "not averaged" in has else divisor
        return np.full((side, side), 1 / divisor)

    return box_filter


def _sharpen_filter(has):
    def sharpen_filter(amount=2.0 if "other default" in has else 1.0):
        amount = 1.0 if "amount ignored" in has else amount
        box = np.ones((3, 3))
        divisor = 3 if "by the side" in has else 8 if "by eight" in has else 9
        box /= 1 if "not averaged" in has else divisor
        identity = np.eye(3) if "identity matrix" in has else np.zeros((3, 3))
        identity += "identity of ones" in has
        identity[1, 1] = 1
        times = (
            1 if "identity once" in has else amount if "amount for middle" in has else 1 + amount
        )
        blur = box if "blur once" in has else amount * box
        found = times * identity + (blur if "blur added" in has else -blur)
        if "middle without blur" in has:
            found[1, 1] = times
        return found

    return sharpen_filter


def _learn_filter(has):
    def learn_filter(X, A, steps, lr):
        X, A = X.astype(np.float64), A.astype(np.float64)
        windows = np.lib.stride_tricks.sliding_window_view(X, (3, 3))
        w = np.full((3, 3), 1.0 if "starts at ones" in has else 0.0)
        n = steps + ("step too many" in has) - ("step too few" in has)
        error = None
        for _ in range(n):
            if error is None or "error once" not in has:
                error = np.einsum("hwij,ij->hw", windows, w) - A
            error = np.sign(error) if "sign of error" in has else error
            seen = error[::-1, ::-1] if "error turned" in has else error
            gradient = np.einsum("hwij,hw->ij", windows, seen)
            gradient = gradient if "no two" in has else 2 * gradient
            size = X.size if "mean of image" in has else 9 if "mean of taps" in has else A.size
            size = A.size**2 if "mean twice" in has else size
            gradient = gradient if "sum for mean" in has else gradient / size
            gradient = gradient.T if "gradient transposed" in has else gradient
            gradient = gradient[::-1, ::-1] if "gradient turned" in has else gradient
            step = gradient if "rate left out" in has else lr * gradient
            w = w + step if "uphill" in has else w - step
            if "first step only" in has:
                break
        return w

    return learn_filter


def _sgd(has):
    class SGD:
        def __init__(self, lr, momentum=0.0):
            self.lr, self.momentum, self.kept = lr, momentum, {}

        def step(self, params, grads):
            new = params if "written into params" in has else {}
            for name in params:
                key = "" if "one velocity" in has else name
                v, g = self.kept.get(key, 0.0), grads[name]
                share = 1 - self.momentum if "less gradient" in has else 1
                share = self.momentum if "gradient forgotten" in has else share
                share = self.momentum if "later forgotten" in has and name in self.kept else share
                share = share * self.lr if "rate twice" in has else share
                now = 0 if "momentum ignored" in has else self.momentum * v
                now = v if "nothing forgotten" in has else now
                now = (1 - self.momentum) * v if "rest kept" in has else now
                now = -now if "velocity turned" in has else now
                lost = "first gradient lost" in has and key not in self.kept
                now = 0 * g if lost else now + share * g
                self.kept[key] = g if "last gradient" in has else now
                sent = now + self.momentum * now if "looks ahead" in has else now
                change = sent if "rate left out" in has else self.lr * sent
                new[name] = params[name] + change if "uphill" in has else params[name] - change
            return new

    return SGD


def _softmax_cross_entropy(has):
    class SoftmaxCrossEntropy:
        def forward(self, logits, labels):
            z = np.asarray(logits, dtype=np.float64)
            over = None if "largest of all" in has else 1
            z = z if "not shifted down" in has else z - z.max(axis=over, keepdims=True)
            self.p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
            self.labels = labels
            chosen = self.p[np.arange(len(labels)), labels]
            floor = 1e-12 if "log of almost" in has else 0
            of_logits = z[np.arange(len(labels)), labels] - np.log(np.exp(z).sum(axis=1))
            exact = "by log" in has or not {"not shifted down", "largest of all"} & set(has)
            plain = floor or not exact
            losses = np.log(chosen + floor) if plain else of_logits
            losses = losses if "loss below zero" in has else -losses
            return losses.sum() if "loss summed" in has else losses.mean()

        def backward(self, dloss=1.0):
            gradient = self.p.copy()
            if "no minus one" not in has:
                gradient[np.arange(len(self.labels)), self.labels] -= 1
            gradient = -gradient if "gradient turned round" in has else gradient
            rows, answers = self.p.shape
            count = answers if "by the answers" in has else rows
            count = rows * answers if "by the answers too" in has else count
            gradient = gradient if "gradient summed" in has else gradient / count
            return gradient if "dloss ignored" in has else dloss * gradient

    return SoftmaxCrossEntropy


def _conv_block(has):
    class ConvBlock:
        def forward(self, x, w):
            self.x, self.w, self.a = np.array(x, float), float(w), np.array(x, float) * w
            self.h = np.maximum(self.a, 0)
            h = self.a if "no relu" in has else np.abs(self.a) if "absolute" in has else self.h
            for slip, pool in (("pool mean", np.mean), ("pool sum", np.sum), ("pool min", np.min)):
                h = pool(h) if slip in has else h
            return float(np.argmax(h)) if "pool place" in has else np.max(h)

        def backward(self, dz):
            dz = 1.0 if "dz ignored" in has else float(dz)
            dz = max(dz, 0.0) if "dz positive" in has else dz
            seen = self.a if "winner without relu" in has else self.h
            seen = self.x if "winner of x" in has else seen
            n, alive = len(self.x), (self.a > 0) | ("dead passes" in has)
            alive = self.x > 0 if "gate of x" in has else alive
            won = np.arange(n) == np.argmax(seen)
            won = np.full(n, 1 / n) if "shares of a mean" in has else won
            won = np.ones(n) if "everyone passes" in has else won
            da = won * dz * alive
            dx = da * (1 if "dx without w" in has else self.x if "dx by x" in has else self.w)
            by = 1 if "dw without x" in has else self.w if "dw by w" in has else self.x
            dw = da * by * (self.w if "dw times w" in has else 1)
            return dx, dw if "dw not summed" in has else np.sum(dw)

    return ConvBlock


def _embedding(has):
    class Embedding:
        def forward(self, ids, table):
            self.ids, self.shape = np.asarray(ids), np.shape(table)
            found = np.asarray(table)[self.ids - 1 if "ids from one" in has else self.ids]
            return found.transpose(0, 2, 1) if "channels first" in has else found

        def backward(self, dout):
            ids, d = self.ids, np.asarray(dout, float)
            ids = ids - 1 if "rows from one" in has else ids
            chosen = slice(1) if "only first sentence" in has else slice(None)
            chosen = slice(-1, None) if "only last sentence" in has else chosen
            ids, d = ids[chosen], np.ones(d[chosen].shape) if "words counted" in has else d[chosen]
            if "once a sentence" in has:
                kept = [[word not in row[:i] for i, word in enumerate(row)] for row in ids]
                d = d * np.array(kept)[..., None]
            if "last of a sentence" in has:  # as with `dtable[row] += d[n]`
                kept = [[word not in row[i + 1 :] for i, word in enumerate(row)] for row in ids]
                d = d * np.array(kept)[..., None]
            found, count = np.zeros(self.shape), np.zeros(self.shape[0])
            np.add.at(count, ids, 1)
            if "word overwritten" in has:
                for index in np.ndindex(ids.shape):
                    found[ids[index]] = d[index]
            else:
                np.add.at(found, ids, d)
            return found / np.maximum(count, 1)[:, None] if "word averaged" in has else found

    return Embedding


STYLES = {"to_image": ("cut off", "clipped"), "SoftmaxCrossEntropy": ("by log",)}
FORMULAS = {
    "ConvBlock": (
        _conv_block,
        (
            (("no relu", "absolute"), ("pool mean", "pool sum", "pool min", "pool place")),
            (
                ("dz ignored", "dz positive"),
                ("winner without relu", "winner of x", "shares of a mean", "everyone passes"),
                ("dead passes", "gate of x"),
                ("dx without w", "dx by x"),
                ("dw without x", "dw by w", "dw times w", "dw not summed"),
            ),
        ),
    ),
    "Embedding": (
        _embedding,
        (
            (("ids from one",), ("channels first",)),
            (
                ("rows from one",),
                ("only first sentence", "only last sentence"),
                ("words counted",),
                ("word overwritten", "word averaged", "once a sentence", "last of a sentence"),
            ),
        ),
    ),
    "numerical_gradient": (
        _numerical_gradient,
        (
            (
                ("forward difference", "backward difference", "sides swapped"),
                ("one step", "two steps", "not divided", "multiplied", "last term divided"),
                ("step ignored", "steps relative"),
                ("whole steps", "flat copy", "not put back"),
                ("buffer like x",),
            ),
        ),
    ),
    "output_size": (
        _output_size,
        (
            (
                ("padding once", "no padding"),
                ("no plus one", "one inside", "one in divisor"),
                ("float size",),
                ("rest unchecked", "length unchecked", "stride unchecked", "padding unchecked"),
            ),
        ),
    ),
    "to_image": (
        _to_image,
        (
            (
                ("not shifted",),
                ("by the largest", "by the largest size", "little added"),
                ("up to 256",),
                ("white is low",),
                ("floats stay",),
                ("constant divided", "constant white"),
            ),
        ),
    ),
    "box_filter": (_box_filter, ((("by the side", "by nine", "not averaged"), ("always 3 x 3",)),)),
    "sharpen_filter": (
        _sharpen_filter,
        (
            (
                ("amount ignored", "other default"),
                ("by the side", "by eight", "not averaged"),
                ("identity matrix", "identity of ones"),
                ("identity once", "amount for middle"),
                ("blur once", "blur added"),
                ("middle without blur",),
            ),
        ),
    ),
    "learn_filter": (
        _learn_filter,
        (
            (
                ("no two",),
                ("sum for mean", "mean of image", "mean of taps", "mean twice"),
                ("starts at ones",),
                ("step too many", "step too few", "first step only"),
                ("error once", "sign of error"),
                ("gradient transposed", "gradient turned", "error turned"),
                ("rate left out",),
                ("uphill",),
            ),
        ),
    ),
    "SGD": (
        _sgd,
        (
            (
                ("less gradient", "gradient forgotten", "later forgotten"),
                ("rate twice",),
                (
                    "momentum ignored",
                    "nothing forgotten",
                    "rest kept",
                    "velocity turned",
                    "last gradient",
                    "one velocity",
                ),
                ("first gradient lost",),
                ("looks ahead",),
                ("rate left out",),
                ("uphill",),
                ("written into params",),
            ),
        ),
    ),
    "SoftmaxCrossEntropy": (
        _softmax_cross_entropy,
        (
            (
                ("not shifted down", "largest of all", "log of almost"),
                ("loss below zero",),
                ("loss summed",),
            ),
            (
                ("no minus one",),
                ("gradient turned round",),
                ("gradient summed", "by the answers", "by the answers too"),
                ("dloss ignored",),
            ),
        ),
    ),
}
