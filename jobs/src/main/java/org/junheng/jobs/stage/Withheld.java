package org.junheng.jobs.stage;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** A cell of the tables of numbers that add up, by what it says of whom. */
record Withheld(
        String metric,
        int year,
        @Nullable String stage,
        @Nullable Integer grade,
        String facet,
        String subjectType,
        String subject)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The cell of a row of measures, or of a verdict, which has no grade. */
    static Withheld of(Row row, @Nullable Integer grade) {
        return new Withheld(
                row.getAs("metric_id"),
                row.<Integer>getAs("year"),
                row.getAs("stage"),
                grade,
                row.getAs("facet"),
                row.getAs("subject_type"),
                row.getAs("subject_id"));
    }

    Withheld of(String other, int otherYear) {
        return new Withheld(other, otherYear, stage, grade, facet, subjectType, subject);
    }

    Withheld withoutGrade() {
        return new Withheld(metric, year, stage, null, facet, subjectType, subject);
    }
}
