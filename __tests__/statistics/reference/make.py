"""Writes reference.json: values of the closed forms by scipy, statsmodels, mpmath and exact fractions.

    pip install numpy scipy statsmodels mpmath && python make.py

Every definition is written out here a second time, from method.md, so that a slip in one is seen in the other.
"""
import json
import pathlib
from fractions import Fraction
from math import comb

import mpmath as mp
import numpy as np
from scipy import stats
from statsmodels.stats.multitest import multipletests

mp.mp.dps = 60
rng = np.random.default_rng(20240705)


def t_quantile(p, nu):
    """By root finding on the regularized incomplete beta function in 60 digits."""
    p, nu = mp.mpf(p), mp.mpf(nu)
    start = mp.mpf(float(stats.t.ppf(float(p), float(nu))))
    return mp.findroot(lambda x: t_cdf_mp(x, nu) - p, start)


def t_cdf_mp(x, nu):
    x, nu = mp.mpf(x), mp.mpf(nu)
    tail = mp.betainc(nu / 2, mp.mpf(1) / 2, 0, nu / (nu + x * x), regularized=True) / 2
    return tail if x < 0 else 1 - tail


def hall(t, lam):
    t, lam = mp.mpf(t), mp.mpf(lam)
    return t + lam * t**2 / 3 + lam**2 * t**3 / 27 + lam / 6


def hall_inverse(x, lam):
    x, lam = mp.mpf(x), mp.mpf(lam)
    if lam == 0:
        return x
    y = 1 + lam * (x - lam / 6)
    root = mp.sign(y) * mp.power(abs(y), mp.mpf(1) / 3)
    return 3 / lam * (root - 1)


def clustered(values, clusters, r):
    """method.md, section 3, in 60 digits."""
    values = [mp.mpf(v) for v in values]
    names = sorted(set(clusters))
    groups = [[v for v, c in zip(values, clusters) if c == name] for name in names]
    sizes = [mp.mpf(len(g)) for g in groups]
    n = sum(sizes)
    w = sum(s**2 for s in sizes) / n
    n2 = n + 2 * w
    mean = sum(values) / n2
    r = mp.mpf(r)
    e = [sum(v - mean for v in g) for g in groups] + [w * r - w * mean, -w * r - w * mean]
    c = len(e)
    ss = sum(x**2 for x in e)
    se = mp.sqrt(mp.mpf(c) / (c - 1) * ss / n2**2)
    lam = sum(x**3 for x in e[:-2]) / ss ** mp.mpf(1.5)  # of the clusters, without the pseudo-clusters
    nu = n2**2 / (sum(s**2 for s in sizes) + 2 * w**2) - 1
    t = t_quantile(mp.mpf(975) / 1000, nu)
    low = mean - se * hall_inverse(t, lam)
    high = mean - se * hall_inverse(-t, lam)
    p0 = t_cdf_mp(hall(mean / se, lam), nu)
    p2 = t_cdf_mp(hall((mean + mp.mpf("0.02")) / se, lam), nu)
    plain = sum(values) / n
    e0 = [sum(v - plain for v in g) for g in groups]
    se0 = mp.sqrt(mp.mpf(len(e0)) / (len(e0) - 1) * sum(x**2 for x in e0)) / n if len(e0) > 1 else None
    return {
        "estimate": plain, "centre": mean, "standardError": se, "skewness": lam, "degreesOfFreedom": nu,
        "effectiveClusters": n**2 / sum(s**2 for s in sizes), "plainStandardError": se0,
        "interval": [max(low, -1), min(high, 1)], "pNoLoss": p0, "pNoLossBeyondTwoPoints": p2,
    }


out = {}
out["tCdf"] = [
    {"x": x, "degreesOfFreedom": nu, "value": t_cdf_mp(x, nu)}
    for nu in (1, 2.2, 3.7, 29, 44.5, 186, 1320, 1e5)
    for x in (-40, -6.5, -1.96, -1e-3, 0.0, 0.7, 2.5, 12)
]
out["tQuantile"] = [
    {"probability": p, "degreesOfFreedom": nu, "value": t_quantile(p, nu)}
    for nu in (1, 2.2, 29, 44.5, 186, 1320)
    for p in (0.0005, 0.025, 0.2, 0.5, 0.9, 0.975, 0.99875, 0.9999)
]
out["hall"] = [
    {"t": t, "lambda": lam, "value": hall(t, lam), "inverse": hall_inverse(t, lam)}
    for lam in (-0.9, -0.2, -1e-9, 0, 1e-12, 1e-6, 0.05, 0.7)
    for t in (-9, -1.97, -0.1, 0, 0.3, 1.97, 6)
]
families = [
    [0.01, 0.04, 0.03, 0.005], [0.5], [1, 1, 1], [0.0001, 0.0001, 0.9], [0.02, 0.02, 0.02, 0.02, 0.02],
    sorted(rng.uniform(0, 0.2, 12).tolist(), reverse=True),
]
out["holm"] = [{"p": p, "adjusted": multipletests(p, method="holm")[1]} for p in families]
families += [[], [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216], np.random.default_rng(5).uniform(0, 1, 40).tolist()]
out["benjaminiHochberg"] = [
    {"p": p, "adjusted": multipletests(p, method="fdr_bh")[1] if p else [],
     "rejected": int(multipletests(p, alpha=0.05, method="fdr_bh")[0].sum()) if p else 0}
    for p in families
]


def hypergeometric(population, marked, drawn, x):
    """P(X = x) as an exact fraction."""
    if not max(0, drawn + marked - population) <= x <= min(marked, drawn):
        return Fraction(0)
    return Fraction(comb(marked, x) * comb(population - marked, drawn - x), comb(population, drawn))


def fisher(c1, n1, c2, n2):
    """Upper and lower tail of the second's successes, exact; scipy agrees to its own precision."""
    tails = {
        name: sum((hypergeometric(n1 + n2, c1 + c2, n2, x) for x in span), Fraction(0))
        for name, span in (("more", range(c2, n2 + 1)), ("fewer", range(c2 + 1)))
    }
    table = [[c2, n2 - c2], [c1, n1 - c1]]
    for name, alternative in (("more", "greater"), ("fewer", "less")):
        ours, theirs = float(tails[name]), stats.fisher_exact(table, alternative=alternative).pvalue
        assert abs(ours - theirs) <= 1e-9 * max(ours, 1e-300), (table, name, ours, theirs)
    return {name: float(value) for name, value in tails.items()}


out["hypergeometric"] = [
    {"population": N, "marked": K, "drawn": n, "chances": [float(hypergeometric(N, K, n, x)) for x in range(n + 1)]}
    for N, K, n in [(0, 0, 0), (1, 1, 1), (1, 0, 1), (10, 4, 5), (10, 9, 8), (64, 31, 32), (256, 3, 128), (256, 250, 128)]
]
out["fisher"] = [
    {"first": [c1, n1], "second": [c2, n2], **fisher(c1, n1, c2, n2)}
    for c1, n1, c2, n2 in [
        (0, 1, 1, 1), (3, 8, 3, 8), (0, 8, 8, 8), (8, 8, 0, 8), (1, 16, 7, 15), (5, 32, 30, 31), (0, 32, 6, 32),
        (60, 128, 64, 128), (0, 128, 128, 128), (127, 128, 20, 128), (0, 4, 0, 4), (10, 1000, 30, 1000),
        (400, 1000, 700, 1000), (5000, 10000, 5200, 10000), (0, 10000, 20, 9000),
    ]
]
out["smallestFisherP"] = [{"n": n, "value": float(Fraction(1, comb(2 * n, n)))} for n in (0, 1, 2, 6, 7, 32, 128, 400)]


def mcnemar(b, c):
    """Twice the binomial tail at 1/2, exact; scipy agrees to its own precision."""
    tail = Fraction(sum(comb(b + c, x) for x in range(min(b, c) + 1)), 2 ** (b + c))
    ours, theirs = float(min(Fraction(1), 2 * tail)), stats.binomtest(b, b + c, 0.5).pvalue if b + c else 1.0
    assert abs(ours - theirs) <= 1e-9 * ours, (b, c, ours, theirs)
    return ours


out["mcnemar"] = [
    {"oneWay": b, "otherWay": c, "p": mcnemar(b, c)}
    for b, c in [(0, 0), (1, 0), (0, 5), (15, 19), (11, 0), (38, 1), (31, 97), (300, 300), (0, 1000), (700, 900), (1200, 1)]
]
out["passAtK"] = [
    {"n": n, "c": c, "k": k, "value": 1 - Fraction(comb(n - c, k), comb(n, k))}
    for n, c, k in [
        (1, 0, 1), (1, 1, 1), (4, 1, 3), (16, 3, 8), (32, 1, 32), (32, 31, 1), (128, 2, 64), (128, 100, 64),
        (1000, 1, 1), (1000, 13, 256), (10000, 1, 4096), (10000, 3, 8192), (10000, 57, 1024), (10000, 9999, 1),
    ]
]
cases = []
for name, count, size, make in [
    ("all zero", 40, 1, lambda k: np.zeros(k)),
    ("one item", 1, 1, lambda k: np.array([0.5])),
    ("quiet", 300, 1, lambda k: rng.normal(0.01, 0.05, k).round(6)),
    ("collapse of a few", 300, 1, lambda k: np.where(np.arange(k) < 6, -0.9, 0.02)),
    ("coin flips", 185, 1, lambda k: rng.integers(-1, 2, k).astype(float)),
    ("clusters of five", 30, 5, lambda k: rng.normal(-0.03, 0.2, k).round(6)),
]:
    k = count * size
    values = make(k)
    clusters = [f"c{i // size}" for i in range(k)]
    if name == "clusters of five":
        clusters = [("c0" if i < 20 else c) for i, c in enumerate(clusters)]
    cases.append({"name": name, "values": values.tolist(), "clusters": clusters, "largestMove": 4 / 3,
                  "expected": clustered(values.tolist(), clusters, 4 / 3)})
out["clusteredMean"] = cases


def clopper_pearson_lower(successes, trials, alpha):
    """The p at which the regularized incomplete beta function I_p(k, n − k + 1) is alpha."""
    if successes == 0:
        return mp.mpf(0)
    a, b = successes, trials - successes + 1
    start = mp.mpf(float(stats.beta.ppf(alpha, a, b)))
    excess = lambda p: mp.betainc(a, b, 0, p, regularized=True) - mp.mpf(str(alpha))
    return mp.findroot(excess, (start * (1 - mp.mpf("1e-9")), start * (1 + mp.mpf("1e-9"))), solver="anderson", tol=1e-60)


out["clopperPearson"] = [
    {"successes": k, "trials": n, "alpha": alpha,
     "lower": clopper_pearson_lower(k, n, alpha), "upper": 1 - clopper_pearson_lower(n - k, n, alpha)}
    for alpha in (0.025, 0.001)
    for k, n in [(0, 1), (1, 1), (0, 1000), (1, 1000), (13, 200), (25, 1000), (41, 1000), (50, 100), (200, 200), (1999, 2000)]
]


def rows(cases):
    return ",\n".join(json.dumps(case, default=plain) for case in cases)


def plain(value):
    return value.tolist() if isinstance(value, np.ndarray) else float(value)


lists = (f"{json.dumps(name)}: [\n{rows(cases)}\n]" for name, cases in out.items())
text = "{\n" + ",\n".join(lists) + "\n}\n"
pathlib.Path(__file__).with_name("reference.json").write_text(text)
