#!/usr/bin/env python3
"""Measures `keur enrich` over batch exports: a GLEIF golden copy, its relationships and its reporting exceptions.

    scripts/bench/exports.py KEUR [--customers N] [--rows N] [--runs N] [--keep FOLDER]

The files are generated: as many records of legal entities as `--rows` says, each with an LEI whose check digits are right, a
third of them with parents, half of the others with reporting exceptions. Of the customers nine in ten are in the export by LEI, some
by registration number, the rest not at all. Whole processes; the seconds of a run with a single customer, which reads and
indexes all the same, are those of indexing, and what a run with all customers takes longer is the mapping.
"""
import argparse
import os
import random
import statistics
import tempfile

from timing import timed

PLAN = """datasets: {{ customers: {{ source: {customers} }} }}
enrich:
  connectors: [gleif]
  answers: answers.sqlite
  settings: {{ gleif: {{ files: {{ lei2: lei2.csv, rr: rr.csv, repex: repex.csv }} }} }}
"""
PLACES = [("Utrecht", "3511"), ("Rotterdam", "3011"), ("Groningen", "9711"), ("Eindhoven", "5611"), ("Zwolle", "8011")]
STREETS = ["Oudegracht", "Coolsingel", "Herestraat", "Stationsplein", "Melkmarkt", "Lange Voorhout"]
WORDS = ["Noord", "Delta", "Metaal", "Bouw", "Techniek", "Handel", "Zuivel", "Transport", "Papier", "Energie"]


def lei(number):
    """An LEI of its own for a number: ISO 17442, check digits by MOD 97-10."""
    body = f"724500KEUR{number:08d}"
    digits = "".join(str(int(character, 36)) for character in body) + "00"
    return f"{body}{98 - int(digits) % 97:02d}"


def columns():
    names = ["LEI", "Entity.LegalName", "Entity.LegalName.xmllang"]
    for n in range(1, 6):
        other = f"Entity.OtherEntityNames.OtherEntityName.{n}"
        names += [other, other + ".xmllang", other + ".type"]
    for n in range(1, 6):
        other = f"Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName.{n}"
        names += [other, other + ".xmllang", other + ".type"]
    for kind in ["LegalAddress", "HeadquartersAddress"]:
        names += [f"Entity.{kind}.{part}" for part in [
            "FirstAddressLine", "AddressNumber", "AdditionalAddressLine.1", "AdditionalAddressLine.2",
            "AdditionalAddressLine.3", "City", "Region", "Country", "PostalCode"]]
    names += ["Entity.RegistrationAuthority.RegistrationAuthorityID",
              "Entity.RegistrationAuthority.RegistrationAuthorityEntityID", "Entity.LegalJurisdiction",
              "Entity.EntityCategory", "Entity.LegalForm.EntityLegalFormCode", "Entity.LegalForm.OtherLegalForm",
              "Entity.EntityStatus", "Entity.EntityCreationDate", "Entity.EntityExpirationDate",
              "Entity.EntityExpirationReason"]
    for n in range(1, 6):
        names += [f"Entity.SuccessorEntity.{n}.SuccessorLEI", f"Entity.SuccessorEntity.{n}.SuccessorEntityName"]
    for n in range(1, 6):
        event = f"Entity.LegalEntityEvents.LegalEntityEvent.{n}."
        names += [event + part for part in [
            "LegalEntityEventType", "event_status", "LegalEntityEventEffectiveDate", "ValidationReference"]]
    return names + ["Registration.InitialRegistrationDate", "Registration.LastUpdateDate",
                    "Registration.RegistrationStatus", "Registration.NextRenewalDate", "Registration.ManagingLOU"]


def generate(folder, rows, customers):
    """Writes the three exports, and the customers in two files: all, and one."""
    chance = random.Random(4)
    names = columns()
    place = {name: position for position, name in enumerate(names)}

    def write(file, cells):
        file.write(",".join(f'"{cell}"' if "," in cell else cell for cell in cells) + "\n")

    with (open(os.path.join(folder, "lei2.csv"), "w") as lei2, open(os.path.join(folder, "rr.csv"), "w") as rr,
          open(os.path.join(folder, "repex.csv"), "w") as repex):
        write(lei2, names)
        rr.write("Relationship.StartNode.NodeID,Relationship.StartNode.NodeIDType,Relationship.EndNode.NodeID,"
                 "Relationship.EndNode.NodeIDType,Relationship.RelationshipType,Relationship.RelationshipStatus\n")
        repex.write("LEI,Exception.Category,Exception.Reason.1\n")
        for n in range(rows):
            cells = [""] * len(names)

            def put(name, cell):
                cells[place[name]] = cell

            city, postcode = PLACES[n % len(PLACES)]
            put("LEI", lei(n))
            put("Entity.LegalName", company(n))
            put("Entity.LegalName.xmllang", "nl")
            if n % 7 == 0:
                put("Entity.OtherEntityNames.OtherEntityName.1", f"{company(n)} Oud")
                put("Entity.OtherEntityNames.OtherEntityName.1.type", "PREVIOUS_LEGAL_NAME")
            for kind in ["LegalAddress", "HeadquartersAddress"]:
                put(f"Entity.{kind}.FirstAddressLine", f"{STREETS[n % len(STREETS)]} {n % 400 + 1}")
                put(f"Entity.{kind}.City", city)
                put(f"Entity.{kind}.Region", "NL-UT")
                put(f"Entity.{kind}.Country", "NL")
                put(f"Entity.{kind}.PostalCode", f"{postcode} {'ABCDEFGH'[n % 8]}{'ABCDEFGH'[n // 8 % 8]}")
            put("Entity.RegistrationAuthority.RegistrationAuthorityID", "RA000463")
            put("Entity.RegistrationAuthority.RegistrationAuthorityEntityID", f"{10_000_000 + n}")
            put("Entity.LegalJurisdiction", "NL")
            put("Entity.EntityCategory", "GENERAL")
            put("Entity.LegalForm.EntityLegalFormCode", "54M6")
            put("Entity.EntityCreationDate", f"{1950 + n % 70}-0{n % 9 + 1}-1{n % 9}T00:00:00Z")
            put("Entity.EntityStatus", "INACTIVE" if n % 50 == 7 else "ACTIVE")
            if n % 50 == 7:
                put("Entity.EntityExpirationDate", "2025-03-31T00:00:00Z")
                put("Entity.EntityExpirationReason", "DISSOLVED")
            if n % 200 == 11:
                event = "Entity.LegalEntityEvents.LegalEntityEvent.1."
                put(event + "LegalEntityEventType", "INSOLVENCY")
                put(event + "event_status", "COMPLETED")
                put(event + "LegalEntityEventEffectiveDate", "2026-02-01T00:00:00Z")
            put("Registration.InitialRegistrationDate", "2015-06-01T08:00:00Z")
            put("Registration.LastUpdateDate", "2026-01-12T08:00:00Z")
            put("Registration.RegistrationStatus", "LAPSED" if n % 9 == 4 else "ISSUED")
            put("Registration.NextRenewalDate", "2027-01-12T08:00:00Z")
            put("Registration.ManagingLOU", "724500A93Z8V1MJK5349")
            write(lei2, cells)
            if n % 3 == 0 and n > 10:
                for kind, parent in [("DIRECTLY", n - n % 10), ("ULTIMATELY", n - n % 10)]:
                    write(rr, [lei(n), "LEI", lei(parent), "LEI", f"IS_{kind}_CONSOLIDATED_BY", "ACTIVE"])
            elif n % 2:
                for kind in ["DIRECT", "ULTIMATE"]:
                    write(repex, [lei(n), f"{kind}_ACCOUNTING_CONSOLIDATION_PARENT", "NATURAL_PERSONS"])
    with open(os.path.join(folder, "customers.csv"), "w") as file:
        file.write("customer_id,legal_name,country,registration_number,lei,street,postcode,city,open_amount\n")
        for index in range(customers):
            n = index if rows >= customers else chance.randrange(rows)
            city, postcode = PLACES[n % len(PLACES)]
            own, number = lei(n), f"{10_000_000 + n}"
            if index % 20 == 5:
                own = ""
            elif index % 20 == 6:
                own, number = lei(90_000_000 + n), ""
            file.write(f"C{index},{company(n)},NL,{number},{own},{STREETS[n % len(STREETS)]} {n % 400 + 1},"
                       f"{postcode} AB,{city},{chance.randrange(100_000)}\n")
    with (open(os.path.join(folder, "customers.csv")) as whole, open(os.path.join(folder, "one.csv"), "w") as one):
        one.writelines([whole.readline(), whole.readline()])
    for name in ["customers", "one", "web"]:
        plan = PLAN.format(customers="one.csv" if name == "one" else "customers.csv")
        with open(os.path.join(folder, f"{name}.yaml"), "w") as file:
            file.writelines(line for line in plan.splitlines(True) if name != "web" or "settings" not in line)


def company(n):
    return f"{WORDS[n % 10]}{WORDS[n // 10 % 10].lower()} {n} B.V."


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("keur")
    options.add_argument("--customers", type=int, default=100_000)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--keep", help="a folder for the files, which are generated if they are not there")
    options = options.parse_args()
    keur = os.path.abspath(options.keur)
    with tempfile.TemporaryDirectory(prefix="keur-bench-") as temporary:
        folder = options.keep or temporary
        os.makedirs(folder, exist_ok=True)
        if not os.path.exists(os.path.join(folder, "one.yaml")):
            generate(folder, options.rows, options.customers)
        lines = 0
        for name in ["lei2.csv", "rr.csv", "repex.csv"]:
            with open(os.path.join(folder, name), "rb") as file:
                lines += sum(1 for _ in file) - 1
        with open(os.path.join(folder, "customers.csv"), "rb") as file:
            customers = sum(1 for _ in file) - 1
        medians = {}
        for name, command in [
            ("one customer", ["enrich", "one.yaml"]), ("all customers", ["enrich", "customers.yaml"]),
            ("what would be asked", ["enrich", "--dry-run", "customers.yaml"]),
            ("the same of the web", ["enrich", "--dry-run", "web.yaml"]),
        ]:
            runs = [timed([keur, *command], folder) for _ in range(options.runs)]
            medians[name] = [statistics.median(column) for column in zip(*runs)]
        print(f"{customers:,} customers, exports of {lines:,} rows; medians of {options.runs} runs")
        print(f"{'':20} {'seconds':>8} {'processor':>9} {'peak MB':>8}")
        for name, (seconds, processor, memory) in medians.items():
            print(f"{name:20} {seconds:8.2f} {processor:9.2f} {memory:8.0f}")
        one, everyone = medians["one customer"], medians["all customers"]
        mapping = max(1e-9, everyone[0] - one[0])
        print(f"{lines / one[0]:,.0f} rows indexed a second")
        print(f"{customers / mapping:,.0f} customers mapped a second, "
              f"{(everyone[2] - one[2]) * 1024 / customers:.2f} KB for each")


if __name__ == "__main__":
    main()
