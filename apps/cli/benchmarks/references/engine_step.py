"""The engine's monthly step, written straightforwardly in numpy over all organisations at once.

usage: engine_step.py FILE REPEATS
FILE: little-endian doubles: O G B A E M S, then the arrays in the order read below.
Prints one JSON line: best processor time of the repeats in seconds, and the results to compare.
"""

import json
import sys
import time

import numpy as np

CAUSES = 5


def read(path):
    data = np.fromfile(path, dtype="<f8")
    O, G, B, A, E, M, S = (int(x) for x in data[:7])
    position = 7

    def take(*shape):
        nonlocal position
        size = int(np.prod(shape))
        values = data[position : position + size].reshape(shape)
        position += size
        return values

    return {
        "passes": take(A),
        "headcount": take(O, G, B, A, E),
        "fte": take(O, G, B, A, E),
        "exit": take(O, G, CAUSES, M, A),
        "promotion": take(O, G, B - 1, M),
        "people": take(O, G, S, M),
        "fte_per_head": take(O, G, S),
        "profile": take(O, G, S, B, A, E),
        "absence": take(O, G, M),
        "per_fte": take(O, G, M, B),
        "per_head": take(O, G, M, B),
    }, M


def age_and_promote(stock, stay, passes, promotion):
    survivors = stock * stay
    older = survivors * passes
    survivors = survivors - older
    survivors[:, :, :, 1:] += older[:, :, :, :-1]
    moved = survivors[:, :, :-1] * promotion
    survivors[:, :, :-1] -= moved
    survivors[:, :, 1:] += moved
    return survivors


def simulate(case, months):
    n, f = case["headcount"].copy(), case["fte"].copy()
    O, G, B, A, E = n.shape
    staying = 1 - case["exit"]
    hazard = np.log(staying)
    stay = staying.prod(axis=2)
    share = hazard / np.log(stay)[:, :, None]
    root = np.sqrt(stay)
    passes = case["passes"][None, None, None, :, None]
    counts = np.empty((months, 2, O, G))
    exits = np.empty((months, O, G, CAUSES))
    cost = np.empty((months, O, G))
    available = np.empty((months, O, G))
    for t in range(months):
        p = stay[:, :, t]
        by_age = n.sum(axis=(2, 4)) * (1 - p)
        p_cell = p[:, :, None, :, None]
        promotion = case["promotion"][:, :, :, t, None, None]
        next_n = age_and_promote(n, p_cell, passes, promotion)
        next_f = age_and_promote(f, p_cell, passes, promotion)
        root_cell = root[:, :, t][:, :, None, :, None]
        for s in range(case["people"].shape[2]):
            people = case["people"][:, :, s, t][:, :, None, None, None]
            joined = case["profile"][:, :, s] * people
            arrived = joined * root_cell
            next_n += arrived
            next_f += arrived * case["fte_per_head"][:, :, s][:, :, None, None, None]
            by_age = by_age + (joined - arrived).sum(axis=(2, 4))
        exits[t] = (by_age[:, :, None] * share[:, :, :, t]).sum(axis=3)
        mean_n = (n.sum(axis=(3, 4)) + next_n.sum(axis=(3, 4))) / 2
        mean_f = (f.sum(axis=(3, 4)) + next_f.sum(axis=(3, 4))) / 2
        cost[t] = (mean_f * case["per_fte"][:, :, t] + mean_n * case["per_head"][:, :, t]).sum(axis=2)
        available[t] = mean_f.sum(axis=2) * (1 - case["absence"][:, :, t])
        n, f = next_n, next_f
        counts[t, 0] = n.sum(axis=(2, 3, 4))
        counts[t, 1] = f.sum(axis=(2, 3, 4))
    return counts, exits, cost, available


def main():
    case, months = read(sys.argv[1])
    best = float("inf")
    for _ in range(int(sys.argv[2])):
        started = time.process_time()
        counts, exits, cost, available = simulate(case, months)
        best = min(best, time.process_time() - started)
    print(
        json.dumps(
            {
                "seconds": best,
                "headcount": counts[-1, 0].ravel().tolist(),
                "fte": counts[-1, 1].ravel().tolist(),
                "exits": exits.sum(axis=(0, 3)).ravel().tolist(),
                "cost": cost.sum(axis=0).ravel().tolist(),
                "availableFte": available[-1].ravel().tolist(),
            }
        )
    )


main()
