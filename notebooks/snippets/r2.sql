-- Which counties have too large a gap in backbone teachers (R2), and how many teachers they lack to the standard; the last year.
-- DuckDB:  junheng query out/current "$(cat notebooks/snippets/r2.sql)" --csv
-- Spark:   after notebooks/snippets/views-spark.sql
SELECT j.subject_id AS county, j.stage, j.value AS cv, m.value AS lacking
FROM judgements j
LEFT JOIN measures m
  ON m.metric_id = 'resource.shortfall' AND m.facet = 'R2' AND m.subject_type = 'county'
  AND m.subject_id = j.subject_id AND m.stage = j.stage AND m.year = j.year
WHERE j.rule_id = 'R-CV' AND j.facet = 'R2' AND j.subject_type = 'county' AND j.verdict = 'FAIL'
  AND j.year = (SELECT max(year) FROM judgements)
ORDER BY county, j.stage
