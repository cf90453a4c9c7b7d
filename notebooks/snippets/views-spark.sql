-- The tables of a run for Spark SQL. Say before where the run is: SET run=sample-data/out/current
CREATE OR REPLACE TEMPORARY VIEW measures USING parquet OPTIONS (path '${run}/tables/measures');
CREATE OR REPLACE TEMPORARY VIEW judgements USING parquet OPTIONS (path '${run}/tables/judgements');
