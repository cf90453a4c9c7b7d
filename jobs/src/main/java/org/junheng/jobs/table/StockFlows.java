package org.junheng.jobs.table;

import org.jspecify.annotations.Nullable;
import org.junheng.stock.QualityDefinition;
import org.junheng.stock.StockFlow.Unit;
import org.junheng.subject.Status;

/** The stock of quality schools of a county and how it came about in a year: the lines add up to the closing stock. */
public record StockFlows(
        @Key String countyCode,
        @Key int year,
        @Key Unit unit,
        int baseYear,
        @Nullable Long opening,
        @Nullable Long newlyBuilt,
        @Nullable Long upgraded,
        @Nullable Long graduated,
        @Nullable Long movedIn,
        @Nullable Long downgraded,
        @Nullable Long closed,
        @Nullable Long merged,
        @Nullable Long movedOut,
        @Nullable Long enrolmentChange,
        @Nullable Long reclassified,
        @Nullable Long closing,
        QualityDefinition.Kind definition,
        @Nullable Long closingByOther,
        @Nullable Long unknownByOther,
        long nSchools,
        @Nullable Long nUnknown,
        Status status,
        String reason,
        String definitionVersion) {}
