"""Rules for the upstream gradient: how a backward changes it before use."""

import numpy as np

from grading.quality.families.arrays import zeroed


def on_upstream(change):
    """A change of the arguments that changes only the upstream gradient."""

    def changed(args):
        given = args.pop("missing", False)
        up = np.asarray(args["upstream"], dtype=np.float64)
        args["upstream"] = change(up, given)[()]
        return args

    return changed


UPSTREAM_RULES = {
    "ignored": lambda d, _: np.ones(d.shape),
    "zero is missing": lambda d, _: d if d.any() else np.ones(d.shape),
    "default zero": lambda d, missing: d * 0 if missing else d,
    "positive": lambda d, _: np.maximum(d, 0),
    "absolute": lambda d, _: np.abs(d),
    "sign": lambda d, _: np.sign(d),
    "squared": lambda d, _: d * d,
    "summed": lambda d, _: np.full(d.shape, d.sum()),
    "averaged": lambda d, _: np.full(d.shape, d.mean()),
    "first image": lambda d, _: np.broadcast_to(d[:1], d.shape) + 0.0,
    "last image": lambda d, _: np.broadcast_to(d[-1:], d.shape) + 0.0,
    "first filter": lambda d, _: np.broadcast_to(d[:, :1], d.shape) + 0.0,
    "first entry": lambda d, _: np.full(d.shape, d.flat[0]),
    "last entry": lambda d, _: np.full(d.shape, d.flat[-1]),
    "first of each map": lambda d, _: (
        np.broadcast_to(d[:, :, :1, :1], d.shape) + 0.0 if d.ndim > 3 else 1 / 0
    ),
    "only first image": lambda d, _: np.concatenate([d[:1], 0 * d[1:]]),
    "only last image": lambda d, _: np.concatenate([0 * d[:-1], d[-1:]]),
    "only first filter": lambda d, _: np.concatenate([d[:, :1], 0 * d[:, 1:]], axis=1),
    "only last filter": lambda d, _: np.concatenate([0 * d[:, :-1], d[:, -1:]], axis=1),
    "only last entry": lambda d, _: np.where(
        np.arange(d.size).reshape(d.shape) == d.size - 1, d, 0
    ),
    "only first entry": lambda d, _: np.where(np.arange(d.size).reshape(d.shape) == 0, d, 0),
    "last place": lambda d, _: _only_last_places(d, False),
    "last place and image": lambda d, _: _only_last_places(d, True),
    "turned": lambda d, _: d[..., ::-1] if d.ndim < 2 else d[..., ::-1, ::-1],
    "transposed": lambda d, _: d.reshape(d.shape[:-2] + d.shape[:-3:-1]).swapaxes(-1, -2),
    "last row missing": lambda d, _: zeroed(d, -2, -1),
    "last place missing": lambda d, _: zeroed(d, -1, -1),
    "first row missing": lambda d, _: zeroed(d, -2, 0),
    "first place missing": lambda d, _: zeroed(d, -1, 0),
    "whole": lambda d, _: np.trunc(d),
}


def _only_last_places(d, of_last_image):
    kept = np.zeros(d.shape)
    if d.ndim < 3:
        raise ValueError("one filter, one image")
    last = (slice(-1, None) if of_last_image else slice(None), slice(None), *(-1,) * (d.ndim - 2))
    kept[last] = d[last]
    return kept
