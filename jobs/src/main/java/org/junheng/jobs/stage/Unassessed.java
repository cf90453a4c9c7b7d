package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junheng.Catalogue;
import org.junheng.balance.Resource;
import org.junheng.jobs.config.Evaluation;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Definition;
import org.junheng.metric.Words;
import org.junheng.subject.SubjectType;

/** What a delivery cannot answer: one row per metric, year and largest area, saying which table or column is missing. */
public final class Unassessed {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Set<String> LONG_FORM = Set.of("school_indicators", "county_inputs");
    private static final List<String> KEY =
            List.of("metric_id", "subject_type", "subject_id", "year", "stage", "facet");

    private Unassessed() {}

    /** A metric, or one facet of it, that needs columns nobody delivered. */
    public record Missing(String metric, String facet, Words reason) implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param filled columns that hold a value, {@code table.column}
     * @param resources what would be compared if it were delivered
     */
    public static List<Missing> missing(Set<String> filled, List<Resource> resources) {
        List<Missing> missing = new ArrayList<>();
        for (Definition definition : Catalogue.definitions()) {
            List<String> lacking = lacking(definition.inputs(), filled);
            if (!lacking.isEmpty()) {
                missing.add(new Missing(definition.id(), "", reason(lacking)));
            }
        }
        for (Resource resource : resources) {
            List<String> lacking = lacking(resource.inputs(), filled);
            if (!lacking.isEmpty()) {
                missing.add(new Missing("resource.level", resource.name(), reason(lacking)));
                missing.add(new Missing("gap.cv", resource.name(), reason(lacking)));
            }
        }
        return missing;
    }

    /** Ids of the metrics that lack a column whatever their facet. */
    public static Set<String> metrics(List<Missing> missing) {
        return missing.stream()
                .filter(m -> m.facet().isEmpty())
                .map(Missing::metric)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Columns that hold a value, and {@code protocol.weights} where the evaluation names a protocol. */
    public static Set<String> given(Set<String> filled, Evaluation evaluation) {
        Set<String> given = new TreeSet<>(filled);
        if (evaluation.scoring() != null) {
            given.add("protocol.weights");
        }
        return given;
    }

    /** Resources that the delivery can tell. */
    public static List<Resource> told(Set<String> filled, List<Resource> resources) {
        return resources.stream()
                .filter(r -> lacking(r.inputs(), filled).isEmpty())
                .toList();
    }

    /**
     * @param measures everything measured; a row that is there already is not written again
     * @param largest the largest area that the delivery names
     */
    public static Rows of(Rows measures, List<Missing> missing, SubjectType largest) {
        Which ofLargest = Which.ALL.is("subject_type", largest);
        Set<String> there = missing.isEmpty()
                ? Set.of()
                : measures
                        .where(ofLargest.in(
                                "metric_id",
                                missing.stream().map(Missing::metric).toList()))
                        .only(KEY)
                        .list()
                        .stream()
                        .map(Unassessed::key)
                        .collect(Collectors.toSet());
        return measures.where(ofLargest.is("metric_id", "count.schools"))
                .each(MEASURES.struct(), row -> rows(MEASURES.record(row), missing, there));
    }

    private static String key(Row row) {
        return KEY.stream().map(name -> String.valueOf(row.<Object>getAs(name))).collect(Collectors.joining("|"));
    }

    private static Iterator<Row> rows(Measures at, List<Missing> missing, Set<String> there) {
        List<Row> rows = new ArrayList<>();
        for (Missing m : missing) {
            Row row =
                    MEASURES.row(MeasureRow.of(m.metric(), at.subjectType(), at.subjectId(), at.year(), null, m.facet())
                            .with(new Absent(m.reason(), Counts.NONE)));
            if (!there.contains(key(row))) {
                rows.add(row);
            }
        }
        return rows.iterator();
    }

    private static List<String> lacking(List<String> inputs, Set<String> filled) {
        Predicate<String> has =
                column -> filled.contains(column) || column.endsWith(".school_code") || isItem(column, filled);
        return inputs.stream()
                .filter(input -> Arrays.stream(input.split("\\|", -1)).noneMatch(has))
                .toList();
    }

    /** In tables of long form a figure is a row, not a column: whether somebody reports it is seen where it is measured. */
    private static boolean isItem(String column, Set<String> filled) {
        String table = column.substring(0, column.indexOf('.'));
        return LONG_FORM.contains(table) && filled.contains(table + ".value");
    }

    private static Words reason(List<String> lacking) {
        String columns = String.join(", ", lacking);
        return new Words("未提供的表或列:" + columns, "table or column not delivered: " + columns);
    }
}
