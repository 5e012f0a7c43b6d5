"""A decoder-only transformer: rotary positions, layer norms without bias, ReLU, tied to nothing but its own weights.

The forward pass for training, and sampling with a cache of keys and values.
"""

from functools import partial

import jax
import jax.numpy as jnp
import numpy as np

LAYERS = 3
WIDTH = 80
HEADS = 4
HEAD_WIDTH = WIDTH // HEADS
INNER = 4 * WIDTH
LONGEST = 160  # positions for which the rotation is tabulated


def initial_weights(seed, vocabulary_size):
    random = np.random.default_rng(seed)

    def normal(rows, columns, scale=1.0):
        return (random.standard_normal((rows, columns)) * scale * rows**-0.5).astype(np.float32)

    weights = {"embedding": (random.standard_normal((vocabulary_size, WIDTH)) * 0.5).astype(np.float32)}
    for layer in range(LAYERS):
        weights |= {
            f"{layer}.attention.norm": np.ones(WIDTH, np.float32),
            f"{layer}.attention.in": normal(WIDTH, 3 * WIDTH),
            f"{layer}.attention.out": normal(WIDTH, WIDTH, (2 * LAYERS) ** -0.5),
            f"{layer}.mlp.norm": np.ones(WIDTH, np.float32),
            f"{layer}.mlp.in": normal(WIDTH, INNER, 2**0.5),
            f"{layer}.mlp.out": normal(INNER, WIDTH, (2 * LAYERS) ** -0.5),
        }
    weights |= {"norm": np.ones(WIDTH, np.float32), "head": normal(WIDTH, vocabulary_size)}
    return weights


def rotation():
    """Cosines and sines, position by half the head's width."""
    half = HEAD_WIDTH // 2
    angles = np.outer(np.arange(LONGEST), 1000.0 ** -(np.arange(half) / half))
    return np.cos(angles).astype(np.float32), np.sin(angles).astype(np.float32)


COSINES, SINES = rotation()


def norm(x, gain):
    centred = x - x.mean(-1, keepdims=True)
    return centred * jax.lax.rsqrt((centred**2).mean(-1, keepdims=True) + 1e-5) * gain


def rotate(x, cosines, sines):
    """x: …, positions, heads, head width; cosines and sines: positions (or …, positions), half."""
    left, right = jnp.split(x, 2, axis=-1)
    cosines, sines = cosines[..., None, :], sines[..., None, :]
    return jnp.concatenate([left * cosines - right * sines, right * cosines + left * sines], -1)


def queries_keys_values(weights, layer, x, cosines, sines):
    mixed = norm(x, weights[f"{layer}.attention.norm"]) @ weights[f"{layer}.attention.in"]
    q, k, v = (part.reshape(*x.shape[:-1], HEADS, HEAD_WIDTH) for part in jnp.split(mixed, 3, -1))
    return rotate(q, cosines, sines) * HEAD_WIDTH**-0.5, rotate(k, cosines, sines), v


def mlp(weights, layer, x):
    inner = jax.nn.relu(norm(x, weights[f"{layer}.mlp.norm"]) @ weights[f"{layer}.mlp.in"])
    return x + inner @ weights[f"{layer}.mlp.out"]


def logits(weights, x):
    return norm(x, weights["norm"]) @ weights["head"]


def forward(weights, tokens):
    """tokens: batch × positions → logits of the next token at each position."""
    length = tokens.shape[1]
    cosines, sines = COSINES[:length], SINES[:length]
    hidden = jnp.tril(jnp.ones((length, length), bool))
    x = weights["embedding"][tokens]
    for layer in range(LAYERS):
        q, k, v = queries_keys_values(weights, layer, x, cosines, sines)
        scores = jnp.einsum("bqhd,bkhd->bhqk", q, k)
        shares = jax.nn.softmax(jnp.where(hidden, scores, -1e9), -1)
        mixed = jnp.einsum("bhqk,bkhd->bqhd", shares, v).reshape(x.shape)
        x = x + mixed @ weights[f"{layer}.attention.out"]
        x = mlp(weights, layer, x)
    return logits(weights, x)


def token_log_probabilities(weights, tokens):
    """The log-probability of each token but the first, given those before: batch × (positions − 1)."""
    log_probabilities = jax.nn.log_softmax(forward(weights, tokens)[:, :-1])
    return jnp.take_along_axis(log_probabilities, tokens[:, 1:, None], -1)[..., 0]


@partial(jax.jit, static_argnames=("most", "end"))
def sample(weights, prompts, lengths, key, temperature, top_p, *, most, end):
    """prompts: batch × longest prompt, padded on the right; → batch × most tokens, `end` from the end on.

    The first token of a solution stands at the position after its own prompt's last.
    """
    batch, longest = prompts.shape
    total = longest + most
    cosines, sines = jnp.asarray(COSINES), jnp.asarray(SINES)
    x = weights["embedding"][prompts]
    hidden = jnp.tril(jnp.ones((longest, longest), bool))
    caches = []
    for layer in range(LAYERS):
        q, k, v = queries_keys_values(weights, layer, x, cosines[:longest], sines[:longest])
        scores = jnp.einsum("bqhd,bkhd->bhqk", q, k)
        mixed = jnp.einsum("bhqk,bkhd->bqhd", jax.nn.softmax(jnp.where(hidden, scores, -1e9), -1), v)
        x = x + mixed.reshape(x.shape) @ weights[f"{layer}.attention.out"]
        x = mlp(weights, layer, x)
        room = ((0, 0), (0, most), (0, 0), (0, 0))
        caches.append((jnp.pad(k, room), jnp.pad(v, room)))
    first = logits(weights, x[jnp.arange(batch), lengths - 1])
    places = jnp.arange(total)

    def choose(scores, key):
        scores = scores / temperature
        ordered = jnp.sort(scores, -1)[:, ::-1]
        shares = jax.nn.softmax(ordered, -1)
        kept = (jnp.cumsum(shares, -1) - shares) < top_p
        least = jnp.min(jnp.where(kept, ordered, jnp.inf), -1, keepdims=True)
        return jax.random.categorical(key, jnp.where(scores >= least, scores, -jnp.inf))

    def step(state):
        place, caches, scores, done, written, key = state
        key, own = jax.random.split(key)
        token = jnp.where(done, end, choose(scores, own))
        written = jax.lax.dynamic_update_slice(written, token[:, None], (0, place))
        done = done | (token == end)
        positions = lengths + place
        visible = (places < lengths[:, None]) | ((places >= longest) & (places <= longest + place))
        x = weights["embedding"][token]
        kept = []
        for layer, (keys, values) in enumerate(caches):
            q, k, v = queries_keys_values(weights, layer, x, cosines[positions], sines[positions])
            keys = jax.lax.dynamic_update_slice(keys, k[:, None], (0, longest + place, 0, 0))
            values = jax.lax.dynamic_update_slice(values, v[:, None], (0, longest + place, 0, 0))
            kept.append((keys, values))
            scores = jnp.einsum("bhd,bkhd->bhk", q, keys)
            shares = jax.nn.softmax(jnp.where(visible[:, None], scores, -1e9), -1)
            mixed = jnp.einsum("bhk,bkhd->bhd", shares, values).reshape(x.shape)
            x = x + mixed @ weights[f"{layer}.attention.out"]
            x = mlp(weights, layer, x)
        return place + 1, kept, logits(weights, x), done, written, key

    def unfinished(state):
        return (state[0] < most) & ~state[3].all()

    written = jnp.full((batch, most), end)
    start = (0, caches, first, jnp.zeros(batch, bool), written, key)
    return jax.lax.while_loop(unfinished, step, start)[4]
