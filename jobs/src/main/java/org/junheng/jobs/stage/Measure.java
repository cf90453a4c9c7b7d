package org.junheng.jobs.stage;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junheng.gap.ChangeRules;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.subject.SchoolFigure;

/**
 * The panel, measured. One group is one facet with all schools and years, for a row moves to one place only, though it speaks of its county,
 * its prefecture, its province and its clusters.
 */
public final class Measure {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    private static final List<String> FACET = List.of("kind", "stage", "grade", "facet");

    private Measure() {}

    /** @param points the panel; a resource level is a measure itself, beside the comparisons it takes part in */
    public static Rows of(Rows points, int baseline, ChangeRules rules) {
        return points.grouped(FACET, MEASURES.struct(), rows -> measure(rows, baseline, rules));
    }

    private static Iterator<Row> measure(Iterator<Row> rows, int baseline, ChangeRules rules) {
        List<PanelPoint> points = new ArrayList<>();
        rows.forEachRemaining(row -> points.add(POINT.record(row)));
        Stream<Measures> levels =
                points.stream().filter(p -> p.kind() == Kind.RESOURCE).map(Levels::measure);
        IdentityHashMap<PanelPoint, SchoolFigure> figures = new IdentityHashMap<>();
        Stream<Measures> comparisons = Subjects.of(points).entrySet().stream()
                .flatMap(of -> Series.measures(
                        of.getKey(), of.getValue(), baseline, rules, p -> figures.computeIfAbsent(p, Series::figure))
                        .stream());
        return Stream.concat(levels, comparisons).map(MEASURES::row).iterator();
    }
}
