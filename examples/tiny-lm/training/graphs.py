"""The two ONNX graphs that a server needs: `prompt.onnx` reads prompts, `step.onnx` writes one token of each solution.

The graphs hold no weights: they name places in a file of float32 numbers, in the order of `weight_shapes`, which a
server makes from a checkpoint. One pair of graphs serves every checkpoint.

P prompts, S solutions of each, T the longest prompt, t tokens written, H heads, D head width, V words.
"""

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save_model

import model
from model import HEAD_WIDTH, HEADS, INNER, LAYERS, WIDTH

FLOAT, INT = TensorProto.FLOAT, TensorProto.INT64
WEIGHTS_FILE = "weights"


def weight_shapes(vocabulary_size):
    return {name: value.shape for name, value in model.initial_weights(0, vocabulary_size).items()}


class Graph:
    """Nodes in the order of their calculation; each method adds one and returns its output's name."""

    def __init__(self):
        self.nodes, self.constants, self.inputs, self.outputs = [], {}, [], []

    def add(self, operator, inputs, outputs=1, **attributes):
        names = [f"n{len(self.nodes)}.{place}" for place in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, **attributes))
        return names[0] if outputs == 1 else names

    def constant(self, value, kind=np.int64):
        array = np.asarray(value, kind)
        name = f"c{len(self.constants)}"
        for known, other in self.constants.items():
            if other.dtype == array.dtype and other.shape == array.shape and (other == array).all():
                return known
        self.constants[name] = array
        return name

    def take_in(self, name, kind, shape):
        self.inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def give(self, name, result, shape):
        self.nodes.append(helper.make_node("Identity", [result], [name]))
        self.outputs.append(helper.make_tensor_value_info(name, FLOAT, shape))

    def reshape(self, x, *shape):
        return self.add("Reshape", [x, self.constant(shape)])

    def transpose(self, x, *order):
        return self.add("Transpose", [x], perm=order)

    def norm(self, x, gain):
        return self.add("LayerNormalization", [x, gain], axis=-1, epsilon=1e-5)

    def rotate(self, x, cosines, sines):
        """x: …, D; cosines and sines: broadcast over it, half of D wide."""
        left, right = self.add("Split", [x], 2, axis=-1, num_outputs=2)
        a = self.add("Sub", [self.add("Mul", [left, cosines]), self.add("Mul", [right, sines])])
        b = self.add("Add", [self.add("Mul", [right, cosines]), self.add("Mul", [left, sines])])
        return self.add("Concat", [a, b], axis=-1)

    def rotation_at(self, positions, *shape):
        """Cosines and sines; each of query and key bears half of the scale of their product."""
        tables = [self.constant(table * HEAD_WIDTH**-0.25, np.float32) for table in model.rotation()]
        return [self.reshape(self.add("Gather", [table, positions]), *shape) for table in tables]

    def queries_keys_values(self, layer, x, cosines, sines):
        """Each … × H × D, where x is … × W."""
        mixed = self.add("MatMul", [self.norm(x, f"{layer}.attention.norm"), f"{layer}.attention.in"])
        turning, v = self.add("Split", [mixed, self.constant([2 * WIDTH, WIDTH])], 2, axis=-1)
        turned = self.rotate(self.reshape(turning, 0, 0, 2 * HEADS, HEAD_WIDTH), cosines, sines)
        q, k = self.add("Split", [turned], 2, axis=2, num_outputs=2)
        return q, k, self.reshape(v, 0, 0, HEADS, HEAD_WIDTH)

    def after_attention(self, layer, x, mixed):
        x = self.add("Add", [x, self.add("MatMul", [mixed, f"{layer}.attention.out"])])
        inner = self.add("MatMul", [self.norm(x, f"{layer}.mlp.norm"), f"{layer}.mlp.in"])
        return self.add("Add", [x, self.add("MatMul", [self.add("Relu", [inner]), f"{layer}.mlp.out"])])

    def logits(self, x):
        return self.add("MatMul", [self.norm(x, "norm"), "head"])

    def save(self, path, vocabulary_size):
        initializers = [numpy_helper.from_array(array, name) for name, array in self.constants.items()]
        place = 0
        for name, shape in weight_shapes(vocabulary_size).items():
            tensor = TensorProto(name=name, data_type=FLOAT, dims=shape, data_location=TensorProto.EXTERNAL)
            size = 4 * int(np.prod(shape))
            for key, value in {"location": WEIGHTS_FILE, "offset": place, "length": size}.items():
                tensor.external_data.add(key=key, value=str(value))
            initializers.append(tensor)
            place += size
        graph = helper.make_graph(self.nodes, "tiny-lm", self.inputs, self.outputs, initializers)
        proto = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
        with open(path, "wb") as file:
            file.write(proto.SerializeToString())


def prompt_graph():
    """tokens P × T, lengths P → the first token's logits P × V, keys P × H × D × T and values P × H × T × D a layer."""
    graph = Graph()
    tokens = graph.take_in("tokens", INT, ["P", "T"])
    last = graph.take_in("last", INT, ["P", 1])
    positions = graph.take_in("positions", INT, ["T"])
    hidden = graph.take_in("hidden", FLOAT, ["T", "T"])
    cosines, sines = graph.rotation_at(positions, 1, -1, 1, HEAD_WIDTH // 2)
    x = graph.add("Gather", ["embedding", tokens])
    for layer in range(LAYERS):
        q, k, v = graph.queries_keys_values(layer, x, cosines, sines)
        q = graph.transpose(q, 0, 2, 1, 3)
        k = graph.transpose(k, 0, 2, 3, 1)
        v = graph.transpose(v, 0, 2, 1, 3)
        graph.give(f"keys.{layer}", k, ["P", HEADS, HEAD_WIDTH, "T"])
        graph.give(f"values.{layer}", v, ["P", HEADS, "T", HEAD_WIDTH])
        scores = graph.add("Add", [graph.add("MatMul", [q, k]), hidden])
        mixed = graph.add("MatMul", [graph.add("Softmax", [scores], axis=-1), v])
        mixed = graph.reshape(graph.transpose(mixed, 0, 2, 1, 3), 0, 0, WIDTH)
        x = graph.after_attention(layer, x, mixed)
    at_last = graph.add("GatherND", [x, last], batch_dims=1)
    graph.give("logits", graph.logits(at_last), ["P", "V"])
    return graph


def step_graph():
    """One token a solution. tokens P × S, positions P (of that token), the prompts' keys and values, the solutions' own
    (H × S × D × t and H × S × t × D, before this token), unseen P × 1 × 1 × T (0 or −∞) → logits P × S × V and own keys and values with this token's."""
    graph = Graph()
    tokens = graph.take_in("tokens", INT, ["P", "S"])
    positions = graph.take_in("positions", INT, ["P"])
    unseen = graph.take_in("unseen", FLOAT, ["P", 1, 1, "T"])
    cosines, sines = graph.rotation_at(positions, -1, 1, 1, HEAD_WIDTH // 2)
    longest = graph.add("Shape", [unseen], start=3, end=4)
    written = None
    x = graph.add("Gather", ["embedding", tokens])  # P × S × W
    for layer in range(LAYERS):
        prompt_keys = graph.take_in(f"prompt-keys.{layer}", FLOAT, ["P", HEADS, HEAD_WIDTH, "T"])
        prompt_values = graph.take_in(f"prompt-values.{layer}", FLOAT, ["P", HEADS, "T", HEAD_WIDTH])
        past_keys = graph.take_in(f"past-keys.{layer}", FLOAT, ["P", HEADS, "S", HEAD_WIDTH, "t"])
        past_values = graph.take_in(f"past-values.{layer}", FLOAT, ["P", HEADS, "S", "t", HEAD_WIDTH])
        q, k, v = graph.queries_keys_values(layer, x, cosines, sines)
        q = graph.transpose(q, 0, 2, 1, 3)
        k = graph.reshape(graph.transpose(k, 0, 2, 1, 3), 0, 0, 0, -1, 1)
        v = graph.reshape(graph.transpose(v, 0, 2, 1, 3), 0, 0, 0, 1, -1)
        keys = graph.add("Concat", [past_keys, k], axis=4)
        values = graph.add("Concat", [past_values, v], axis=3)
        graph.give(f"own-keys.{layer}", keys, ["P", HEADS, "S", HEAD_WIDTH, "u"])
        graph.give(f"own-values.{layer}", values, ["P", HEADS, "S", "u", HEAD_WIDTH])
        to_prompt = graph.add("Add", [graph.add("MatMul", [q, prompt_keys]), unseen])  # P × H × S × T
        to_own = graph.add("MatMul", [graph.reshape(q, 0, 0, 0, 1, -1), keys])  # P × H × S × 1 × (t + 1)
        to_own = graph.add("Squeeze", [to_own, graph.constant([3])])
        shares = graph.add("Softmax", [graph.add("Concat", [to_prompt, to_own], axis=-1)], axis=-1)
        if written is None:
            written = graph.add("Shape", [to_own], start=3, end=4)
            sizes = graph.add("Concat", [longest, written], axis=0)
        of_prompt, of_own = graph.add("Split", [shares, sizes], 2, axis=-1)
        mixed = graph.add("MatMul", [of_prompt, prompt_values])  # P × H × S × D
        own = graph.add("MatMul", [graph.add("Unsqueeze", [of_own, graph.constant([3])]), values])
        mixed = graph.add("Add", [mixed, graph.add("Squeeze", [own, graph.constant([3])])])
        mixed = graph.reshape(graph.transpose(mixed, 0, 2, 1, 3), 0, 0, WIDTH)
        x = graph.after_attention(layer, x, mixed)
    graph.give("logits", graph.logits(x), ["P", "S", "V"])
    return graph


if __name__ == "__main__":
    import sys

    folder, size = sys.argv[1], int(sys.argv[2])
    prompt_graph().save(f"{folder}/prompt.onnx", size)
    step_graph().save(f"{folder}/step.onnx", size)
