package org.junheng.jobs.stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junheng.balance.CountyCheck;
import org.junheng.balance.PlaceCheck;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.rows.Which;
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
import org.junheng.rules.RuleBook;
import org.junheng.subject.SubjectType;

/**
 * The rules in force in each year held against the figures of each county and of what lies in it, in one pass. A row holds a judgement, with the
 * counts that its publication depends on, or a figure that follows from judgements.
 */
public final class Judge {
    private static final Schema<Measures> MEASURES = Schema.of(Measures.class);
    private static final Schema<Judgements> JUDGEMENTS = Schema.of(Judgements.class);
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);

    /** A judgement with the counts of the figure behind it. */
    public static final StructType JUDGED = JUDGEMENTS
            .struct()
            .add("n_schools", DataTypes.LongType, true)
            .add("n_pupils", DataTypes.LongType, true)
            .add("n_responses", DataTypes.LongType, true);

    /** A figure that follows from judgements, or a judgement. */
    static final StructType EITHER =
            new StructType().add("measure", MEASURES.struct(), true).add("judged", JUDGED, true);

    private Judge() {}

    /**
     * @param resources rows of the panel of kind RESOURCE
     * @param measures everything measured
     * @param places where the subjects lie
     */
    public static Rows of(Rows resources, Rows measures, RuleBook rules, Places places) {
        JudgingTerms terms = JudgingTerms.of(rules);
        Rows asked = Townships.asked(measures, terms.asked(), rules);
        return resources
                .where(Which.ALL.filled("county_code"))
                .met(
                        row -> row.getAs("county_code") + "|" + row.getAs("year"),
                        asked,
                        places::key,
                        EITHER,
                        (key, levels, figures) -> judge(key, levels, figures, rules, terms, places));
    }

    public static Rows figures(Rows either) {
        return either.within("measure");
    }

    public static Rows judgements(Rows either) {
        return either.within("judged");
    }

    private static Iterator<Row> judge(
            String key,
            Iterator<Row> levels,
            Iterator<Row> figures,
            RuleBook rules,
            JudgingTerms terms,
            Places places) {
        int bar = key.lastIndexOf('|');
        int year = Integer.parseInt(key.substring(bar + 1));
        List<PanelPoint> points = new ArrayList<>();
        levels.forEachRemaining(r -> points.add(POINT.record(r)));
        List<Figure> measured = new ArrayList<>();
        figures.forEachRemaining(r -> measured.add(figure(MEASURES.record(r))));
        RuleBook inForce = rules.on(LocalDate.of(year, 9, 1));
        Townships townships = Townships.of(points, measured, inForce, places, year);
        points.forEach(p -> measured.add(level(p)));
        measured.addAll(townships.premises());
        measured.addAll(townships.satisfaction());
        CountyCheck.Result result =
                PlaceCheck.of(places.place(key.substring(0, bar), year), measured, inForce, terms.terms());
        List<Row> rows = new ArrayList<>();
        townships.premises().forEach(f -> rows.add(row(f, year)));
        result.figures().forEach(f -> rows.add(row(f, year)));
        result.judgements().forEach(j -> rows.add(row(Townships.told(j), year)));
        return rows.iterator();
    }

    static Row row(Figure f, int year) {
        return Schema.named(new Object[] {MEASURES.row(measure(f, year)), null}, EITHER);
    }

    static Row row(Judgement j, int year) {
        return Schema.named(new Object[] {null, JudgementRow.of(j, year)}, EITHER);
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

    static Figure figure(Measures m) {
        Counts counts = new Counts(m.nSchools(), m.nPupils(), m.nResponses());
        Words reason = Words.parse(m.reason());
        Outcome outcome = m.value() == null
                ? new Absent(reason, counts)
                : new Value(m.value(), null, m.numerator(), m.denominator(), counts, reason);
        return new Figure(m.metricId(), m.subjectType(), m.subjectId(), m.stage(), m.facet(), outcome);
    }

    private static Measures measure(Figure f, int year) {
        return MeasureRow.of(f.metric(), f.subjectType(), f.subject(), year, f.stage(), f.facet())
                .with(f.outcome());
    }
}
