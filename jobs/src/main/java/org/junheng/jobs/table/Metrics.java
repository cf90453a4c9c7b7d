package org.junheng.jobs.table;

/** The dictionary: one row per entry of the catalogue. */
public record Metrics(
        @Key String metricId,
        String kind,
        String nameZh,
        String nameEn,
        String formula,
        String formulaVersion,
        String unit,
        String better,
        String clauseIds,
        String inputs,
        String missingData,
        String reference,
        String dimension) {}
