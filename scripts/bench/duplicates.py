"""Finds duplicate customers with keur and with splink on the same data, and holds both to the truth.

Usage: duplicates.py KEUR DATA

KEUR is the binary. DATA is a folder with customers.csv and truth.csv, whose rows with the defect near_duplicate name a record and
the one that it was made of (`row`, 1-based, and `other`, a customer id). Both see name, country, street, postcode and city, and
nothing else. A pair counts as found when one record's best match is the other. For keur the threshold is the default; for splink
it is the best one with hindsight (the highest F1), besides match probability 0.95.

splink: pip install splink pandas
"""

import csv
import logging
import pathlib
import subprocess
import sys
import tempfile
import time
import warnings

CHECK = """
pack: bench
owner: Bench
cause: bad-master-data
checks:
  - id: DU
    title: Similar
    for: customer
    severity: warning
    when: has(customer.legal_name)
    similar:
      name: customer.legal_name
      same: customer.country
      places: [customer.postcode, customer.street, customer.city]
    message: "{match.key}"
"""


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def true_pairs(data, customers):
    """Pairs of customer ids; where an id stands twice, the record that was not made as its double counts."""
    truth = read(data / "truth.csv")
    return {
        frozenset((customers[int(row["row"]) - 1]["customer_id"], row["other"]))
        for row in truth
        if row["defect"] == "near_duplicate"
    }


def show(name, found, true, seconds):
    right = len(found & true)
    precision = right / max(1, len(found))
    recall = right / max(1, len(true))
    print(f"{name}: precision {precision:.3f}, recall {recall:.3f}, {seconds:.1f} s")


def with_keur(keur, data, true):
    with tempfile.TemporaryDirectory() as folder:
        check = pathlib.Path(folder, "bench.yaml")
        check.write_text(CHECK, encoding="utf-8")
        start = time.perf_counter()
        arguments = [keur, "audit", data / "customers.csv", "--checks", check, "--out", folder, "--format", "csv", "--quiet"]
        subprocess.run(arguments, check=False, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - start
        found = {frozenset((row["record_id"], row["message"])) for row in read(pathlib.Path(folder, "exceptions.csv"))}
    show("keur", found, true, seconds)


def with_splink(customers, true):
    import pandas
    import splink.comparison_library as comparisons
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    start = time.perf_counter()
    fields = ["customer_id", "legal_name", "country", "street", "postcode", "city"]
    frame = pandas.DataFrame([[row[field] or None for field in fields] for row in customers], columns=fields)
    frame.insert(0, "unique_id", range(len(frame)))
    plain = frame["legal_name"].str.lower().str.replace(r"[^\w ]", "", regex=True)
    plain = plain.str.replace(r"\b(?:bv|nv|en)\b", "", regex=True).str.split().str.join(" ")
    frame["name_key"] = plain
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[
            block_on("country", "postcode", "city"),
            block_on("name_key"),
            block_on("substr(name_key, 1, 8)", "city"),
            block_on("street", "city"),
        ],
        comparisons=[
            comparisons.JaroWinklerAtThresholds("name_key", [0.95, 0.88]),
            comparisons.LevenshteinAtThresholds("street", [2, 5]),
            comparisons.ExactMatch("postcode"),
            comparisons.ExactMatch("city"),
        ],
    )
    linker = Linker(DuckDBAPI().register(frame), settings) if splink_is_new() else Linker(frame, settings, DuckDBAPI())
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("name_key", "postcode")], recall=0.8)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("postcode", "city"), block_on("name_key")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    predicted = linker.inference.predict(threshold_match_probability=0.001).as_pandas_dataframe()
    seconds = time.perf_counter() - start
    ids = frame["customer_id"]
    scored = sorted(
        zip(predicted["match_probability"], predicted["unique_id_l"], predicted["unique_id_r"], strict=True), reverse=True
    )
    best, right = (0.0, 0), 0
    pairs = []
    for count, (_, left, other) in enumerate(scored, 1):
        pairs.append(frozenset((ids[left], ids[other])))
        right += pairs[-1] in true
        best = max(best, (2 * right / (count + len(true)), count))
    show("splink at its best threshold", set(pairs[: best[1]]), true, seconds)
    likely = sum(probability >= 0.95 for probability, _, _ in scored)
    show("splink at probability 0.95", set(pairs[:likely]), true, seconds)


def splink_is_new():
    import splink

    return int(splink.__version__.split(".")[0]) >= 5


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    keur, data = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    customers = read(data / "customers.csv")
    true = true_pairs(data, customers)
    print(f"{len(customers)} customers, {len(true)} pairs of duplicates")
    with_keur(keur, data, true)
    try:
        with_splink(customers, true)
    except ImportError:
        print("splink: not installed (pip install splink pandas)")


if __name__ == "__main__":
    main()
