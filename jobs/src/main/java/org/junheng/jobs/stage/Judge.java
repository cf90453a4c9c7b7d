package org.junheng.jobs.stage;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.junheng.balance.CountyCheck;
import org.junheng.jobs.table.Judgements;
import org.junheng.jobs.table.Measures;
import org.junheng.jobs.table.Schema;
import org.junheng.metric.Absent;
import org.junheng.metric.Counts;
import org.junheng.metric.Figure;
import org.junheng.metric.Outcome;
import org.junheng.metric.Value;
import org.junheng.metric.Words;
import org.junheng.rules.Judgement;
import org.junheng.rules.Rule;
import org.junheng.rules.RuleBook;
import org.junheng.subject.Stage;
import org.junheng.subject.SubjectType;

/**
 * The rules in force in each year held against the figures of each county and stage. A row holds a judgement, with the counts that its
 * publication depends on, or a figure that follows from judgements.
 */
public final class Judge {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<Judgements> JUDGEMENTS = Schema.of(Judgements.class);
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);

    /** A judgement with the counts of the figure behind it. */
    public static final StructType JUDGED =
            JUDGEMENTS.struct().add("n_schools", DataTypes.LongType, true).add("n_pupils", DataTypes.LongType, true);

    private static final StructType EITHER =
            new StructType().add("measure", MEASURES.struct(), true).add("judged", JUDGED, true);

    private Judge() {}

    /**
     * @param resources rows of the panel of kind RESOURCE
     * @param measures everything measured
     */
    public static Dataset<Row> of(Dataset<Row> resources, Dataset<Row> measures, RuleBook rules) {
        Dataset<Row> county = measures.filter(col("subject_type").equalTo(SubjectType.COUNTY.toString()))
                .filter(col("metric_id")
                        .equalTo("gap.cv")
                        .and(col("facet").rlike("^[RB][1-8]$"))
                        .or(col("metric_id").equalTo("count.schools")))
                .flatMap((FlatMapFunction<Row, Row>) Judge::stages, Encoders.row(MEASURES.struct()));
        return resources
                .filter(col("county_code").isNotNull())
                .groupByKey(
                        (MapFunction<Row, String>)
                                r -> r.getAs("county_code") + "|" + r.getAs("year") + "|" + r.getAs("stage"),
                        Encoders.STRING())
                .cogroup(
                        county.groupByKey(
                                (MapFunction<Row, String>)
                                        r -> r.getAs("subject_id") + "|" + r.getAs("year") + "|" + r.getAs("stage"),
                                Encoders.STRING()),
                        (CoGroupFunction<String, Row, Row, Row>)
                                (key, levels, figures) -> judge(key, levels, figures, rules),
                        Encoders.row(EITHER));
    }

    public static Dataset<Row> figures(Dataset<Row> either) {
        return either.filter(col("measure").isNotNull()).select("measure.*");
    }

    public static Dataset<Row> judgements(Dataset<Row> either) {
        return either.filter(col("judged").isNotNull()).select("judged.*");
    }

    /** The count of schools stands for its county in each stage that is judged, so that a county without data is not forgotten. */
    private static Iterator<Row> stages(Row row) {
        Measures m = MEASURES.record(row);
        if (m.stage() != null) {
            return List.of(row).iterator();
        }
        return List.of(inStage(row, Stage.PRIMARY), inStage(row, Stage.JUNIOR)).iterator();
    }

    private static Row inStage(Row row, Stage stage) {
        Object[] cells = new Object[row.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.get(i);
        }
        cells[row.fieldIndex("stage")] = stage.name();
        return Schema.named(cells, MEASURES.struct());
    }

    private static Iterator<Row> judge(String key, Iterator<Row> levels, Iterator<Row> figures, RuleBook rules) {
        String[] parts = key.split("\\|", -1);
        int year = Integer.parseInt(parts[1]);
        Stage stage = Stage.valueOf(parts[2]);
        List<Figure> measured = new ArrayList<>();
        levels.forEachRemaining(r -> measured.add(level(POINT.record(r))));
        figures.forEachRemaining(r -> measured.add(figure(MEASURES.record(r))));
        RuleBook inForce = rules.on(LocalDate.of(year, 9, 1));
        CountyCheck.Result result = CountyCheck.of(parts[0], stage, measured, inForce);
        List<Row> rows = new ArrayList<>();
        result.figures()
                .forEach(f -> rows.add(Schema.named(new Object[] {MEASURES.row(measure(f, year)), null}, EITHER)));
        result.judgements().forEach(j -> rows.add(Schema.named(new Object[] {null, judged(j, year)}, EITHER)));
        return rows.iterator();
    }

    private static Figure level(PanelPoint p) {
        return new Figure(
                "resource.level",
                SubjectType.STAGE_SCHOOL,
                p.schoolCode() + ":" + p.stage(),
                p.stage(),
                p.facet(),
                Levels.outcome(p));
    }

    private static Figure figure(Measures m) {
        Counts counts = new Counts(m.nSchools(), m.nPupils(), m.nResponses());
        Outcome outcome = m.value() == null ? new Absent(Words.parse(m.reason()), counts) : Value.of(m.value(), counts);
        return new Figure(m.metricId(), m.subjectType(), m.subjectId(), m.stage(), m.facet(), outcome);
    }

    private static Measures measure(Figure f, int year) {
        return MeasureRow.of(f.metric(), f.subjectType(), f.subject(), year, f.stage(), f.facet())
                .with(f.outcome());
    }

    private static Row judged(Judgement j, int year) {
        Rule rule = j.rule();
        @Nullable Double value = j.finding().value().orElse(null);
        Row row = JUDGEMENTS.row(new Judgements(
                rule.id(),
                j.subjectType(),
                j.subject(),
                year,
                j.stage(),
                j.facet(),
                value,
                rule.operator().toString(),
                rule.standard() == null ? "" : rule.standard().toPlainString(),
                j.finding().verdict().name(),
                value == null ? null : Boolean.valueOf(j.finding().passesOnlyRounded()),
                j.shortfall().map(s -> Double.valueOf(s.doubleValue())).orElse(null),
                j.shortfallUnit(),
                null,
                rule.basis(),
                rule.document(),
                rule.clause(),
                j.finding().reason().both()));
        Object[] cells = new Object[JUDGED.size()];
        for (int i = 0; i < row.size(); i++) {
            cells[i] = row.get(i);
        }
        cells[row.size()] = j.counts().schools();
        cells[row.size() + 1] = j.counts().pupils();
        return Schema.named(cells, JUDGED);
    }
}
