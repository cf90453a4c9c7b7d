# Which counties have too large a gap in backbone teachers (R2), and how many they lack; the last year.
# python3 notebooks/snippets/r2.py sample-data/out/current
import sys

import pandas as pd

run = sys.argv[1]
# codes are text: a leading zero counts
judgements = pd.read_csv(f"{run}/csv/judgements.csv", dtype=str)
measures = pd.read_csv(f"{run}/csv/measures.csv", dtype=str)

last = judgements["year"].max()
key = ["subject_type", "subject_id", "year", "stage", "facet"]
failed = judgements.query("rule_id == 'R-CV' and facet == 'R2' and subject_type == 'county' and verdict == 'FAIL' and year == @last")
lacking = measures.query("metric_id == 'resource.shortfall'")
rows = failed.merge(lacking[key + ["value"]], on=key, how="left", suffixes=("", "_lacking")).sort_values(["subject_id", "stage"])

print("county,stage,cv,lacking")
for row in rows.fillna("").itertuples():
    print(row.subject_id, row.stage, row.value, row.value_lacking, sep=",")
