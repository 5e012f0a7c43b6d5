"""Trains the checkpoints of this example: M0 on solutions written by a program, then each next one on answers of the one
before, by three ways of improving. Everything follows from the seeds below.

    python train.py supervised        → checkpoints/m0.safetensors
    python train.py WAY               → checkpoints/WAY-1 …, WAY one of sft, preference, ways
    python train.py graphs            → graphs/*.onnx and vocabulary.json
    python train.py evals             → evals/*.jsonl
    python train.py greedy            → training/greedy.json, for a test

Weights are rounded to 16 bits before anything else is done with a checkpoint: what is measured, sampled from and trained
on is what is shipped.
"""

import hashlib
import json
import random
import sys
import time
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import optax
from safetensors.numpy import load_file, save_file

import graphs
import model
import problems
from problems import BEGIN, END, PAD, SOLVE, VOCABULARY, decode, draw_problem, encode
from judge import answer_of, way_of

EXAMPLE = Path(__file__).resolve().parent.parent
# What is compiled once need not be again.
jax.config.update("jax_compilation_cache_dir", str(EXAMPLE / "training" / ".compiled"))
STEPS = (2, 3, 4)  # what the target suite has

SUPERVISED = dict(updates=3000, rate=3e-3, enough=0.45, seed=7)
# From which update on how often examples of 0 (bare calculations), 1, 2, 3 and 4 steps come, and how many at a time.
CURRICULUM = {0: (1, 2, 2), 700: (1, 1, 3, 4, 4)}
AT_A_TIME = (96, 96, 64, 64, 48)
SAMPLING = dict(temperature=0.8, top_p=0.95)
ROUNDS = {"sft": 4, "preference": 4, "ways": 4}
SFT = dict(problems=768, samples=4, epochs=2, rate=5e-4, batch=64)
WAYS_ONCE = dict(problems=384, samples=8, temperature=1.1, epochs=2, rate=5e-4, batch=64)
PREFERENCE = dict(problems=512, samples=4, epochs=2, rate=2e-4, batch=32, beta=0.1, also_learn=1.0)


# Checkpoints


def path_of(name):
    return EXAMPLE / "checkpoints" / f"{name}.safetensors"


def save(name, weights):
    path_of(name).parent.mkdir(exist_ok=True)
    order = graphs.weight_shapes(len(VOCABULARY))
    write_safetensors(path_of(name), {key: np.asarray(weights[key], np.float16) for key in order})
    print(f"{name}: {path_of(name).stat().st_size:,} bytes", flush=True)


def write_safetensors(path, tensors):
    """In the order given, in which the graphs find their numbers; the library's own writer sorts them."""
    header, place = {}, 0
    for name, tensor in tensors.items():
        header[name] = {"dtype": "F16", "shape": tensor.shape, "data_offsets": [place, place + tensor.nbytes]}
        place += tensor.nbytes
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(len(text).to_bytes(8, "little") + text + b"".join(t.tobytes() for t in tensors.values()))


def load(name):
    return {key: jnp.asarray(value, jnp.float32) for key, value in load_file(path_of(name)).items()}


# From problems and solutions to batches


def prompt_tokens(prompt):
    return [BEGIN, *encode(prompt), SOLVE]


def padded(sequences, multiple=8):
    longest = max(map(len, sequences))
    rows = np.full((len(sequences), longest + -longest % multiple), PAD, np.int32)
    for row, sequence in zip(rows, sequences):
        row[: len(sequence)] = sequence
    return rows


def batch_of(examples, length=None, only_results=False):
    """examples: pairs of the tokens of a prompt and of a solution → tokens, and a mask of what is learned.

    Of bare calculations nothing but the results can be learned.
    """
    tokens = padded([[*prompt, *solution] for prompt, solution in examples])
    if length is not None:
        tokens = np.pad(tokens, ((0, 0), (0, length - tokens.shape[1])), constant_values=PAD)
    learned = np.zeros((len(examples), tokens.shape[1] - 1), np.float32)
    for row, (prompt, solution) in zip(learned, examples):
        row[len(prompt) - 1 : len(prompt) + len(solution) - 1] = 1
    if only_results:
        learned *= tokens[:, :-1] == problems.IDS["="]
    return tokens, learned


# Few lengths, so that few programs are compiled: the longest example of so many steps, which 8 divides.
LENGTHS = {0: 56, 1: 48, 2: 64, 3: 80, 4: 96}


OPTIMIZER = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(1.0, b2=0.98, weight_decay=0.02))


def loss(weights, tokens, learned):
    """learned: how much of each token; of right solutions all is learned."""
    scores = model.token_log_probabilities(weights, tokens) * learned
    return -scores.sum() / jnp.maximum(jnp.abs(learned).sum(), 1)


@jax.jit
def update(weights, state, rate, tokens, learned):
    value, slope = jax.value_and_grad(loss)(weights, tokens, learned)
    change, state = OPTIMIZER.update(slope, state, weights)
    return optax.apply_updates(weights, jax.tree.map(lambda part: rate * part, change)), state, value


def schedule(rate, updates, warm_up):
    return optax.warmup_cosine_decay_schedule(0, rate, warm_up, updates, rate / 10)


# M0


def drill(source):
    """Six bare calculations, no problem."""
    lines = []
    while len(lines) < 6:
        left, right = source.randint(0, 80), source.randint(0, 9 if source.random() < 0.75 else 30)
        sign = source.choice((1, -1))
        if 0 <= left + sign * right <= problems.LARGEST:
            lines.append(f"{left} {'+' if sign > 0 else '-'} {right} = {left + sign * right}.")
    return "\n".join(lines)


def supervised():
    """Bare calculations and problems of one and two steps first, then of all lengths of the target suite, until enough are
    solved: well below what more training reaches, so that there is something to improve."""
    source = random.Random(SUPERVISED["seed"])
    updates = SUPERVISED["updates"]
    weights = model.initial_weights(1, len(VOCABULARY))
    weights = {name: jnp.asarray(value) for name, value in weights.items()}
    rate = schedule(SUPERVISED["rate"], updates, 100)
    state, chains, losses, began = OPTIMIZER.init(weights), set(), {}, time.time()
    for turn in range(updates):
        shares = CURRICULUM[max(first for first in CURRICULUM if first <= turn)]
        steps = source.choices(range(len(shares)), shares)[0]
        examples = []
        for _ in range(AT_A_TIME[steps]):
            if steps == 0:
                examples.append(([BEGIN, SOLVE], [*encode(drill(source)), END]))
                continue
            problem = draw_problem(source, steps)
            chains.add(problems.chain_key(problem.start, problem.changes))
            solution = problems.write_solution(source, problem.start, problem.changes)
            examples.append((prompt_tokens(problem.prompt), [*encode(solution), END]))
        batch = batch_of(examples, LENGTHS[steps], only_results=steps == 0)
        weights, state, value = update(weights, state, rate(turn), *batch)
        losses[steps] = float(value)
        if turn % 50 == 0:
            print(f"{turn} {time.time() - began:.0f} s, loss by steps", {s: round(l, 3) for s, l in sorted(losses.items())}, flush=True)
        if turn >= max(CURRICULUM) and turn % 100 == 99:
            save("m0", weights)
            right = [quick(load("m0"), steps) for steps in STEPS]
            print(f"{turn + 1}: right by steps {right}", flush=True)
            if np.mean(right) >= SUPERVISED["enough"]:
                break
    remember(chains)
    print(f"{time.time() - began:.0f} s", flush=True)


def remember(chains):
    """The first 4 bytes of the SHA-256 of every chain that was trained on, sorted, for the test that none is in the eval set."""
    path = EXAMPLE / "training" / "chains.bin"
    known = path.read_bytes() if path.exists() else b""
    hashes = {known[place : place + 4] for place in range(0, len(known), 4)}
    hashes |= {hashlib.sha256(chain.encode()).digest()[:4] for chain in chains}
    path.write_bytes(b"".join(sorted(hashes)))


def quick(weights, steps, count=128):
    """Pass@1 on problems drawn for the purpose; they belong to the eval side and are none of the eval set's for certain."""
    source = random.Random(99)
    drawn = [draw_problem(source, steps, for_eval=True) for _ in range(count)]
    solutions = sample(weights, [p.prompt for p in drawn], 1, seed=5)
    return sum(answer_of(s) == p.answer for p, (s,) in zip(drawn, solutions)) / count


# Sampling


def sample(weights, prompts, n, *, seed, at_a_time=256, temperature=0.8, top_p=0.95, most=80):
    """n solutions of each prompt as texts; one that was cut is the empty string."""
    rows = [(len(encode(p)), place) for place, p in enumerate(prompts) for _ in range(n)]
    rows.sort()
    found = [[] for _ in prompts]
    for turn, first in enumerate(range(0, len(rows), at_a_time)):
        places = [place for _, place in rows[first : first + at_a_time]]
        tokens = [prompt_tokens(prompts[place]) for place in places]
        lengths = np.array([len(t) for t in tokens] + [1] * (at_a_time - len(places)), np.int32)
        tokens = padded(tokens + [[BEGIN]] * (at_a_time - len(places)), 16)
        key = jax.random.key(seed * 100_000 + turn)
        written = np.asarray(
            model.sample(weights, tokens, lengths, key, temperature, top_p, most=most, end=END)
        )
        for place, row in zip(places, written):
            ended = row[-1] == END
            found[place].append(decode([t for t in row.tolist() if t != END]) if ended else "")
    return found


# Self-improvement


def own_answers(weights, source, count, n, seed):
    """Problems of the training side with n own solutions each, and which of them are right."""
    drawn = [draw_problem(source, source.choice(STEPS)) for _ in range(count)]
    remember({problems.chain_key(p.start, p.changes) for p in drawn})
    return drawn, sample(weights, [p.prompt for p in drawn], n, seed=seed, **SAMPLING)


def fine_tune(weights, examples, source, epochs, rate, batch):
    by_length = {}
    for example in examples:
        length = len(example[0]) + len(example[1])
        by_length.setdefault(next(l for l in sorted(LENGTHS.values()) + [160] if l >= length), []).append(example)
    batches = []
    for _ in range(epochs):
        for length, same in by_length.items():
            source.shuffle(same)
            batches += [(length, same[i : i + batch]) for i in range(0, len(same) - batch + 1, batch)]
    source.shuffle(batches)
    rates = schedule(rate, len(batches), min(10, len(batches) // 4))
    state, values = OPTIMIZER.init(weights), []
    for turn, (length, chosen) in enumerate(batches):
        weights, state, value = update(weights, state, rates(turn), *batch_of(chosen, length))
        values.append(float(value))
    print(f"{len(examples)} solutions, {len(batches)} updates, loss {values[0]:.3f} → {np.mean(values[-10:]):.3f}", flush=True)
    return weights


def sft(weights, iteration):
    """All right answers are learned, as often as they came."""
    source = random.Random(100 + iteration)
    drawn, solutions = own_answers(weights, source, SFT["problems"], SFT["samples"], 100 + iteration)
    examples = [
        (prompt_tokens(p.prompt), [*encode(s), END]) for p, own in zip(drawn, solutions) for s in own if answer_of(s) == p.answer
    ]
    return fine_tune(weights, examples, source, SFT["epochs"], SFT["rate"], SFT["batch"])


def ways(weights, iteration):
    """Of the right answers to a problem one of each way is learned, however often it came; and they are drawn hotter, so that
    rarer ways come at all: the gentler recipe."""
    source = random.Random(200 + iteration)
    drawn = [draw_problem(source, source.choice(STEPS)) for _ in range(WAYS_ONCE["problems"])]
    remember({problems.chain_key(p.start, p.changes) for p in drawn})
    prompts = [problem.prompt for problem in drawn]
    hot = dict(temperature=WAYS_ONCE["temperature"], top_p=1.0)
    solutions = sample(weights, prompts, WAYS_ONCE["samples"], seed=200 + iteration, **hot)
    examples = []
    for problem, own in zip(drawn, solutions):
        first = {}
        for solution in own:
            if answer_of(solution) == problem.answer:
                first.setdefault(way_of(solution), solution)
        examples += [(prompt_tokens(problem.prompt), [*encode(s), END]) for s in first.values()]
    return fine_tune(weights, examples, source, WAYS_ONCE["epochs"], WAYS_ONCE["rate"], WAYS_ONCE["batch"])


def preference_loss(weights, tokens, learned, before):
    """The first half of the rows are right answers, the second half a wrong one to the same problem each; before: what the
    log-probability of each row was before this round. Direct preference optimization, and the right ones learned besides."""
    now = (model.token_log_probabilities(weights, tokens) * learned).sum(1)
    right, wrong = jnp.split(PREFERENCE["beta"] * (now - before), 2)
    pairs = len(tokens) // 2
    likelier = -jax.nn.log_sigmoid(right - wrong).mean()
    return likelier - PREFERENCE["also_learn"] * now[:pairs].sum() / learned[:pairs].sum()


@jax.jit
def prefer(weights, state, rate, tokens, learned, before):
    value, slope = jax.value_and_grad(preference_loss)(weights, tokens, learned, before)
    change, state = OPTIMIZER.update(slope, state, weights)
    return optax.apply_updates(weights, jax.tree.map(lambda part: rate * part, change)), state, value


@jax.jit
def log_probabilities(weights, tokens, learned):
    return (model.token_log_probabilities(weights, tokens) * learned).sum(1)


def preference(weights, iteration):
    """Of each problem with right and wrong answers one of each: the right one is to become likelier than the wrong one."""
    source = random.Random(300 + iteration)
    drawn, solutions = own_answers(weights, source, PREFERENCE["problems"], PREFERENCE["samples"], 300 + iteration)
    pairs = []
    for problem, own in zip(drawn, solutions):
        right = [s for s in own if answer_of(s) == problem.answer]
        wrong = [s for s in own if s and answer_of(s) != problem.answer]
        if right and wrong:
            start = prompt_tokens(problem.prompt)
            both = [(start, [*encode(source.choice(some)), END]) for some in (right, wrong)]
            if all(len(start) + len(solution) <= LENGTHS[4] for _, solution in both):
                pairs.append(both)
    size, batches = PREFERENCE["batch"], []
    for first in range(0, len(pairs) - size + 1, size):
        chosen = pairs[first : first + size]
        tokens, learned = batch_of([right for right, _ in chosen] + [wrong for _, wrong in chosen], LENGTHS[4])
        batches.append((tokens, learned, log_probabilities(weights, tokens, learned)))
    batches = batches * PREFERENCE["epochs"]
    rates = schedule(PREFERENCE["rate"], len(batches), min(5, len(batches) // 4))
    state, values = OPTIMIZER.init(weights), []
    for turn, batch in enumerate(batches):
        weights, state, value = prefer(weights, state, rates(turn), *batch)
        values.append(float(value))
    print(f"{len(pairs)} pairs, {len(batches)} updates, loss {values[0]:.3f} → {np.mean(values[-4:]):.3f}", flush=True)
    return weights


WAYS = {"sft": sft, "ways": ways, "preference": preference}


def improve(name):
    weights = load("m0")
    for iteration in range(1, ROUNDS[name] + 1):
        if path_of(f"{name}-{iteration}").exists():  # a training that was stopped goes on
            weights = load(f"{name}-{iteration}")
            continue
        began = time.time()
        save(f"{name}-{iteration}", WAYS[name](weights, iteration))
        weights = load(f"{name}-{iteration}")
        print(f"{name} {iteration}: {time.time() - began:.0f} s", {k: round(quick(weights, k), 3) for k in (2, 3, 4, 6)}, flush=True)


# The eval set

EVALS = {
    "trained-kind": dict(steps=(2, 3, 4)),
    "longer-chains": dict(steps=(5, 6)),
    "other-beginnings": dict(steps=(2, 3, 4), other=("start",)),
    "other-questions": dict(steps=(2, 3, 4), other=("question",)),
    "trained-kind-large": dict(steps=(2, 3, 4), items=900, fresh=True),
}
ITEMS = 300  # of a suite, as many of each number of steps, shorter ones first: what is asked together takes as long


def write_evals():
    """A prompt comes once in a suite. A fresh suite has no chain twice, and none of a suite before it."""
    source, chains = random.Random(11), set()
    for name, drawn in EVALS.items():
        steps, items, fresh = drawn["steps"], drawn.get("items", ITEMS), drawn.get("fresh", False)
        prompts, lines = set(), []
        for number in range(items):
            count = steps[number * len(steps) // items]
            while True:
                problem = draw_problem(source, count, other=drawn.get("other", ()), for_eval=True)
                chain = problems.chain_key(problem.start, problem.changes)
                if problem.prompt not in prompts and not (fresh and chain in chains):
                    break
            prompts.add(problem.prompt)
            chains.add(chain)
            item = {
                "id": f"{name}-{number + 1:0{len(str(items))}d}",
                "prompt": problem.prompt,
                "answer": str(problem.answer),
                "group": f"{count} steps",
                "meta": {"chain": chain},
            }
            lines.append(json.dumps(item))
        path = EXAMPLE / "evals" / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join(lines) + "\n")


def write_greedy():
    """What M0 writes without chance for a few problems of each suite: what a server must write, too."""
    weights, found = load("m0"), {}
    for path in sorted((EXAMPLE / "evals").glob("*.jsonl")):
        prompts = [json.loads(line)["prompt"] for line in path.read_text().splitlines()[:12]]
        solutions = sample(weights, prompts, 1, seed=0, at_a_time=len(prompts), temperature=1e-6)
        found |= {prompt: solution for prompt, (solution,) in zip(prompts, solutions)}
    (EXAMPLE / "training" / "greedy.json").write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    task = sys.argv[1]
    if task == "supervised":
        supervised()
    elif task in WAYS:
        improve(task)
    elif task == "graphs":
        (EXAMPLE / "graphs").mkdir(exist_ok=True)
        graphs.prompt_graph().save(EXAMPLE / "graphs" / "prompt.onnx", len(VOCABULARY))
        graphs.step_graph().save(EXAMPLE / "graphs" / "step.onnx", len(VOCABULARY))
        (EXAMPLE / "vocabulary.json").write_text(json.dumps(VOCABULARY, indent=0) + "\n")
    elif task == "evals":
        write_evals()
    elif task == "greedy":
        write_greedy()
