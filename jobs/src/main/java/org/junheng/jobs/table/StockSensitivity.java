package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.stock.StockFlow.Unit;
import org.junheng.subject.Status;

/** The account of quality schools of a county by each published definition of one: how much it depends on the definition. */
public record StockSensitivity(
        @Key String countyCode,
        @Key int year,
        @Key Unit unit,
        @Key String definition,
        @Nullable Integer standardsMet,
        @Nullable Integer subjectsNotBelow,
        @Nullable Double parentsSatisfied,
        int baseYear,
        @Nullable Long opening,
        @Nullable Long closing,
        @Nullable Long change,
        @Nullable Long closingLessAccount,
        long nSchools,
        @Nullable Long nUnknown,
        Status status,
        String reason) {}
