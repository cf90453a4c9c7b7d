package org.junheng.jobs.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.config.Disclosure;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Words;
import org.junheng.rules.Verdict;
import org.junheng.subject.Status;
import org.junheng.subject.SubjectType;

/**
 * Small cells are emptied, as the last step: limits act on what is published, never on what goes into an aggregate (contract 5.3). A number of
 * pupils or answers below its limit is itself a small cell. Where there is nobody there is nothing to hide.
 */
public final class Protect {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<Judgements> JUDGEMENTS = Schema.of(Judgements.class);
    private static final Words NO_SCHOOL = new Words("没有可用的学校", "no usable school");
    private static final List<String> EMPTIED =
            List.of("value", "se", "ci_low", "ci_high", "level", "numerator", "denominator");
    private static final List<String> UNJUDGED = List.of("value", "passes_only_rounded", "shortfall", "n_needed");
    private static final Set<String> AREAS = Set.of(
            SubjectType.TOWNSHIP.toString(),
            SubjectType.COUNTY.toString(),
            SubjectType.PREFECTURE.toString(),
            SubjectType.PROVINCE.toString());
    private static final Set<String> COUNTED_IN_PUPILS = Set.of(
            SubjectType.SCHOOL.toString(),
            SubjectType.STAGE_SCHOOL.toString(),
            SubjectType.CLUSTER.toString(),
            SubjectType.TOWNSHIP.toString());

    /** Why a cell is too small. */
    private enum Few {
        SCHOOLS(new Words("学校数少于公布下限", "fewer schools than the limit of publication")),
        PUPILS(new Words("学生数少于公布下限", "fewer pupils than the limit of publication")),
        ANSWERS(new Words("答卷数少于公布下限", "fewer answers than the limit of publication"));

        private final Words words;

        Few(Words words) {
            this.words = words;
        }
    }

    private Protect() {}

    /** A row of measures as it may be published. */
    public static Row measure(Row row, Disclosure limits) {
        String type = row.getAs("subject_type");
        boolean fewPupils = fewPupils(row, type, limits);
        boolean fewAnswers = isFew(row.getAs("n_responses"), limits.minRespondents());
        Few few =
                fewSchools(row, type, limits) ? Few.SCHOOLS : fewPupils ? Few.PUPILS : fewAnswers ? Few.ANSWERS : null;
        if (few != null) {
            Cells cells = new Cells(row, MEASURES).empty(EMPTIED);
            cells.put("status", Status.SUPPRESSED.name()).put("reason", few.words.both());
            if (fewPupils) {
                cells.put("n_pupils", null);
            }
            return (fewAnswers ? cells.put("n_responses", null) : cells).row();
        }
        Long schools = row.getAs("n_schools");
        if (AREAS.contains(type) && schools != null && schools == 0) {
            String reason = row.getAs("reason");
            return new Cells(row, MEASURES)
                    .empty(EMPTIED)
                    .put("status", Status.NOT_ASSESSED.name())
                    .put("reason", reason.isEmpty() ? NO_SCHOOL.both() : reason)
                    .row();
        }
        return row;
    }

    /** A judgement as it may be published. */
    public static Row judgement(Row row, Disclosure limits) {
        String type = row.getAs("subject_type");
        Few few = fewSchools(row, type, limits)
                ? Few.SCHOOLS
                : isFew(row.getAs("n_responses"), limits.minRespondents())
                        ? Few.ANSWERS
                        : fewPupils(row, type, limits) ? Few.PUPILS : null;
        return few == null ? new Cells(row, JUDGEMENTS).row() : unjudged(row, few.words);
    }

    /** A row of measures whose number could be recovered, or recovers another. */
    static Row withheld(Row row, Words why) {
        return new Cells(row, MEASURES)
                .empty(EMPTIED)
                .put("status", Status.SUPPRESSED.name())
                .put("reason", why.both())
                .row();
    }

    static Row unjudged(Row row, Words why) {
        return new Cells(row, JUDGEMENTS)
                .empty(UNJUDGED)
                .put("verdict", Verdict.SUPPRESSED.name())
                .put("reason", why.both())
                .row();
    }

    private static boolean fewSchools(Row row, String type, Disclosure limits) {
        return AREAS.contains(type) && isFew(row.getAs("n_schools"), limits.minSchools());
    }

    private static boolean fewPupils(Row row, String type, Disclosure limits) {
        return COUNTED_IN_PUPILS.contains(type) && isFew(row.getAs("n_pupils"), limits.minPupils());
    }

    private static boolean isFew(@Nullable Long count, long limit) {
        return count != null && count >= 1 && count < limit;
    }

    /** The cells of a row of a table, to be changed; what the row holds beyond the table is left out. */
    private static final class Cells {
        private final Schema<?> schema;
        private final @Nullable Object[] cells;

        Cells(Row row, Schema<?> schema) {
            this.schema = schema;
            this.cells = new @Nullable Object[schema.names().size()];
            Arrays.setAll(cells, row::get);
        }

        Cells empty(List<String> columns) {
            columns.forEach(column -> put(column, null));
            return this;
        }

        Cells put(String column, @Nullable Object cell) {
            cells[schema.names().indexOf(column)] = cell;
            return this;
        }

        Row row() {
            return Schema.named(cells, schema.struct());
        }
    }
}
