package org.junheng.jobs.stage;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junheng.jobs.rows.Rows;
import org.junheng.jobs.stage.PanelPoint.Kind;
import org.junheng.jobs.table.Schema;
import org.junheng.jobs.table.SchoolIndicators;
import org.junheng.jobs.table.SchoolScores;
import org.junheng.stats.Decimals;
import org.junheng.subject.Facet;
import org.junheng.subject.Stage;

/** Mean scores, pass shares and further indicators of schools as rows of the panel, not yet weighted. */
public final class FigurePanel {
    private static final List<String> PLACE = List.of("school_code", "year");
    private static final Schema<PanelPoint> POINT = Schema.of(PanelPoint.class);
    private static final Schema<SchoolYear> SCHOOL = Schema.of(SchoolYear.class);
    private static final Schema<SchoolScores> SCORE = Schema.of(SchoolScores.class);
    private static final Schema<SchoolIndicators> INDICATOR = Schema.of(SchoolIndicators.class);

    private FigurePanel() {}

    static Rows of(Rows schoolYears, Tables tables) {
        Rows scores = tables.rows("school_scores").only(SCORE.names());
        Rows indicators = tables.rows("school_indicators").only(INDICATOR.names());
        return schoolYears
                .joined(scores, PLACE, Rows.Unmatched.LEAVES)
                .each(POINT.struct(), row -> points(row, FigurePanel::scores))
                .and(schoolYears
                        .joined(indicators, PLACE, Rows.Unmatched.LEAVES)
                        .each(POINT.struct(), row -> points(row, FigurePanel::indicator)));
    }

    /** What a row says of its school, given the pupils of its stages. */
    private interface Saying {
        List<PanelPoint> of(Row row, Points school, StagePupils pupils);
    }

    private static Iterator<Row> points(Row row, Saying saying) {
        SchoolYear school = SCHOOL.record(row);
        return school.isCompared()
                ? POINT.rows(saying.of(row, new Points(school), SchoolYears.pupils(row)))
                        .iterator()
                : Collections.emptyIterator();
    }

    private static List<PanelPoint> scores(Row row, Points of, StagePupils enrolled) {
        SchoolScores s = SCORE.record(row);
        Stage stage = Stage.ofGrade(s.grade());
        Double pupils = enrolled.of(stage);
        return List.of(
                of.figure(
                        Kind.FACET,
                        stage,
                        s.grade(),
                        Facet.score(s.subject()),
                        Points.Figures.score(s.meanScore(), s.testedCount(), s.sdScore(), pupils)),
                of.figure(
                        Kind.FACET,
                        stage,
                        s.grade(),
                        Facet.pass(s.subject()),
                        Points.Figures.score(s.passShare(), s.testedCount(), null, pupils)));
    }

    private static List<PanelPoint> indicator(Row row, Points of, StagePupils enrolled) {
        SchoolIndicators i = INDICATOR.record(row);
        return List.of(of.figure(
                Kind.FACET, i.stage(), null, Facet.indicator(i.indicator()), figures(i, enrolled.of(i.stage()))));
    }

    private static Points.Figures figures(SchoolIndicators i, @Nullable Double pupils) {
        Double n = i.numerator();
        Double d = i.denominator();
        if (i.value() == null && n != null && d != null && d != 0) {
            double quotient = Decimals.ratio(Decimals.of(n), Decimals.of(d)).doubleValue();
            return new Points.Figures(quotient, d, pupils, null, 1.0, n, d, null, null, null, "");
        }
        return new Points.Figures(i.value(), d, pupils, null, null, null, null, null, null, null, "");
    }
}
